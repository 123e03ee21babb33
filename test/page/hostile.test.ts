import fc from "fast-check";
import { JSDOM } from "jsdom";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { x } from "../../src/core/sites/x";
import { MAX_TEXT } from "../../src/core/vocab/limits";
import { type Post, PostSchema } from "../../src/core/vocab/post";
import { findPosts, readPost, unitOf } from "../../src/page/read";
import { readText } from "../../src/page/read/text";
import { domOf } from "../../src/page/read/dom";
import { clean } from "../../src/page/read/clean";
import { idOf, renderArticle, type SamplePost } from "../timeline";

const URL_HOME = "https://x.com/home";
const post = (over: Partial<SamplePost> = {}): SamplePost => ({
  handle: "plain_inv",
  name: "Plain",
  text: "a plain post about a plain kettle",
  lang: "en",
  by: "person",
  ago: 5,
  ...over,
});
const cell = (html: string): string => `<div data-testid="cellInnerDiv"><div>${html}</div></div>`;

const documentOf = (body: string): Document =>
  new JSDOM(`<!doctype html><body>${body}</body>`, { url: URL_HOME }).window.document;
const readAll = (document: Document): Post[] =>
  findPosts(x, document).flatMap((element) => {
    unitOf(x, element);
    return readPost(x, element, { url: URL_HOME }) ?? [];
  });

describe("posts that fight the reader", () => {
  it("reads through forms and pictures that take the names of properties", () => {
    const names = [
      "parentNode",
      "firstChild",
      "nextSibling",
      "querySelector",
      "querySelectorAll",
      "closest",
      "matches",
      "getAttribute",
      "ownerDocument",
      "nodeType",
      "contains",
    ];
    const inputs = names.map((name) => `<input name="${name}">`).join("");
    const images = names
      .concat("body", "createElement", "documentElement")
      .map((name) => `<img name="${name}" src="x">`)
      .join("");
    const article = renderArticle(post(), "1").replace(
      'data-testid="tweetText">',
      `data-testid="tweetText"><form>${inputs}<b>in a form</b></form>`,
    );
    const [read] = readAll(documentOf(`${images}<form>${inputs}${cell(article)}</form>`));
    expect(read).toMatchObject({ id: "1", author: { handle: "plain_inv" } });
    expect(read?.text).toContain("in a form");
  });

  it("walks ten thousand nested nodes", () => {
    // Built from the inside out and never attached: jsdom itself recurses when a tree enters a document.
    const document = documentOf("");
    let outer: Element = document.createElement("span");
    outer.textContent = "deep";
    for (let i = 0; i < 10_000; i += 1) {
      const around = document.createElement("span");
      around.append(outer);
      outer = around;
    }
    outer.append(" and on");
    expect(readText(domOf(document), outer, { blocks: "p" })).toBe("deep and on");
  });

  it("bounds a post of 100 kB, and cuts through no character", () => {
    const document = documentOf(cell(renderArticle(post(), "3")));
    (document.querySelector('[data-testid="tweetText"]') as Element).textContent = `x${"🦆".repeat(60_000)}`;
    const [read] = readAll(document);
    expect(read?.text.length).toBeLessThanOrEqual(MAX_TEXT);
    expect(read?.text).not.toMatch(/\uFFFD/);
    expect(v.is(PostSchema, read)).toBe(true);
  });

  it("makes null bytes and lone surrogates safe", () => {
    const document = documentOf(cell(renderArticle(post(), "4")));
    (document.querySelector('[data-testid="tweetText"]') as Element).textContent =
      "a\u0000b\uD800c\uDC00d\u0007e";
    expect(readAll(document)[0]?.text).toBe("ab\uFFFDc\uFFFDde");
  });

  it("gives an advertisement the same id each time it is drawn", () => {
    const ad = cell(renderArticle(post({ ad: true }), "0"));
    const [first, second] = [readAll(documentOf(ad))[0], readAll(documentOf(`<p>${ad}</p>`))[0]];
    expect(first?.id).toMatch(/^~[0-9a-z]+$/);
    expect(second?.id).toBe(first?.id);
  });

  it("drops a selector that no engine can parse, not the post", () => {
    const odd = { ...x, fields: { ...x.fields, text: [{ select: ":nonsense(" }, ...(x.fields.text ?? [])] } };
    const document = documentOf(cell(renderArticle(post(), "5")));
    expect(readPost(odd, findPosts(odd, document)[0] as Element, { url: URL_HOME })?.text).toMatch(/kettle/);
  });

  it("never throws, and keeps to the schema, on mangled pages", () => {
    const html = [
      post({
        quote: { handle: "q_inv", name: "Q", text: "quoted", lang: "en" },
        verified: true,
        aiLabel: true,
        link: "a.example/b",
      }),
      post({ ad: true, media: [{ kind: "image", alt: "x" }, { kind: "video" }] }),
      post({
        repostedBy: { handle: "r_inv", name: "R" },
        quote: "unavailable",
        cutAt: 4,
        translatedFrom: "Welsh",
      }),
    ]
      .map((sample, index) => cell(renderArticle(sample, idOf(index))))
      .join("");
    const mangle = fc.array(
      fc.record({
        at: fc.nat(html.length),
        drop: fc.nat(60),
        put: fc.oneof(
          fc.string(),
          fc.constantFrom(
            "<article>",
            "</div>",
            "<a href=/a/status/9><time>",
            "<form name=attributes>",
            '<p data-testid="tweetText">',
            "\u0000",
            "\uD800",
            "<svg><path d=M12.998>",
            "<template>",
            "<!--",
            "<table>",
          ),
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(mangle, (changes) => {
        let mangled = html;
        for (const { at, drop, put } of changes)
          mangled = mangled.slice(0, at) + put + mangled.slice(at + drop);
        for (const read of readAll(documentOf(mangled)))
          expect(v.safeParse(PostSchema, read).issues).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  }, 20_000);
});

describe("clean", () => {
  it("gives whole characters, no controls, at most the asked length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.nat(40), (text, max) => {
        const cleaned = clean(text, max);
        expect(cleaned.length).toBeLessThanOrEqual(max);
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/);
        expect(encodeURIComponent(cleaned)).toBeTypeOf("string");
      }),
    );
  }, 20_000);
});
