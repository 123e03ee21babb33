import type { Post } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";
import type { Verdict } from "../../core/vocab/verdict";
import type { Env } from "./env";
import type { Explain } from "./place";
import type { ShownStore } from "./placer";
import type { Report } from "./reporter";

export interface FeedState {
  on: boolean;
  paused: boolean;
}

export interface FeedOptions {
  document: Document;
  site: SiteDefinition;
  /** At most 32 posts at a time; verdicts in the same order. May reject: posts stay shown, it is asked again. */
  judge: (posts: Post[]) => Promise<Verdict[]>;
  /** Told, at most about three times a second, what was done and whether reading works. */
  report: (report: Report) => unknown;
  /** Aborting it undoes everything and ends the feed. */
  signal: AbortSignal;
  /** On and not paused, unless said otherwise. */
  state?: FeedState;
  explain?: Explain;
  shown?: ShownStore;
  url?: () => string;
  env?: Partial<Env>;
}

export interface Feed {
  /** The settings changed: ask again for what is near; what stands stays until the answer is there. */
  rejudge(): void;
  /** Off or paused: everything is undone, and nothing is read. */
  setState(state: FeedState): void;
  /** Show every post that was dimmed, folded or hidden so far. */
  showAll(): void;
  /** The posts that the page holds now, as far as they were read. */
  posts(): Post[];
  stop(): void;
}
