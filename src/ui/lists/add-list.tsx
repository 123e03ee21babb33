import { useEffect, useState } from "preact/hooks";

import { isShareCode } from "../../core/lists/share-code";
import type { Grant } from "../../core/vocab/rule-list";
import type { Source } from "../../platform/lists/preview-schema";
import { FileButton } from "../components/file-button";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { messageOf } from "../words";
import { PreviewView as Preview } from "./preview-view";
import { readTextFile } from "./read-file";
import { useLists } from "./use-lists";
import type { PreviewView } from "./use-preview";

/** Something pasted: a share code, a text of several lines, or an address. */
const sourceOf = (typed: string): Source =>
  isShareCode(typed) || typed.includes("\n")
    ? { kind: "code", text: typed }
    : { kind: "url", url: typed.trim() };

interface AddListProps {
  view: PreviewView;
  /** An address that came from a link or the popup: looked at at once. */
  offered: string | null;
  /** The text of a file in another program's format. */
  onForeign: (text: string, name: string) => void;
}

/** Look at a list by address, file, text or share code. Only the button at the end of the preview follows it. */
export const AddList = ({ view, offered, onForeign }: AddListProps) => {
  const services = useServices();
  const { say } = useSettings();
  const { refresh } = useLists();
  const { now, look, clear } = view;
  const [typed, setTyped] = useState(offered ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  useEffect(() => {
    if (offered === null) return;
    setTyped(offered);
    look({ kind: "url", url: offered });
  }, [offered, look]);

  const lookAt = (source: Source) => {
    setProblem(null);
    look(source);
  };
  const read = async (file: File) => {
    const read = await readTextFile(file);
    if (read.ok) lookAt({ kind: "file", file: file.name, text: read.text });
    else setProblem(read.problem);
  };
  const allow = (origin: string, source: Source) => {
    services.requestOrigins([origin]).then(
      (allowed) =>
        allowed
          ? lookAt(source)
          : setProblem(
              "Your browser said no, so Winnow cannot fetch this list. You can save it as a file and open that.",
            ),
      (error: unknown) => setProblem(messageOf(error)),
    );
  };
  const subscribe = async (token: string, grant: Grant, name: string) => {
    setWorking(true);
    try {
      const row = await services.send("list-subscribe", { token, grant, name });
      clear();
      setTyped("");
      await refresh();
      say(`You follow ${row.name} now. It works at once on every open tab.`);
    } catch (error) {
      setProblem(`Nothing was changed. ${messageOf(error)}`);
    }
    setWorking(false);
  };

  return (
    <div class="part part-wide">
      <form
        class="add-list"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) lookAt(sourceOf(typed));
        }}
      >
        <label for="add-list">Address, share code, or the text of a list</label>
        <textarea
          id="add-list"
          class="input"
          rows={typed.includes("\n") || typed.length > 160 ? 6 : 1}
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          placeholder="https://…"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || typed.includes("\n")) return;
            event.preventDefault();
            if (typed.trim()) lookAt(sourceOf(typed));
          }}
        />
        <div class="row">
          <button
            type="submit"
            class="button button-strong"
            disabled={!typed.trim() || now.state === "looking"}
          >
            Look at it
          </button>
          <FileButton label="Open a file" accept=".txt,.list,text/plain" onFile={read} />
        </div>
      </form>
      {problem && <Problem>{problem}</Problem>}
      {now.state === "looking" && (
        <p role="status" class="row">
          <progress aria-label="Looking at the list" />
          {now.source.kind === "url" ? "Fetching the list…" : "Reading the list…"}
          <button type="button" class="link" onClick={clear}>
            Stop waiting
          </button>
        </p>
      )}
      {now.state === "refused" && (
        <Problem
          action={
            now.origin !== undefined
              ? {
                  label: `Allow ${now.origin.replace(/^https:\/\/|\/\*$/g, "")}`,
                  onClick: () => allow(now.origin ?? "", now.source),
                }
              : now.format !== undefined && now.source.kind !== "url"
                ? {
                    label: "Carry it over",
                    onClick: () => {
                      if (now.source.kind === "url") return;
                      onForeign(now.source.text, now.source.kind === "file" ? now.source.file : "");
                      clear();
                    },
                  }
                : undefined
          }
        >
          Nothing was changed. {now.problem}
          {now.format !== undefined &&
            now.source.kind === "url" &&
            " Save it as a file and open that below, under “Bring rules from another program”."}
        </Problem>
      )}
      {now.state === "shown" && (
        <Preview
          key={now.preview.token}
          preview={now.preview}
          working={working}
          onSubscribe={(grant, name) => void subscribe(now.preview.token, grant, name)}
          onCancel={() => {
            clear();
            say("Nothing was changed.");
          }}
        />
      )}
    </div>
  );
};
