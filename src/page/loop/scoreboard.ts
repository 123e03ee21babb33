import { emptyTally, type Tally } from "../../core/vocab/tally";
import type { Verdict } from "../../core/vocab/verdict";
import { hash } from "../read/hash";
import type { Ask } from "./judge-queue";
import type { Records } from "./records";

/** Keys remembered as counted; beyond it, posts seen long ago may count twice. */
const MAX_COUNTED = 50_000;

/** Counts posts, each once, by what was decided; keeps the records that decide. */
export class Scoreboard {
  readonly tally: Tally = emptyTally();
  readonly #records: Records;
  readonly #counted = new Set<number>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** @returns whether this post was not counted before */
  countRead(key: string): boolean {
    const name = hash(key);
    if (this.#counted.has(name)) return false;
    if (this.#counted.size >= MAX_COUNTED) this.#counted.clear();
    this.#counted.add(name);
    this.tally.read += 1;
    return true;
  }

  /** Keep a verdict. @returns false if a newer one stands */
  learn({ key, hash: asked, generation }: Ask, verdict: Verdict): boolean {
    const old = this.#records.get(key);
    if (old && old.generation > generation) return false;
    if (old) this.tally[old.verdict.action] -= 1;
    this.tally[verdict.action] += 1;
    const { held = false, run = null, measured = false } = old ?? {};
    this.#records.set(key, { hash: asked, verdict, generation, held, run, measured });
    return true;
  }
}
