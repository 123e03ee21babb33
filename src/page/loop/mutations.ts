import type { SiteDefinition } from "../../core/vocab/site";
import type { Dom } from "../read/dom";
import { findPosts, postAround } from "../read/find";

/** What a batch of mutation records means for posts. */
export interface Changes {
  /** Posts that appeared. */
  fresh: Set<Element>;
  /** Posts whose content may be another. */
  dirty: Set<Element>;
  /** Elements that lost our mark or our attribute. */
  lost: Set<Element>;
  removed: boolean;
}

/** Sort mutation records into posts. What happens inside the site's `ignore` (counters, videos) is nothing. */
export const changesOf = (
  dom: Dom,
  site: SiteDefinition,
  records: readonly MutationRecord[],
  ownerOf: (node: Node) => Element | null,
): Changes => {
  const changes: Changes = { fresh: new Set(), dirty: new Set(), lost: new Set(), removed: false };
  const touched = new Set<Element>();
  for (const record of records) {
    const target =
      dom.nodeType(record.target) === 1 ? (record.target as Element) : dom.parentElement(record.target);
    if (!target) continue;
    if (record.type === "attributes" && record.attributeName === "data-winnow") {
      changes.lost.add(target);
      continue;
    }
    if (record.type === "childList") {
      for (const node of record.removedNodes) {
        const owner = ownerOf(node);
        if (owner) changes.lost.add(owner);
        else changes.removed = true;
      }
      let brought = false;
      for (const node of record.addedNodes) {
        if (dom.nodeType(node) !== 1) continue;
        for (const post of findPosts(site, node as Element)) {
          changes.fresh.add(post);
          brought = true;
        }
      }
      if (brought) continue;
    }
    touched.add(target);
  }
  for (const target of touched) {
    if (site.ignore !== undefined && dom.closest(target, site.ignore) !== null) continue;
    const post = postAround(site, target);
    if (post && !changes.fresh.has(post)) changes.dirty.add(post);
  }
  return changes;
};
