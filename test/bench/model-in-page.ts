import { readdirSync } from "node:fs";

import type { Page } from "puppeteer-core";

import { median, percentileOf } from "./figures";
import { freshTexts } from "./model";

/** The shipped classifier's own file, in a worker of an extension page: what the offscreen document runs. */
export const modelInPage = async (own: Page, extensionDir: string): Promise<object> => {
  const file = readdirSync(extensionDir).find((name) => /^worker\..*js$/.test(name));
  if (file === undefined) throw new Error("the build has no worker");
  const batches = [
    freshTexts(1, "page cold"),
    ...Array.from({ length: 103 }, (_, at) => freshTexts(1, `page one ${at}`)),
    ...Array.from({ length: 23 }, (_, at) => freshTexts(32, `page many ${at}`)),
  ];
  const times = await own.evaluate(
    async (path, asked) => {
      const worker = new Worker(`/${path}`, { type: "module" });
      const times: number[] = [];
      for (const [id, posts] of asked.entries()) {
        const started = performance.now();
        await new Promise<void>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<{ problem?: string }>) => {
            if (data.problem === undefined) resolve();
            else reject(new Error(data.problem));
          };
          worker.postMessage({ id, task: "classify", posts });
        });
        times.push(performance.now() - started);
      }
      worker.terminate();
      return times;
    },
    file,
    batches,
  );
  const one = times.slice(4, 104);
  const many = times.slice(107);
  return {
    "ms from nothing to a first score": times[0],
    "ms a post at batch 1, median": median(one),
    "ms a post at batch 1, p95": percentileOf(one, 95),
    "ms a batch of 32, median": median(many),
    "ms a post at batch 32, median": median(many) / 32,
  };
};
