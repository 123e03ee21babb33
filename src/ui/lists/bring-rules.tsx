import { useEffect, useMemo, useState } from "preact/hooks";

import { convertList, guessFormat, IMPORT_FORMATS, type ImportFormat } from "../../core/lists/import";
import { FileButton } from "../components/file-button";
import { Problem } from "../components/problem";
import { BroughtReport } from "./brought-report";
import { readTextFile } from "./read-file";

/** A text of another program, and the name of its file. */
export interface Foreign {
  text: string;
  name: string;
}

interface BringRulesProps {
  foreign: Foreign | null;
  onForeign: (foreign: Foreign | null) => void;
  /** Look at it as a list of its own. */
  onList: (name: string, text: string) => void;
}

const FORMATS = Object.keys(IMPORT_FORMATS) as ImportFormat[];
const ACTS = ["label", "dim", "fold", "hide"] as const;
const TAKES_SITE: readonly ImportFormat[] = ["handles", "words", "x-archive", "aislist"];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Carry = ({
  foreign,
  onList,
  onDone,
}: {
  foreign: Foreign;
  onList: BringRulesProps["onList"];
  onDone: () => void;
}) => {
  const guessed = useMemo(() => guessFormat(foreign.text, foreign.name), [foreign]);
  const [format, setFormat] = useState<ImportFormat>(guessed ?? "words");
  const [action, setAction] = useState<(typeof ACTS)[number]>("fold");
  const [site, setSite] = useState("");
  useEffect(() => setFormat(guessed ?? "words"), [guessed]);

  const brought = useMemo(
    () =>
      convertList(foreign.text, format, {
        action,
        ...(TAKES_SITE.includes(format) && site.trim() && { site: site.trim() }),
      }),
    [foreign, format, action, site],
  );

  if (guessed === null)
    return (
      <Problem
        mild
        action={{ label: "Look at it as a list", onClick: () => onList(foreign.name, foreign.text) }}
      >
        This is in Winnow’s own language already.
      </Problem>
    );
  return (
    <div class="panel-parts">
      <div class="field">
        <label for="bring-format">What it is</label>
        <select
          id="bring-format"
          value={format}
          onChange={(event) => {
            const chosen = FORMATS.find((each) => each === event.currentTarget.value);
            if (chosen) setFormat(chosen);
          }}
        >
          {FORMATS.map((each) => (
            <option key={each} value={each}>
              {capital(IMPORT_FORMATS[each])}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="bring-action">What should happen to posts that it names</label>
        <select
          id="bring-action"
          value={action}
          onChange={(event) => {
            const chosen = ACTS.find((each) => each === event.currentTarget.value);
            if (chosen) setAction(chosen);
          }}
        >
          {ACTS.map((each) => (
            <option key={each} value={each}>
              {capital(each)}
            </option>
          ))}
        </select>
      </div>
      {TAKES_SITE.includes(format) && (
        <div class="field">
          <label for="bring-site">On which site (nothing for all)</label>
          <input
            id="bring-site"
            class="input"
            dir="ltr"
            value={site}
            placeholder="x.com"
            onInput={(event) => setSite(event.currentTarget.value)}
          />
        </div>
      )}
      <BroughtReport brought={brought} name={foreign.name} onList={onList} onDone={onDone} />
    </div>
  );
};

/** Blocks, mutes and lists of other programs, as rules. What cannot be carried over is named. */
export const BringRules = ({ foreign, onForeign, onList }: BringRulesProps) => {
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState("");
  const read = async (file: File) => {
    const read = await readTextFile(file);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) onForeign({ text: read.text, name: file.name });
  };
  return (
    <details class="help bring" open={foreign !== null}>
      <summary>Bring rules from another program</summary>
      <p>
        uBlacklist, ad-block and host lists, AiSList, Mastodon’s exports, blocks and mutes of an X archive (
        <code>block.js</code>, <code>mute.js</code>), or plain lists of words or handles. Nothing is changed
        before you have seen what comes of it.
      </p>
      <div class="field">
        <label for="bring-text">Paste it</label>
        <textarea
          id="bring-text"
          class="input"
          rows={3}
          dir="auto"
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={!pasted.trim()}
          onClick={() => {
            setProblem(null);
            onForeign({ text: pasted, name: "" });
          }}
        >
          Read it
        </button>
        <FileButton label="Or open a file" onFile={read} />
      </div>
      {problem && <Problem>{problem}</Problem>}
      {foreign && (
        <Carry
          foreign={foreign}
          onList={onList}
          onDone={() => {
            onForeign(null);
            setPasted("");
          }}
        />
      )}
    </details>
  );
};
