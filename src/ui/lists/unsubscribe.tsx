import { useState } from "preact/hooks";

import type { SubscriptionView } from "../../platform/lists/view";
import { Confirm } from "../components/confirm";
import { useServices } from "../services";
import { useLists } from "./use-lists";

/** Stop following a list. Nothing of it stays, so it is asked first; its text can be kept as a file. */
export const Unsubscribe = ({ list, onNo }: { list: SubscriptionView; onNo: () => void }) => {
  const services = useServices();
  const { act } = useLists();
  const [failure, setFailure] = useState<string | null>(null);
  const { id, name, origin } = list;
  const unsubscribe = () =>
    void act(
      id,
      async () => {
        await services.send("list-unsubscribe", { id });
        return null;
      },
      { words: `Unsubscribed. Everything of ${name} is gone.` },
    );
  const save = async () => {
    try {
      const { text } = await services.send("list-text", { id });
      services.download("list.txt", text, "text/plain");
      setFailure(null);
    } catch {
      setFailure("Its text could not be read.");
    }
  };
  return (
    <Confirm question={`Stop following ${name}?`} yes="Unsubscribe" onYes={unsubscribe} onNo={onNo}>
      <p>
        Its rules stop at once. Its copies, what it was allowed, and the rules that you switched off in it are
        forgotten.{" "}
        {origin.kind === "url"
          ? "You can follow it again by its address."
          : "Winnow cannot get it back for you."}
      </p>
      <p>
        <button type="button" class="link" onClick={() => void save()}>
          Save its text as a file first
        </button>{" "}
        {failure && <span role="alert">{failure}</span>}
      </p>
    </Confirm>
  );
};
