import type { Health } from "../../core/vocab/health";

interface HealthLineProps {
  name: string;
  health: Health;
  /** Words for each state. */
  words: Record<Health["state"], string>;
  /** A way forward when it failed. */
  action?: { label: string; onClick: () => void } | undefined;
}

/** One part of Winnow and how it is, in words; the sign beside them only repeats them. */
export const HealthLine = ({ name, health, words, action }: HealthLineProps) => (
  <div class="health" data-state={health.state}>
    <dt>{name}</dt>
    <dd>
      <span>{words[health.state]}</span>
      {health.state === "failed" && health.message && <span class="health-why">{health.message}</span>}
      {health.state === "failed" && action && (
        <button type="button" class="link" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </dd>
  </div>
);

export const MODEL_WORDS: Record<Health["state"], string> = {
  idle: "Starts with the first post.",
  starting: "Starting…",
  ok: "Works.",
  failed: "Does not work. Your rules still do; other posts are shown.",
};

export const READER_WORDS: Record<Health["state"], string> = {
  idle: "Waits for posts.",
  starting: "Starting…",
  ok: "Works.",
  failed: "Cannot read this page, so posts are shown.",
};

export const STORAGE_WORDS: Record<Health["state"], string> = {
  idle: "Not read yet.",
  starting: "Reading…",
  ok: "Kept on this device.",
  failed: "Could not be read.",
};
