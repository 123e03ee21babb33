import { count, number } from "../words";

interface SkippedLine {
  line: number;
  message: string;
  hint?: string | undefined;
}

interface SkippedLinesProps {
  problems: readonly SkippedLine[];
  /** The text's lines, as far as they are known here. */
  lines: readonly string[];
  total: number;
}

/** Lines of a list that do nothing, and why. */
export const SkippedLines = ({ problems, lines, total }: SkippedLinesProps) => {
  if (total === 0) return null;
  // One line may have several things wrong with it.
  const twice = problems.length - new Set(problems.map(({ line }) => line)).size;
  const all = total - twice;
  return (
    <details class="help">
      <summary>
        {count(all, "line")} left out, since Winnow cannot read {all === 1 ? "it" : "them"}
      </summary>
      <ul class="skipped">
        {problems.slice(0, 200).map(({ line, message, hint }, at) => (
          <li key={at}>
            <p>
              Line {number(line)}: {message} {hint && <span class="hint">{hint}</span>}
            </p>
            {lines[line - 1] !== undefined && <code dir="ltr">{lines[line - 1]?.slice(0, 200)}</code>}
          </li>
        ))}
      </ul>
      {total > Math.min(200, problems.length) && (
        <p class="hint">And {number(total - Math.min(200, problems.length))} more.</p>
      )}
    </details>
  );
};
