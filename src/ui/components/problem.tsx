import type { ComponentChildren } from "preact";

interface ProblemProps {
  children: ComponentChildren;
  id?: string;
  /** A way forward. */
  action?: { label: string; onClick: () => void } | undefined;
  /** Not a failure but something to know. */
  mild?: boolean;
}

/** Something went wrong: one plain sentence and a way forward, read out when it appears. */
export const Problem = ({ children, id, action, mild = false }: ProblemProps) => (
  <div class={mild ? "problem problem-mild" : "problem"} id={id} role={mild ? "status" : "alert"}>
    <p>{children}</p>
    {action && (
      <button type="button" class="button" onClick={action.onClick}>
        {action.label}
      </button>
    )}
  </div>
);
