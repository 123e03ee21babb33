import type { Verdict } from "../../core/vocab/verdict";

/** What is known of one post, whether or not it is on the page now. */
export interface PostRecord {
  /** Hash of what was judged. */
  hash: number;
  verdict: Verdict;
  /** Of which generation of the settings the verdict is. */
  generation: number;
  /** It keeps its height, since it was judged after it had been passed. */
  held: boolean;
  /** Hidden posts directly above it when it was first hidden; null before. */
  run: number | null;
  /** The page had time to measure it as it stands, and will remember this height. */
  measured: boolean;
}

/** Records of the posts seen last, bounded: the least recently used goes first. */
export class Records {
  readonly #max: number;
  readonly #map = new Map<string, PostRecord>();

  constructor(max = 2_000) {
    this.#max = max;
  }

  get(key: string): PostRecord | undefined {
    const record = this.#map.get(key);
    if (record) {
      this.#map.delete(key);
      this.#map.set(key, record);
    }
    return record;
  }

  set(key: string, record: PostRecord): void {
    this.#map.delete(key);
    this.#map.set(key, record);
    if (this.#map.size <= this.#max) return;
    const [oldest] = this.#map.keys();
    if (oldest !== undefined) this.#map.delete(oldest);
  }

  /** All of them, without counting as use. */
  all(): IterableIterator<[string, PostRecord]> {
    return this.#map.entries();
  }
}
