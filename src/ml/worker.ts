/** The classifier in a thread of its own: neither a page nor the background waits for its arithmetic. */
import { createClassifier } from "./classifier";
import { loadFromPackage, packagedWasm } from "./load-package";
import { MODEL_ID } from "./shipped";
import type { WorkerAnswer, WorkerTask } from "./worker-messages";

const classifier = createClassifier({
  load: () => loadFromPackage(MODEL_ID),
  session: { wasmPaths: { wasm: packagedWasm() } },
});

const answer = (message: WorkerAnswer): void => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<WorkerTask>) => {
  const work = data.task === "load" ? classifier.reload().then(() => []) : classifier.classify(data.posts);
  work.then(
    (readings) => answer({ id: data.id, readings }),
    (error: unknown) =>
      answer({ id: data.id, problem: error instanceof Error ? error.message : String(error) }),
  );
});
