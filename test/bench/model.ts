import { createClassifier } from "../../src/ml/classifier";
import { loadFromDisk } from "../../src/ml/load-node";
import { SAMPLE_POSTS } from "../timeline";
import { median, percentileOf } from "./figures";

const LONG_ENOUGH = SAMPLE_POSTS.filter(
  ({ text, lang }) => text.length > 120 && text.length < 400 && lang === "en",
);

/** Texts of a usual length, no two the same: a text that was seen before is answered from memory. */
export const freshTexts = (count: number, seed: string): { text: string }[] =>
  Array.from({ length: count }, (_, at) => ({
    text: `${LONG_ENOUGH[at % LONG_ENOUGH.length]!.text} (${seed} ${at})`,
  }));

/** Normalising, encoding and inference as one, with the runtime that the browsers run, in Node, on one thread. */
export const measureModel = async (): Promise<object> => {
  const cold = performance.now();
  const classifier = createClassifier({ load: () => loadFromDisk() });
  await classifier.classify(freshTexts(1, "cold"));
  const first = performance.now() - cold;
  const timed = async (batch: number, rounds: number): Promise<number[]> => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const posts = freshTexts(batch, `${batch}-${round}`);
      const started = performance.now();
      await classifier.classify(posts);
      times.push(performance.now() - started);
    }
    return times.slice(3); // the engine warms up
  };
  const one = await timed(1, 103);
  const many = await timed(32, 23);
  return {
    "ms from nothing to a first score": first,
    "ms a post at batch 1, median": median(one),
    "ms a post at batch 1, p95": percentileOf(one, 95),
    "ms a batch of 32, median": median(many),
    "ms a post at batch 32, median": median(many) / 32,
  };
};
