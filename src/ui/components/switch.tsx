interface SwitchProps {
  on: boolean;
  /** What it switches, for those who hear the page. */
  label: string;
  busy?: boolean;
  describedBy?: string;
  onChange: (on: boolean) => void;
}

/** On or off, at once. A button, since a refused change must leave it as it was. */
export const Switch = ({ on, label, busy = false, describedBy, onChange }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    class="switch"
    aria-checked={on}
    aria-label={label}
    aria-busy={busy}
    aria-describedby={describedBy}
    onClick={() => {
      if (!busy) onChange(!on);
    }}
  >
    <span class="switch-track" aria-hidden="true">
      <span class="switch-thumb" />
    </span>
    <span class="switch-word" aria-hidden="true">
      {on ? "On" : "Off"}
    </span>
  </button>
);
