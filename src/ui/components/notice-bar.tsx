import { useEffect, useState } from "preact/hooks";

import { useSettings } from "../use-settings";

/** Long enough to read; longer where there is a way back to be taken. */
const QUIET_AFTER_MS = { words: 8_000, undo: 60_000 };

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
        <button type="button" class="link" onClick={seen.undo}>
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
