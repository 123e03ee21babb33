import type { ClassifierPost, Reading } from "./classifier";

/** What the worker is asked to do. `load` tries again at once where the last try failed. */
export type WorkerTask = { id: number } & (
  { task: "load" } | { task: "classify"; posts: readonly ClassifierPost[] }
);

export type WorkerAnswer = { id: number; readings: Reading[] } | { id: number; problem: string };
