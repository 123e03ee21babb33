import { type ComponentType, render } from "preact";
import { afterEach, expect, vi } from "vitest";

import { ServicesProvider } from "../../src/ui/services";
import { SettingsProvider } from "../../src/ui/use-settings";
import type { Browser } from "./memory-services";

// As src/ui/mount.tsx does for a page that runs in the extension.
document.documentElement.lang = "en";
document.title = "Winnow";

let root: HTMLElement | null = null;

afterEach(() => {
  if (root) {
    render(null, root);
    root.remove();
  }
  root = null;
});

/** Open a page in the browser of variables. */
export const openPage = (Page: ComponentType, { services }: Browser): HTMLElement => {
  root = document.createElement("div");
  document.body.append(root);
  render(
    <ServicesProvider value={services}>
      <SettingsProvider>
        <Page />
      </SettingsProvider>
    </ServicesProvider>,
    root,
  );
  return root;
};

/** Wait until the page says something, as a person would. */
export const says = (words: string | RegExp): Promise<void> =>
  vi.waitFor(() => expect(root?.textContent).toMatch(words), { timeout: 3_000, interval: 10 });

export const nameOf = (element: Element): string =>
  element.getAttribute("aria-label") ?? (element.textContent ?? "").trim();

/** The one control of this kind with this name. */
export const find = <E extends HTMLElement>(selector: string, name: string | RegExp): E => {
  const found = [...(root?.querySelectorAll<E>(selector) ?? [])].filter((element) =>
    typeof name === "string" ? nameOf(element) === name : name.test(nameOf(element)),
  );
  if (found.length !== 1) throw new Error(`${found.length} ${selector} named ${name}`);
  return found[0]!;
};

/** Click a button, once it is there. */
export const click = (name: string | RegExp): Promise<void> => vi.waitFor(() => find("button", name).click());

/** Type into a field as a person does: the value, then the event. */
export const type = (field: HTMLTextAreaElement | HTMLInputElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Choose a file in a file field. */
export const choose = (field: HTMLInputElement, file: File): void => {
  Object.defineProperty(field, "files", { value: [file], configurable: true });
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
