import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export type DraftState = "saved" | "typing" | "saving" | "failed" | "conflict";

export interface Draft {
  text: string;
  state: DraftState;
  /** What another page saved meanwhile, in a conflict. */
  theirs: string | null;
  edit: (text: string) => void;
  /** Save now what is typed. */
  flush: () => void;
  takeTheirs: () => void;
  keepMine: () => void;
}

const SAVE_AFTER_MS = 600;
/** Our own saves come back as changes, perhaps late: compare again after this long. */
const ECHO_MS = 400;

/**
 * A text that saves itself while it is typed. A change from another page is taken over if nothing
 * is unsaved here; otherwise what is typed stays and the person chooses.
 */
export const useDraft = (saved: string, save: (text: string) => Promise<boolean>): Draft => {
  const [text, setText] = useState(saved);
  const [state, setState] = useState<DraftState>("saved");
  const [theirs, setTheirs] = useState<string | null>(null);
  const live = useRef({
    text: saved,
    base: saved,
    saved,
    sending: false,
    echoing: false,
    conflict: false,
    save,
  });
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const echo = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  live.current.saved = saved;
  live.current.save = save;

  const reconcile = useCallback(() => {
    const now = live.current;
    if (now.sending || now.echoing || now.saved === now.base) return;
    const clean = now.text === now.base || now.text === now.saved;
    now.base = now.saved;
    if (clean) {
      now.text = now.saved;
      now.conflict = false;
      setText(now.saved);
      setTheirs(null);
      setState("saved");
      return;
    }
    clearTimeout(typing.current);
    now.conflict = true;
    setTheirs(now.saved);
    setState("conflict");
  }, []);

  const write = useCallback(async () => {
    const now = live.current;
    clearTimeout(typing.current);
    if (now.sending || now.conflict || now.text === now.base) return;
    const sent = now.text;
    now.sending = true;
    setState("saving");
    const done = await now.save(sent);
    now.sending = false;
    if (done) now.base = sent;
    setState(done ? (now.text === sent ? "saved" : "typing") : "failed");
    if (done && now.text !== sent) typing.current = setTimeout(() => void write(), SAVE_AFTER_MS);
    now.echoing = true;
    clearTimeout(echo.current);
    echo.current = setTimeout(() => {
      now.echoing = false;
      reconcile();
    }, ECHO_MS);
  }, [reconcile]);

  useEffect(reconcile, [saved, reconcile]);

  const edit = useCallback(
    (next: string) => {
      live.current.text = next;
      setText(next);
      if (live.current.conflict) return;
      setState(next === live.current.base && !live.current.sending ? "saved" : "typing");
      clearTimeout(typing.current);
      typing.current = setTimeout(() => void write(), SAVE_AFTER_MS);
    },
    [write],
  );

  const flush = useCallback(() => void write(), [write]);

  const takeTheirs = useCallback(() => {
    const now = live.current;
    now.conflict = false;
    now.base = now.saved;
    now.text = now.saved;
    setText(now.saved);
    setTheirs(null);
    setState("saved");
  }, []);

  const keepMine = useCallback(() => {
    live.current.conflict = false;
    setTheirs(null);
    void write();
  }, [write]);

  // A page that closes must not lose the last word.
  useLayoutEffect(() => {
    const leave = () => {
      if (document.hidden) void write();
    };
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", flush);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", flush);
      clearTimeout(echo.current);
      void write();
    };
  }, [write, flush]);

  return { text, state, theirs, edit, flush, takeTheirs, keepMine };
};
