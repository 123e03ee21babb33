import { readdirSync } from "node:fs";

import type { Page } from "puppeteer-core";

import type { Reading } from "../../../src/ml/classifier";

/** The classifier's file in a build; its name bears a hash. */
export const workerFile = (buildDir: string): string => {
  const file = readdirSync(buildDir).find((name) => /^worker\..*js$/.test(name));
  if (file === undefined) throw new Error(`no worker in ${buildDir}`);
  return file;
};

/** Runs texts through the shipped classifier: the very file of the build, in a worker of an extension page. */
export const classifyIn = (own: Page, file: string, texts: readonly string[]): Promise<Reading[]> =>
  own.evaluate(
    (path, posts) =>
      new Promise<Reading[]>((resolve, reject) => {
        const worker = new Worker(`/${path}`, { type: "module" });
        worker.addEventListener("error", ({ message }) => {
          reject(new Error(message || "the worker did not start"));
        });
        worker.addEventListener(
          "message",
          ({ data }: MessageEvent<{ readings?: Reading[]; problem?: string }>) => {
            worker.terminate();
            if (data.readings) resolve(data.readings);
            else reject(new Error(data.problem));
          },
        );
        worker.postMessage({ id: 1, task: "classify", posts });
      }),
    file,
    texts.map((text) => ({ text })),
  );
