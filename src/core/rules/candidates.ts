import { lookUpGrams } from "../match/grams";
import { lookUp } from "../match/hash-index";
import { eachKey } from "../match/tokens";
import { PARTS } from "../vocab/rule";
import type { CompiledRules } from "./compiled";
import { authorKey, eachHostKey, mentionKey, plainKey, tagKey } from "./keys";
import type { View } from "./view";

/** Look up the keys of a post and call `found` with the rules filed under them; a rule may come more than once. */
export const eachCandidate = (data: CompiledRules, view: View, found: (id: number) => void): void => {
  const { index, grams, needs } = data;
  const { post } = view;
  for (const id of data.always) found(id);
  const look = (key: number): void => lookUp(index, key, found);
  if (needs.from && view.handle !== null) look(authorKey(view.handle));
  if (needs.links) for (const { host } of view.links) eachHostKey(host, look);
  if (needs.mentions) for (const handle of view.mentions) look(mentionKey(handle));
  if (needs.tags) for (const tag of view.tags) look(tagKey(tag));
  if (needs.words) for (const text of view.texts) eachKey(text, look);
  if (needs.alt) for (const text of view.alts) eachKey(text, look);
  if (needs.name) for (const text of view.words("name") ?? []) eachKey(text, look);
  if (needs.plain) {
    for (const mark of post.is) look(plainKey("is", mark));
    for (const part of PARTS) look(plainKey("has", part));
    look(plainKey("in", post.surface));
    look(plainKey("site", post.site));
    if (post.lang !== undefined) look(plainKey("lang", post.lang.toLowerCase().split(/[-_]/, 1)[0] ?? ""));
  }
  for (const place of needs.patterns) {
    for (const text of view.lowered(place) ?? []) lookUpGrams(grams, text, found);
  }
};
