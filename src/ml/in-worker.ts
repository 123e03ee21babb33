import type { ClassifierPost, Reading } from "./classifier";
import type { WorkerAnswer, WorkerTask } from "./worker-messages";

/** A classifier that runs in a worker of this page. */
export interface RemoteClassifier {
  /** Rejects with an Error for people. */
  classify: (posts: readonly ClassifierPost[]) => Promise<Reading[]>;
  load: () => Promise<void>;
}

interface Waiting {
  done: (readings: Reading[]) => void;
  fail: (error: Error) => void;
}

/** Start the worker at the first call, and again after it broke. */
export const classifierInWorker = (): RemoteClassifier => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const broke = (problem: string): void => {
    worker?.terminate();
    worker = null;
    for (const { fail } of waiting.values()) fail(new Error(problem));
    waiting.clear();
  };

  const start = (): Worker => {
    const made = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    made.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("problem" in data) asked?.fail(new Error(data.problem));
      else asked?.done(data.readings);
    });
    made.addEventListener("error", ({ message }) => broke(message || "The classifier could not be started."));
    return made;
  };

  const ask = (
    task: { task: "load" } | { task: "classify"; posts: readonly ClassifierPost[] },
  ): Promise<Reading[]> =>
    new Promise((done, fail) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { done, fail });
      worker.postMessage({ id: last, ...task } satisfies WorkerTask);
    });

  return {
    classify: (posts) => ask({ task: "classify", posts }),
    load: async () => {
      await ask({ task: "load" });
    },
  };
};
