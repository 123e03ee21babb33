const EXAMPLES: readonly { rule: string; means: string }[] = [
  { rule: "fold: from:@somebot", means: "Fold every post by this account." },
  {
    rule: 'hide: "link in bio" ai>99%',
    means: "Hide posts that say “link in bio” and read more like a machine than 99 of 100 human posts.",
  },
  { rule: "keep: from:@friend", means: "Always show this account, whatever the model says." },
  {
    rule: 'label: -from:@friend "passive income" site:x',
    means: "On X, label posts that say “passive income”, but not this account’s.",
  },
];

/** How a rule is written, by example. */
export const RuleHelp = () => (
  <details class="help">
    <summary>How to write a rule</summary>
    <p>
      First what to do: <code>keep</code>, <code>label</code>, <code>dim</code>, <code>fold</code> or{" "}
      <code>hide</code>, and a colon. Then what must be true of the post, with spaces between. All of it must
      be true; a <code>-</code> before one turns it round.
    </p>
    <dl class="examples">
      {EXAMPLES.map(({ rule, means }) => (
        <div key={rule}>
          <dt>
            <code dir="ltr">{rule}</code>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
    <p>
      <code>keep</code> beats everything else. Otherwise the strongest action wins: hide, fold, dim, label. A
      line that starts with <code>!</code> is a note to yourself, and so is what follows <code>;</code> on a
      line.
    </p>
    <p>A line that Winnow cannot read is marked and left out. Your other lines go on working.</p>
  </details>
);
