import { useState } from "preact/hooks";

import type { Difference } from "../../core/vocab/subscription";
import { count, listed, number } from "../words";

const FIRST = 20;

/** `12 rules added and 3 removed`. */
export const differenceWords = ({ counts, header }: Difference): string => {
  const parts = [
    ...(counts.added > 0 ? [`${count(counts.added, "rule")} added`] : []),
    ...(counts.removed > 0 ? [`${count(counts.removed, "rule")} removed`] : []),
    ...(counts.noted > 0 ? [`${count(counts.noted, "note")} changed`] : []),
    ...(header.length > 0 ? [`${count(header.length, "line")} of its head changed`] : []),
  ];
  return parts.length === 0 ? "No rule changed" : listed(parts);
};

interface LinesProps {
  name: string;
  sign: "+" | "−" | "≈";
  lines: readonly string[];
  total: number;
}

const Lines = ({ name, sign, lines, total }: LinesProps) => {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <div class="change-group">
      <h5>
        {name} ({number(total)})
      </h5>
      <ul class="change-lines" data-sign={sign} dir="ltr">
        {shown.map((line, at) => (
          <li key={at}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show {number(lines.length - shown.length)} more
        </button>
      )}
      {shown.length === lines.length && total > lines.length && (
        <p class="hint">And {number(total - lines.length)} more, which are not kept.</p>
      )}
    </div>
  );
};

/** How two copies of a list differ, rule by rule. */
export const DifferenceView = ({ difference }: { difference: Difference }) => {
  const { added, removed, noted, header, returned, counts } = difference;
  return (
    <div class="changes">
      <p class="hint">
        {number(counts.before)} → {count(counts.after, "rule")}
      </p>
      <Lines name="Added" sign="+" lines={added.map(({ text }) => text)} total={counts.added} />
      <Lines name="Removed" sign="−" lines={removed.map(({ text }) => text)} total={counts.removed} />
      <Lines
        name="Came back after it was removed, and is kept out"
        sign="+"
        lines={returned}
        total={returned.length}
      />
      <Lines name="Only the note changed" sign="≈" lines={noted.map(({ to }) => to)} total={counts.noted} />
      <Lines
        name="Its head"
        sign="≈"
        lines={header.map(({ field, from, to }) => `${field}: ${from || "(nothing)"} → ${to || "(nothing)"}`)}
        total={header.length}
      />
    </div>
  );
};
