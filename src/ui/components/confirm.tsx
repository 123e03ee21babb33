import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface ConfirmProps {
  question: string;
  children?: ComponentChildren;
  yes: string;
  onYes: () => void;
  onNo: () => void;
}

/** A question in its place on the page. Focus goes to the question and back afterwards; Escape says no. */
export const Confirm = ({ question, children, yes, onYes, onNo }: ConfirmProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <div
      class="confirm"
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === "Escape") onNo();
      }}
    >
      <p class="confirm-question" id={id}>
        {question}
      </p>
      {children}
      <div class="row">
        <button type="button" class="button button-strong" onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="button" onClick={onNo}>
          Cancel
        </button>
      </div>
    </div>
  );
};
