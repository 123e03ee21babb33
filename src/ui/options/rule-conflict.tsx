interface RuleConflictProps {
  theirs: string;
  onTheirs: () => void;
  onMine: () => void;
}

/** Another page saved other rules while something was typed here: the person chooses, nothing is lost before. */
export const RuleConflict = ({ theirs, onTheirs, onMine }: RuleConflictProps) => (
  <div class="problem" role="alert">
    <p>Another Winnow page changed these rules while you typed. Your text above is not saved yet.</p>
    <details>
      <summary>See the other version</summary>
      <pre class="code-block" dir="ltr" tabIndex={0}>
        {theirs || "(no rules)"}
      </pre>
    </details>
    <div class="row">
      <button type="button" class="button button-strong" onClick={onMine}>
        Keep mine
      </button>
      <button type="button" class="button" onClick={onTheirs}>
        Use the other version
      </button>
    </div>
  </div>
);
