import { useState } from "preact/hooks";

import { toJson, toUblacklist } from "../../core/lists/export";
import { MAX_QR_CHARACTERS } from "../../core/lists/limits";
import { parseList } from "../../core/rules/parse";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { count, messageOf, number } from "../words";
import { SkippedLines } from "../lists/skipped-lines";
import { QrCode } from "./qr-code";
import type { Shared } from "./use-share";

const fileName = (title: string | undefined, ending: string): string =>
  `${
    title
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "winnow-list"
  }.${ending}`;

/** The list in each form in which it can be passed on. */
export const ShareResult = ({ shared, title }: { shared: Shared; title: string | undefined }) => {
  const services = useServices();
  const { say } = useSettings();
  const [picture, setPicture] = useState(false);
  const [left, setLeft] = useState<readonly { line: number; text: string; why: string }[]>([]);

  const attempt = (words: string, work: () => unknown) => {
    Promise.resolve()
      .then(work)
      .then(
        () => say(words),
        (error: unknown) => say(messageOf(error), true),
      );
  };
  const ublacklist = () => {
    const exported = toUblacklist(parseList(shared.text));
    setLeft(exported.left);
    if (exported.text.trim() === "")
      throw new Error("None of these rules is about an address alone, which is all that uBlacklist knows.");
    services.download(fileName(title, "ublacklist.txt"), exported.text, "text/plain");
  };

  return (
    <div class="panel-parts">
      <h3>Pass it on</h3>
      <div class="row">
        <button
          type="button"
          class="button button-strong"
          onClick={() =>
            attempt("The list was saved as a file.", () =>
              services.download(fileName(title, "txt"), shared.text, "text/plain"),
            )
          }
        >
          Save as a file
        </button>
        <button
          type="button"
          class="button"
          onClick={() => attempt("The text was copied.", () => services.copy(shared.text))}
        >
          Copy the text
        </button>
        <button
          type="button"
          class="button"
          onClick={() => attempt("The share code was copied.", () => services.copy(shared.code))}
        >
          Copy a share code
        </button>
        <button type="button" class="button" aria-expanded={picture} onClick={() => setPicture(!picture)}>
          QR picture
        </button>
      </div>
      <p class="hint">
        {count(shared.rules, "rule")}. Share code: {number(shared.code.length)} characters
        {shared.code.length > MAX_QR_CHARACTERS ? ", too long for a picture" : ""}. Put the file on any web
        server (https), and its address is all that others need to follow it.
      </p>
      {picture && <QrCode code={shared.code} />}
      <SkippedLines problems={shared.left} lines={[]} total={shared.left.length} />
      <details class="help">
        <summary>See the text</summary>
        <pre class="code-block" dir="ltr" tabIndex={0}>
          {shared.text.slice(0, 100_000)}
        </pre>
      </details>
      <details class="help">
        <summary>For other programs</summary>
        <div class="row">
          <button type="button" class="button" onClick={() => attempt("Saved for uBlacklist.", ublacklist)}>
            Save for uBlacklist
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              attempt("Saved as JSON.", () =>
                services.download(fileName(title, "json"), toJson(parseList(shared.text))),
              )
            }
          >
            Save as JSON
          </button>
        </div>
        {left.length > 0 && (
          <>
            <p>{count(left.length, "rule")} cannot be said in that format:</p>
            <ul class="skipped">
              {left.slice(0, 100).map(({ line, text, why }) => (
                <li key={line}>
                  <code dir="ltr">{text}</code> <span class="hint">{why}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </div>
  );
};
