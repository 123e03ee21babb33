import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { beyond } from "../../core/lists/uses";
import type { Grant } from "../../core/vocab/rule-list";
import type { ListPreview } from "../../platform/lists/preview-schema";
import { Problem } from "../components/problem";
import { count, listed } from "../words";
import { GrantEditor } from "./grant-editor";
import { Contents, EffectWords, SaysOfItself, SignatureWords } from "./preview-parts";
import { SkippedLines } from "./skipped-lines";

interface PreviewViewProps {
  preview: ListPreview;
  /** It is being subscribed to. */
  working: boolean;
  onSubscribe: (grant: Grant, name: string) => void;
  onCancel: () => void;
}

/** A list before it may do anything: what it is, who says so, what it asks for, and what the person grants. */
export const PreviewView = ({ preview, working, onSubscribe, onCancel }: PreviewViewProps) => {
  const [grant, setGrant] = useState(preview.grant);
  const [name, setName] = useState(preview.name);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const lines = useMemo(() => preview.text.split("\n"), [preview.text]);
  const more = beyond(preview.wish, grant);
  const blocked = preview.already !== undefined || preview.signature.state === "bad";

  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title" tabIndex={-1} ref={title} dir="auto">
        {preview.name}
      </h3>
      <p class="hint">Nothing of it works yet. What it says of itself is its own claim.</p>
      {preview.warning && <Problem>{preview.warning}</Problem>}
      {preview.already !== undefined && (
        <Problem mild>You follow this list already. It is in the table below.</Problem>
      )}
      <SaysOfItself preview={preview} />
      <SignatureWords signature={preview.signature} />
      <Contents preview={preview} />
      {preview.notes.map((note) => (
        <p class="hint" key={note}>
          {note}
        </p>
      ))}
      {preview.effect && <EffectWords effect={preview.effect} />}
      <SkippedLines problems={preview.problems} lines={lines} total={preview.counts.skipped} />
      {preview.counts.warnings > 0 && (
        <details class="help">
          <summary>{count(preview.counts.warnings, "line")} that may not do what was meant</summary>
          <ul class="skipped">
            {preview.warnings.map(({ line, message }, at) => (
              <li key={at}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details class="help">
        <summary>Read its rules</summary>
        <pre class="code-block" dir="ltr" tabIndex={0}>
          {preview.text}
        </pre>
      </details>
      {!blocked && (
        <>
          <h4>What you let it do</h4>
          <p class="hint">
            {more.length === 0
              ? "That is all it asks for."
              : `It also asks ${listed(more)}. Rules that need it do less, or nothing, until you allow it.`}
          </p>
          <GrantEditor grant={grant} wish={preview.wish} onChange={setGrant} />
          <div class="field">
            <label for="preview-name">What you call it</label>
            <input
              id="preview-name"
              class="input"
              value={name}
              maxLength={200}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </div>
        </>
      )}
      <div class="row">
        {!blocked && (
          <button
            type="button"
            class="button button-strong"
            disabled={working}
            onClick={() => onSubscribe(grant, name.trim() || preview.name)}
          >
            {working ? "Subscribing…" : "Subscribe"}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {blocked ? "Close" : "Do not subscribe"}
        </button>
      </div>
    </section>
  );
};
