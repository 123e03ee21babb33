/** The only file that names onnxruntime-web: weights in, a function from encoded texts to network outputs out. */
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";

import type { ModelManifest } from "../core/vocab/model";
import type { EncodedText } from "./encode";
import { asModelError, ModelError } from "./model-error";

export interface SessionOptions {
  /** Where the WebAssembly file lies: a folder's URL ending in "/", or the file itself. Default: beside the script. */
  wasmPaths?: string | { wasm?: string; mjs?: string };
}

/** What the network says of one text: the raw score (log odds in training; any finite number) and log odds by language. */
export interface NetworkOutput {
  readonly score: number;
  readonly languages: Float32Array;
}

export interface Session {
  /** One batch, at most 32 texts. Throws ModelError "runtime". */
  run: (texts: readonly EncodedText[]) => Promise<NetworkOutput[]>;
  release: () => Promise<void>;
}

/** int32 [texts, longest], rows filled up with `padding`. */
function padded(rows: readonly ArrayLike<number>[], padding: number): Tensor {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const data = new Int32Array(rows.length * width).fill(padding);
  rows.forEach((row, i) => {
    data.set(row, i * width);
  });
  return new Tensor("int32", data, [rows.length, width]);
}

async function runBatch(
  session: InferenceSession,
  manifest: ModelManifest,
  texts: readonly EncodedText[],
): Promise<NetworkOutput[]> {
  const padding = 2 ** manifest.input.bits;
  const rows = { ngrams: texts.map((t) => t.ngrams), bare: texts.map((t) => t.bare) };
  const results = await session.run({
    ngrams: padded(rows.ngrams, padding),
    bare: padded(rows.bare, padding),
  });
  const scores = results["score"]?.data;
  const languages = results["languages"]?.data;
  const width = manifest.languages.length;
  if (
    !(scores instanceof Float32Array) ||
    !(languages instanceof Float32Array) ||
    languages.length !== texts.length * width
  ) {
    throw new ModelError("corrupt", "The model's outputs are not those that its manifest names.");
  }
  return texts.map((_, i) => {
    const score = scores[i];
    if (score === undefined || !Number.isFinite(score))
      throw new ModelError("runtime", "The model gave no finite score.");
    return { score, languages: languages.slice(i * width, (i + 1) * width) };
  });
}

/** Starts the runtime on verified weights. Throws ModelError "runtime". */
export async function createSession(
  manifest: ModelManifest,
  model: Uint8Array,
  options: SessionOptions = {},
): Promise<Session> {
  env.wasm.numThreads = 1; // extension pages are not cross-origin isolated, and one post gains nothing from threads
  env.logLevel = "error";
  if (options.wasmPaths !== undefined) env.wasm.wasmPaths = options.wasmPaths;
  try {
    const session = await InferenceSession.create(model, {
      executionProviders: ["wasm"],
      graphOptimizationLevel: "all",
    });
    return {
      run: async (texts) => {
        if (texts.length === 0) return [];
        try {
          return await runBatch(session, manifest, texts);
        } catch (error) {
          throw asModelError("runtime", "The model could not run", error);
        }
      },
      release: () => session.release(),
    };
  } catch (error) {
    throw asModelError("runtime", "The model could not be started", error);
  }
}
