import { escapeHtml, renderArticle } from "./article";
import { HUMAN_POSTS } from "./human-posts";
import type { SamplePost } from "./kinds";
import { MACHINE_POSTS } from "./machine-posts";
import { ODD_POSTS } from "./odd-posts";
import { styleOf, THEMES, type ThemeName } from "./style";
import { virtualList } from "./virtual-list";

export { renderArticle, timeOf } from "./article";
export type { SamplePost } from "./kinds";

/** Deal the lists like cards, so that the kinds mix as on a real day. */
const dealt = (...lists: SamplePost[][]): SamplePost[] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat();

/** About forty invented posts of all kinds, in the order of the page. */
export const SAMPLE_POSTS: SamplePost[] = dealt(HUMAN_POSTS, MACHINE_POSTS, ODD_POSTS);

/** Ids run down from here, a thousand a post, as newer posts stand first. */
export const FIRST_ID = 1_980_000_000_000_000_000n;

export const idOf = (index: number): string => String(FIRST_ID - BigInt(index) * 1000n);

export interface TimelineOptions {
  /** Posts in all; beyond the sample they repeat with other ids. Default: the sample once. */
  count?: number;
  /** Posts a load. */
  page?: number;
  theme?: ThemeName;
  dir?: "ltr" | "rtl";
  /** False: all posts stand in the page's HTML, without a script. */
  virtual?: boolean;
  title?: string;
}

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003c");

/** A whole page in the site's structure, which asks for nothing from outside. */
export const renderTimeline = (posts: readonly SamplePost[], options: TimelineOptions = {}): string => {
  const {
    theme = "light",
    dir = "ltr",
    virtual = true,
    page = 20,
    count = posts.length,
    title = "Home / X",
  } = options;
  const items = virtual
    ? posts.map((post) => renderArticle({ ...post, text: post.text && `${post.text}{{round}}` }, "{{id}}"))
    : posts.map((post, index) => renderArticle(post, idOf(index)));
  const cells = virtual
    ? ""
    : items
        .map(
          (html, index) =>
            `<div data-testid="cellInnerDiv" style="transform: translateY(${index * 240}px); position: absolute; width: 100%"><div>${html}</div></div>`,
        )
        .join("");
  const script = virtual
    ? `<script>/* some compilers name functions */ var __name = (f) => f; (${virtualList.toString()})(${inScript({ items, count, page, firstId: String(FIRST_ID) })})</script>`
    : "";
  return `<!doctype html>
<html dir="${dir}" lang="${dir === "rtl" ? "ar" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${styleOf(theme)}</style></head>
<body style="background-color: ${THEMES[theme].ground}"><div id="react-root"><main role="main"><div data-testid="primaryColumn"><header>Home</header><section aria-labelledby="accessible-list-0" role="region"><h1 dir="auto" id="accessible-list-0" role="heading">Your Home Timeline</h1><div aria-label="Timeline: Your Home Timeline"><div id="timeline" style="position: relative; min-height: ${items.length * 240}px">${cells}</div></div></section></div></main></div>
<a href="/me_invented" data-testid="AppTabBar_Profile_Link" hidden>Profile</a>
${script}</body></html>
`;
};

/** The sample timeline. */
export const timelinePage = (options: TimelineOptions = {}): string => renderTimeline(SAMPLE_POSTS, options);
