import type { Action } from "../../src/core/vocab/action";
import type { Policy } from "../../src/core/vocab/policy";
import type { Post } from "../../src/core/vocab/post";
import type { Grant } from "../../src/core/vocab/rule-list";

/** One situation, whole: lists with what they may do, a post, what is known of it, and what must follow. */
export interface Scenario {
  name: string;
  /** The user's own rules. */
  mine?: string;
  /** Subscribed lists by id: the text, and what differs from a grant of label, dim, fold and hide. */
  lists?: Record<string, [text: string, grant?: Partial<Grant>]>;
  post?: Partial<Post>;
  ai?: number | null;
  talkedWith?: boolean;
  followGuard?: boolean;
  quorum?: number;
  policy?: Partial<Policy>;
  action: Action;
  /** Causes in order: `list:line action`, `(asked, by what it was limited)`, `- what undid it`. */
  causes: string[];
}
