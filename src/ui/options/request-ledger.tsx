import { useState } from "preact/hooks";

import { Problem } from "../components/problem";
import { dayOf, size } from "../lists/list-words";
import { useAnswer } from "../lists/use-answer";
import { count } from "../words";

const OUTCOMES = { new: "new copy", unchanged: "nothing new", failed: "failed" } as const;
const FIRST = 25;

const Ledger = () => {
  const { value, failure, again } = useAnswer("ledger", {});
  const [all, setAll] = useState(false);
  if (failure)
    return (
      <Problem action={{ label: "Try again", onClick: again }}>
        The requests could not be read. {failure}
      </Problem>
    );
  if (!value)
    return (
      <p class="hint" role="status">
        Reading…
      </p>
    );
  if (value.requests.length === 0) return <p>None. Winnow has made no request so far.</p>;
  const shown = all ? value.requests : value.requests.slice(0, FIRST);
  return (
    <>
      <div class="table-box" tabIndex={0} role="region" aria-label="Requests">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Where</th>
              <th scope="col">What came</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ time, host, bytes, outcome, message }, at) => (
              <tr key={at}>
                <td>{dayOf(time)}</td>
                <td dir="ltr">{host}</td>
                <td>
                  {OUTCOMES[outcome]}, {size(bytes)}
                  {message && <span class="hint"> {message}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="row">
        {shown.length < value.requests.length && (
          <button type="button" class="link" onClick={() => setAll(true)}>
            Show all {count(value.requests.length, "request")}
          </button>
        )}
        <button type="button" class="link" onClick={again}>
          Read again
        </button>
      </p>
    </>
  );
};

/** Every request that Winnow made, as it wrote them down itself. Read when it is opened. */
export const RequestLedger = () => {
  const [open, setOpen] = useState(false);
  return (
    <details class="help" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Every request that Winnow made</summary>
      {open && <Ledger />}
    </details>
  );
};
