import type { Classify } from "../core/detect/classify";
import type { Reading } from "../core/detect/text";
import type { Health } from "../core/vocab/health";

/** What this module needs of a classifier; `platform` does not import `ml`. */
export interface LocalClassifier {
  classify: (posts: readonly { text: string; lang?: string }[]) => Promise<readonly Reading[]>;
  load: () => Promise<void>;
}

const failed = (error: unknown): Health => ({
  state: "failed",
  message: error instanceof Error ? error.message : String(error),
});

/** A classifier of this very context as one that never throws: it says how it is instead. No posts means: load, and say. */
export const asClassify =
  (classifier: LocalClassifier): Classify =>
  async (posts) => {
    try {
      if (posts.length === 0) {
        await classifier.load();
        return { readings: [], model: { state: "ok" } };
      }
      return { readings: [...(await classifier.classify(posts))], model: { state: "ok" } };
    } catch (error) {
      return { readings: null, model: failed(error) };
    }
  };
