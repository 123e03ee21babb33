import type { Dom } from "../read/dom";
import type { Ground } from "./theme";

/** How a mark looks; CSS draws each from the host's `data-winnow-mark`. */
export type Look = "label" | "fold" | "hide" | "shown";

export interface Face {
  look: Look;
  ground: Ground;
  /** A few words: why. Empty where there is no room for them. */
  short: string;
  causes: readonly string[];
  name: string;
  /** Words of the button that shows, or takes back; empty for no button. */
  toggle: string;
  toggleLabel: string;
  /** Whether the post is open now; null where the button is no disclosure. */
  open: boolean | null;
  /** Height of the button in CSS pixels, where it stands for several hidden posts. */
  height?: number | undefined;
  /** A hidden post that another one's button stands for. */
  quiet?: boolean | undefined;
}

export interface Mark {
  host: HTMLElement;
  update(face: Face): void;
}

export interface MarkOptions {
  dom: Dom;
  onToggle: () => void;
  whyLabel: (short: string) => string;
  /** Only a person's own click counts. Tests, whose clicks are made by scripts, hand in their own. */
  trusted: (event: Event) => boolean;
}

/**
 * A mark: one plain element with a closed shadow root, styled through `::part` by show.css alone,
 * so that no style has to pass the page's CSP. The same buttons stay through all looks: focus is
 * kept when a post is shown.
 */
export const createMark = ({ dom, onToggle, whyLabel, trusted }: MarkOptions): Mark => {
  const host = dom.create("div");
  // Without our stylesheet (extension switched off or updated) the mark is not seen either.
  host.style.display = "none";
  const root = host.attachShadow({ mode: "closed" });
  const box = part(dom, "div", "box");
  const why = part(dom, "button", "why");
  const name = part(dom, "bdi", "name");
  const toggle = part(dom, "button", "toggle");
  const panel = part(dom, "ul", "panel");
  why.type = toggle.type = "button";
  why.dir = name.dir = "auto";
  setHidden(panel, true);
  why.setAttribute("aria-expanded", "false");
  box.append(why, name, toggle);
  root.append(box, panel);

  const setOpen = (open: boolean): void => {
    setHidden(panel, !open);
    why.setAttribute("aria-expanded", String(open));
    host.toggleAttribute("data-winnow-open", open);
  };
  const onClick = (button: HTMLElement, act: () => void): void => {
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      event.preventDefault();
      if (trusted(event)) act();
    });
  };
  onClick(why, () => setOpen(panel.hidden));
  onClick(toggle, () => {
    setOpen(false);
    onToggle();
  });
  // A click or Enter here must not open the post below; the site's other shortcuts still work.
  for (const type of [
    "click",
    "auxclick",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "touchstart",
    "touchend",
  ]) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  for (const type of ["keydown", "keypress", "keyup"] as const) {
    host.addEventListener(type, (event) => {
      if (event.key === "Escape" && !panel.hidden) setOpen(false);
      else if (event.key !== "Enter" && event.key !== " ") return;
      event.stopPropagation();
    });
  }

  return {
    host,
    update: (face) => {
      host.setAttribute("data-winnow-mark", face.look);
      host.setAttribute("data-winnow-theme", face.ground.theme);
      host.style.setProperty("--winnow-ground", face.ground.color);
      host.toggleAttribute("data-winnow-quiet", face.quiet === true);
      setText(why, face.short);
      setHidden(why, face.short === "");
      why.setAttribute("aria-label", whyLabel(face.short));
      setText(name, face.name);
      setHidden(name, face.name === "");
      setText(toggle, face.toggle);
      setHidden(toggle, face.toggle === "");
      toggle.setAttribute("aria-label", face.toggleLabel);
      if (face.open === null) toggle.removeAttribute("aria-expanded");
      else toggle.setAttribute("aria-expanded", String(face.open));
      // One stop for the keyboard, one thing said, for a run of hidden posts.
      toggle.tabIndex = face.quiet ? -1 : 0;
      if (face.quiet) host.setAttribute("aria-hidden", "true");
      else host.removeAttribute("aria-hidden");
      host.toggleAttribute("data-winnow-run", face.height !== undefined);
      setStyle(toggle, "block-size", face.height === undefined ? "" : `${face.height}px`);
      panel.replaceChildren(
        ...face.causes.map((cause) => {
          const item = part(dom, "li", "cause");
          item.dir = "auto";
          item.textContent = cause;
          return item;
        }),
      );
      if (face.look === "hide") setOpen(false);
    },
  };
};

const part = <K extends keyof HTMLElementTagNameMap>(
  dom: Dom,
  tag: K,
  name: string,
): HTMLElementTagNameMap[K] => {
  const element = dom.create(tag);
  element.setAttribute("part", name);
  return element;
};

/** Important, since what `::part` says from outside would win otherwise. */
const setStyle = (element: HTMLElement, property: string, value: string): void => {
  if (value === "") element.style.removeProperty(property);
  else element.style.setProperty(property, value, "important");
};

const setHidden = (element: HTMLElement, hidden: boolean): void => {
  element.hidden = hidden;
  setStyle(element, "display", hidden ? "none" : "");
};

const setText = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};
