import { useEffect, useState } from "preact/hooks";

import { useSettings } from "../use-settings";

/** Long enough to read; longer where there is a way back to be taken. */
const QUIET_AFTER_MS = { words: 8_000, undo: 60_000 };

const EDITED =
  "textarea, input:not([type=radio], [type=checkbox]), [contenteditable=true] *, [contenteditable=true]";

/** The quiet word after each change, and the way back. It stands over the page, so nothing moves. */
export const NoticeBar = () => {
  const { notice } = useSettings();
  const [gone, setGone] = useState(0);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!notice || held || notice.failed) return;
    const timer = setTimeout(() => setGone(notice.id), QUIET_AFTER_MS[notice.undo ? "undo" : "words"]);
    return () => clearTimeout(timer);
  }, [notice, held]);

  const seen = notice && notice.id !== gone ? notice : null;

  // The bar is far from most controls by Tab, so the usual keys work too, but where text is edited.
  const undo = seen?.undo;
  useEffect(() => {
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      const editing = event.target instanceof Element && event.target.matches(EDITED);
      if (editing || event.shiftKey || event.key !== "z" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo]);

  return (
    <div
      class={seen ? "notice" : "notice notice-empty"}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p role="status" class={seen?.failed ? "notice-failed" : ""}>
        {seen?.words}
      </p>
      {seen?.undo && (
        <button type="button" class="link" aria-keyshortcuts="Control+Z Meta+Z" onClick={seen.undo}>
          Undo
        </button>
      )}
      {seen && (
        <button type="button" class="link" aria-label="Close this message" onClick={() => setGone(seen.id)}>
          Close
        </button>
      )}
    </div>
  );
};
