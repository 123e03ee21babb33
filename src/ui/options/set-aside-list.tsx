import { useCallback, useEffect, useState } from "preact/hooks";

import { Confirm } from "../components/confirm";
import { Problem } from "../components/problem";
import { type SetAside, useServices } from "../services";
import { useSettings } from "../use-settings";
import { messageOf, moment } from "../words";

/** Stored data that could not be read: when, why, and the thing itself. Shown only if there is any. */
export const SetAsideList = () => {
  const services = useServices();
  const { storage, reload, say } = useSettings();
  const [list, setList] = useState<readonly SetAside[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  const read = useCallback(
    () => services.listSetAside().then(setList, (error: unknown) => setFailure(messageOf(error))),
    [services],
  );
  useEffect(() => void read(), [read, storage]);

  const forget = async () => {
    setAsking(false);
    try {
      await services.forgetSetAside();
      await read();
      reload();
      say("The set-aside pieces are gone.");
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  if (failure) return <Problem>What was set aside could not be read or forgotten. {failure}</Problem>;
  if (list.length === 0) return null;
  return (
    <div class="part">
      <h3>Set aside</h3>
      <p>These stored pieces could not be read. They were kept as they are, and do nothing.</p>
      <ul class="set-aside">
        {list.map((piece, at) => (
          <li key={at}>
            <p>
              <strong>{piece.key}</strong>, found on <time dateTime={piece.time}>{moment(piece.time)}</time>
            </p>
            <p class="hint">{piece.problem}</p>
            <button
              type="button"
              class="button"
              onClick={() => services.download(`winnow-set-aside-${at + 1}.txt`, piece.raw)}
            >
              Download it
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" aria-expanded={asking} onClick={() => setAsking(true)}>
        Forget them…
      </button>
      {asking && (
        <Confirm
          question="Forget these pieces? This cannot be undone."
          yes="Forget them"
          onYes={() => void forget()}
          onNo={() => setAsking(false)}
        />
      )}
    </div>
  );
};
