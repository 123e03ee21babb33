import { type ComponentChildren, render } from "preact";

import { Page } from "./page";

/** Put a page into the document that the bundler made, and give it what that lacks: a title and a language. */
export const mount = (page: ComponentChildren, title: string): void => {
  document.documentElement.lang = "en";
  document.title = title;
  const root = document.getElementById("__plasmo") ?? document.body;
  render(<Page>{page}</Page>, root);
};
