/** What is measured of the reader, as one entry for `bundle`. */
export { x } from "../../src/core/sites/x";
export { findPosts, readMe, readPost } from "../../src/page/read";
