import type { Health } from "../../core/vocab/health";
import type { Tally } from "../../core/vocab/tally";

export interface Report {
  tally: Tally;
  reader: Health;
}

/** Reports go out at most this often; the last one always does. */
const EVERY_MS = 300;

/** Tells the others what happened here, when it changed, and not too often. A report that fails is no harm. */
export const createReporter = (
  report: (report: Report) => unknown,
  current: () => Report,
  signal: AbortSignal,
) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = "";
  const send = (): void => {
    timer = undefined;
    if (signal.aborted) return;
    const now = current();
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    try {
      void Promise.resolve(report(structuredClone(now))).catch(() => undefined);
    } catch {
      // The other side is gone (an extension that was updated): nothing to do here.
    }
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return (): void => {
    timer ??= setTimeout(send, EVERY_MS);
  };
};
