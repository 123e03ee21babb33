import { percentile } from "../core/detect/calibrate";
import { measure } from "../core/text/measure";
import { normalise } from "../core/text/normalise";
import type { ModelManifest } from "../core/vocab/model";
import { encode, type EncodedText } from "./encode";
import { chooseLanguage } from "./choose-language";
import { weighPieces, type Weighed } from "./evidence";
import { Lru } from "./lru";
import { asModelError, ModelError } from "./model-error";
import { createSession, type NetworkOutput, type Session, type SessionOptions } from "./session";
import { textKey } from "./text-key";
import { checkManifest, checkWeights } from "./verify";

/** What the classifier says of one post. `ai`: more machine-like than ai % of human posts of its length and language. */
export type Reading =
  | { readonly score: number; readonly ai: number; readonly why?: undefined }
  | { readonly score: number | null; readonly ai: null; readonly why: "too-short" | "language" };

export interface ClassifierStatus {
  readonly state: "idle" | "loading" | "ready" | "failed";
  readonly message?: string;
  readonly modelId?: string;
}

/** `lang`: the page's BCP-47 tag, a hint that may be wrong. */
export interface ClassifierPost {
  readonly text: string;
  readonly lang?: string | undefined;
}

export interface ClassifierOptions {
  /** Fetches the manifest (as parsed JSON, not yet trusted) and the weights. May be called again after a failure. */
  load: () => Promise<{ manifest: unknown; model: Uint8Array }>;
  session?: SessionOptions;
  /** Texts whose outputs are remembered. Default 4000. */
  cacheSize?: number;
  /** How long a failed load is not tried again, in milliseconds. Default 30 000. */
  retryAfter?: number;
}

export interface Classifier {
  /** One reading a post, in order. Loads the model if need be. Rejects with ModelError, never gives NaN. */
  classify: (posts: readonly ClassifierPost[]) => Promise<Reading[]>;
  /** Which stretches of a post weigh most, by leaving them out: at most eight texts in one batch. Only when asked for. */
  evidence: (post: ClassifierPost) => Promise<Weighed[]>;
  status: () => ClassifierStatus;
  /** Loads now, also when the last try failed a moment ago. */
  reload: () => Promise<void>;
  dispose: () => Promise<void>;
}

interface Loaded {
  readonly manifest: ModelManifest;
  readonly session: Session;
}

interface Job {
  readonly key: string;
  readonly encoded: EncodedText;
  readonly done: (output: NetworkOutput) => void;
  readonly fail: (error: unknown) => void;
}

const BATCH = 32;

export function createClassifier(options: ClassifierOptions): Classifier {
  const cache = new Lru<NetworkOutput>(options.cacheSize ?? 4000);
  const underway = new Map<string, Promise<NetworkOutput>>();
  const queue: Job[] = [];
  let loading: Promise<Loaded> | undefined;
  let failedAt = 0;
  let draining = false;
  let status: ClassifierStatus = { state: "idle" };

  async function start(): Promise<Loaded> {
    status = { state: "loading" };
    try {
      const files = await options.load().catch((error: unknown) => {
        throw asModelError("missing", "The model could not be read", error);
      });
      const manifest = checkManifest(files.manifest);
      await checkWeights(manifest, files.model);
      const session = await createSession(manifest, files.model, options.session);
      status = { state: "ready", modelId: manifest.id };
      return { manifest, session };
    } catch (error) {
      const failure = asModelError("runtime", "The model could not be started", error);
      status = { state: "failed", message: failure.message };
      failedAt = Date.now();
      throw failure;
    }
  }

  function loaded(): Promise<Loaded> {
    const pause = options.retryAfter ?? 30_000;
    if (loading === undefined || (status.state === "failed" && Date.now() - failedAt >= pause))
      loading = start();
    return loading;
  }

  /** Runs what is queued, 32 texts of similar length at a time; the runtime has one thread, so one batch at a time. */
  async function drain({ session }: Loaded): Promise<void> {
    if (draining) return;
    draining = true;
    try {
      while (queue.length > 0) {
        const ready = queue
          .splice(0, 8 * BATCH)
          .sort((a, b) => a.encoded.bare.length - b.encoded.bare.length);
        for (let from = 0; from < ready.length; from += BATCH) {
          const batch = ready.slice(from, from + BATCH);
          try {
            const outputs = await session.run(batch.map((job) => job.encoded));
            batch.forEach((job, i) => {
              const output = outputs[i];
              if (output === undefined) job.fail(new ModelError("runtime", "The model gave too few scores."));
              else job.done(output);
            });
          } catch (error) {
            for (const job of batch) job.fail(error);
          }
        }
      }
    } finally {
      draining = false;
    }
  }

  function output(model: Loaded, normalised: string): Promise<NetworkOutput> {
    const key = textKey(normalised);
    const known = cache.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const other = underway.get(key);
    if (other !== undefined) return other;
    const promise = new Promise<NetworkOutput>((done, fail) => {
      queue.push({ key, encoded: encode(normalised, model.manifest.input.bits), done, fail });
    });
    underway.set(key, promise);
    promise.then(
      (value) => {
        cache.set(key, value);
        underway.delete(key);
      },
      () => underway.delete(key),
    );
    return promise;
  }

  function read(
    manifest: ModelManifest,
    text: string,
    lang: string | undefined,
    { score, languages }: NetworkOutput,
  ): Reading {
    const length = measure(text);
    if (length.chars < manifest.minimum.chars || length.words < manifest.minimum.words)
      return { score, ai: null, why: "too-short" };
    const group = chooseLanguage(manifest.languages, languages, text, lang)?.group ?? null;
    const ai = group === null ? null : percentile(manifest, { score, words: length.words, group });
    return ai === null ? { score, ai: null, why: "language" } : { score, ai };
  }

  async function classify(posts: readonly ClassifierPost[]): Promise<Reading[]> {
    if (posts.length === 0) return [];
    const model = await loaded();
    const texts = posts.map((post) => normalise(post.text));
    const outputs = texts.map((text) => (text === "" ? null : output(model, text)));
    void drain(model);
    return Promise.all(
      texts.map(async (text, i): Promise<Reading> => {
        const network = await outputs[i];
        if (network === null || network === undefined) return { score: null, ai: null, why: "too-short" };
        return read(model.manifest, text, posts[i]?.lang, network);
      }),
    );
  }

  return {
    classify,
    evidence: (post) =>
      weighPieces(post.text, async (texts) =>
        (await classify(texts.map((text) => ({ text, lang: post.lang })))).map(({ score }) => score),
      ),
    status: () => status,
    reload: async () => {
      if (status.state === "failed") loading = undefined;
      await loaded();
    },
    dispose: async () => {
      const model = await loading?.catch(() => undefined);
      loading = undefined;
      cache.clear();
      status = { state: "idle" };
      await model?.session.release();
    },
  };
}
