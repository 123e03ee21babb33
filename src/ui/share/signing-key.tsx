import { useEffect, useState } from "preact/hooks";

import { exportSigner, generateSigner, importSigner, type Signer } from "../../core/lists/keys";
import { fingerprint } from "../../core/lists/signature";
import { Confirm } from "../components/confirm";
import { FileButton } from "../components/file-button";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { messageOf } from "../words";

interface SigningKeyProps {
  signer: Signer | null;
  onChange: (signer: Signer | null) => void;
}

const useFingerprint = (signer: Signer | null): string => {
  const [print, setPrint] = useState("");
  useEffect(() => {
    let stopped = false;
    setPrint("");
    if (signer)
      void fingerprint(signer.publicKey).then((found) => {
        if (!stopped) setPrint(found ?? "");
      });
    return () => {
      stopped = true;
    };
  }, [signer]);
  return print;
};

/** As it stands in the field at this moment: a key must not be saved with less than what was typed. */
const phraseIn = (form: HTMLFormElement): string => String(new FormData(form).get("passphrase") ?? "");

const Passphrase = ({
  id,
  label,
  value,
  onInput,
}: {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input
      id={id}
      class="input"
      name="passphrase"
      type="password"
      autocomplete="off"
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </div>
);

/** A key to sign with. It lives in a file that the person keeps; this page holds it until it is closed. */
export const SigningKey = ({ signer, onChange }: SigningKeyProps) => {
  const services = useServices();
  const print = useFingerprint(signer);
  const [phrase, setPhrase] = useState("");
  const [locked, setLocked] = useState<string | null>(null);
  const [saved, setSaved] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [dropping, setDropping] = useState(false);

  // A key that is in no file is lost with the page, so the browser asks first.
  useEffect(() => {
    if (!signer || saved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [signer, saved]);

  const drop = () => {
    setDropping(false);
    setSaved(true);
    setPhrase("");
    onChange(null);
  };

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const take = (text: string, passphrase?: string) =>
    attempt(async () => {
      const read = await importSigner(text, passphrase);
      if (read.ok) {
        setLocked(null);
        setPhrase("");
        setSaved(true);
        onChange(read.signer);
        return;
      }
      setLocked(read.needsPassphrase ? text : null);
      if (!read.needsPassphrase || passphrase) setProblem(read.problem);
    });
  const make = () =>
    attempt(async () => {
      onChange(await generateSigner());
      setLocked(null);
      setSaved(false);
    });
  const save = (passphrase: string) =>
    attempt(async () => {
      if (!signer) return;
      services.download("winnow-key.json", await exportSigner(signer, passphrase), "application/json");
      setSaved(true);
      setPhrase("");
    });

  return (
    <details class="help" open={signer !== null || locked !== null}>
      <summary>Sign it, so that followers notice if somebody else changes it</summary>
      <p>
        Followers remember the key of the first copy they see. A copy that is signed with another key waits
        until they have looked at it. Winnow does not keep your key: it is in a file of yours, and in this
        page until you close it.
      </p>
      {!signer && (
        <div class="row">
          <button type="button" class="button" onClick={() => void make()}>
            Make a new key
          </button>
          <FileButton
            label="Open a key file"
            accept=".json,application/json"
            onFile={async (file) =>
              file.size > 20_000 ? setProblem("This is too long to be a key file.") : take(await file.text())
            }
          />
        </div>
      )}
      {locked !== null && !signer && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            void take(locked, phraseIn(event.currentTarget));
          }}
        >
          <Passphrase id="key-open" label="The passphrase of this key" value={phrase} onInput={setPhrase} />
          <button type="submit" class="button">
            Open it
          </button>
        </form>
      )}
      {problem && <Problem>{problem}</Problem>}
      {signer && (
        <>
          <p>
            The list is signed with this key. Its fingerprint: <code dir="ltr">{print}</code>
          </p>
          {!saved && (
            <Problem>
              This key is in no file yet. Without it you cannot sign the next version of your list.
            </Problem>
          )}
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              void save(phraseIn(event.currentTarget));
            }}
          >
            <Passphrase
              id="key-save"
              label="A passphrase for the file (better with one)"
              value={phrase}
              onInput={setPhrase}
            />
            <button type="submit" class={saved ? "button" : "button button-strong"}>
              Save the key file
            </button>
            <button type="button" class="button" onClick={() => (saved ? drop() : setDropping(true))}>
              Do not sign
            </button>
          </form>
          {dropping && (
            <Confirm
              question="Throw this key away? It is in no file."
              yes="Throw it away"
              onYes={drop}
              onNo={() => setDropping(false)}
            />
          )}
        </>
      )}
    </details>
  );
};
