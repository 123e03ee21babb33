export { findPosts, postAround, type Unit, unitOf } from "./find";
export { readId, readMe, readPost, type ReadOptions } from "./post";
export { recogniseSite } from "./recognise";
