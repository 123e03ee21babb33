import { ACTIONS } from "../../core/vocab/action";
import type { Post } from "../../core/vocab/post";
import type { Verdict } from "../../core/vocab/verdict";

export interface Ask {
  key: string;
  hash: number;
  generation: number;
  post: Post;
}

export interface JudgeQueueOptions {
  judge: (posts: Post[]) => Promise<Verdict[]>;
  onVerdicts: (asks: Ask[], verdicts: Verdict[]) => void;
  /** What broke, or null when it works again. */
  onProblem: (problem: string | null) => void;
  signal: AbortSignal;
}

/** Small enough that the first answers come soon, large enough to fill one run of the model. */
const BATCH = 32;
const IN_FLIGHT = 3;
/** What waits beyond this is dropped, oldest first; it is asked for again when it comes near again. */
const MAX_WAITING = 512;
const TIMEOUT_MS = 60_000;
const BACK_OFF_MS = [1_000, 2_000, 5_000, 15_000, 60_000] as const;

const isVerdict = (value: unknown): value is Verdict =>
  typeof value === "object" &&
  value !== null &&
  ACTIONS.includes((value as Verdict).action) &&
  Array.isArray((value as Verdict).causes);

/** Asks for verdicts in batches, a few at once. Fails open: what could not be judged waits and is asked again. */
export class JudgeQueue {
  readonly #options: JudgeQueueOptions;
  readonly #waiting = new Map<string, Ask>();
  #inFlight = 0;
  #scheduled = false;
  #failures = 0;
  #blocked = false;
  /** Counts up when everything is dropped: answers of before are nobody's. */
  #epoch = 0;

  constructor(options: JudgeQueueOptions) {
    this.#options = options;
  }

  isWaiting(key: string, hash: number): boolean {
    return this.#waiting.get(key)?.hash === hash;
  }

  add(ask: Ask): void {
    this.#waiting.delete(ask.key);
    this.#waiting.set(ask.key, ask);
    if (this.#waiting.size > MAX_WAITING) {
      const [oldest] = this.#waiting.keys();
      if (oldest !== undefined) this.#waiting.delete(oldest);
    }
    if (this.#scheduled || this.#blocked) return;
    this.#scheduled = true;
    // All posts that come near in one go make one batch.
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#send();
    });
  }

  /** Forget everything that waits, and every answer on its way. */
  clear(): void {
    this.#epoch += 1;
    this.#waiting.clear();
    this.#inFlight = 0;
    this.#failures = 0;
    this.#blocked = false;
  }

  #send(): void {
    while (
      !this.#blocked &&
      !this.#options.signal.aborted &&
      this.#waiting.size > 0 &&
      this.#inFlight < IN_FLIGHT
    ) {
      const asks = [...this.#waiting.values()].slice(0, BATCH);
      for (const { key } of asks) this.#waiting.delete(key);
      this.#inFlight += 1;
      void this.#request(asks, this.#epoch);
    }
  }

  async #request(asks: Ask[], epoch: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("no answer came")), TIMEOUT_MS);
    });
    try {
      const verdicts = await Promise.race([this.#options.judge(asks.map(({ post }) => post)), tooLate]);
      if (epoch !== this.#epoch) return;
      if (!Array.isArray(verdicts) || verdicts.length !== asks.length || !verdicts.every(isVerdict)) {
        throw new Error("the answer does not fit the question");
      }
      this.#inFlight -= 1;
      if (this.#failures > 0) this.#options.onProblem(null);
      this.#failures = 0;
      this.#options.onVerdicts(asks, verdicts);
    } catch (error) {
      if (epoch !== this.#epoch) return;
      this.#inFlight -= 1;
      this.#fail(asks, error);
    } finally {
      clearTimeout(timer);
    }
    if (epoch === this.#epoch) this.#send();
  }

  #fail(asks: Ask[], error: unknown): void {
    for (const ask of asks) if (!this.#waiting.has(ask.key)) this.#waiting.set(ask.key, ask);
    const wait = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)] ?? 60_000;
    this.#failures += 1;
    this.#options.onProblem(error instanceof Error ? error.message : String(error));
    if (this.#blocked) return;
    this.#blocked = true;
    const epoch = this.#epoch;
    setTimeout(() => {
      if (epoch !== this.#epoch) return;
      this.#blocked = false;
      this.#send();
    }, wait);
  }
}
