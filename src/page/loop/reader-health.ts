import type { Post } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";

/** Candidates looked back on: a site changes for good, a strange screenful passes. */
const WINDOW = 60;

interface Seen {
  text: boolean;
  author: boolean;
  id: boolean;
}

/** Notices when a site has changed: candidates are there, but too few of them can be read. */
export class ReaderHealth {
  readonly #site: SiteDefinition;
  #seen: Seen[] = [];

  constructor(site: SiteDefinition) {
    this.#site = site;
  }

  /** Start afresh, as after navigation. */
  reset(): void {
    this.#seen = [];
  }

  note(post: Post | null): void {
    this.#seen.push({
      text: post !== null && post.text !== "",
      author: post?.author !== undefined,
      id: post !== null && !post.id.startsWith("~"),
    });
    if (this.#seen.length > WINDOW) this.#seen.shift();
  }

  /** The field whose share is too low, or null. */
  broken(): keyof Seen | null {
    const { invariants } = this.#site;
    if (!invariants || this.#seen.length < invariants.of) return null;
    const share = (field: keyof Seen): number =>
      this.#seen.filter((seen) => seen[field]).length / this.#seen.length;
    return (
      (["text", "author", "id"] as const).find((field) => share(field) < (invariants[field] ?? 0)) ?? null
    );
  }
}
