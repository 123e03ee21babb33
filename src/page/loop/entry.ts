import { type Post, postKey } from "../../core/vocab/post";
import type { Unit } from "../read";
import { hash } from "../read/hash";

/** A post's element on the page now. */
export interface Entry {
  post: Element;
  unit: Unit;
  /** Near enough to the viewport to be read. */
  near: boolean;
  /** Null until it was read. */
  key: string | null;
  /** Hash of what was read. */
  hash: number;
  read: Post | null;
  /** Its record was put on it before. */
  placed: boolean;
}

export const newEntry = (post: Element, unit: Unit): Entry => ({
  post,
  unit,
  near: false,
  key: null,
  hash: 0,
  read: null,
  placed: false,
});

/** Take over what was read, under its key or null. */
export const fill = (entry: Entry, post: Post | null): void => {
  entry.key = post && postKey(post);
  entry.read = post;
  entry.hash = post ? contentHash(post) : 0;
};

/** All that a verdict may depend on. */
const contentHash = ({ author, text, lang, surface, is, media, links, quote, repostedBy }: Post): number =>
  hash(JSON.stringify([author, text, lang, surface, is, media, links, quote, repostedBy]));
