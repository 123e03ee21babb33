import { icon, ICONS } from "./icons";
import type { SamplePost } from "./kinds";

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Emoji are pictures on the site; a grey box keeps the sample from asking for any. */
const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

const withEmoji = (text: string): string =>
  escapeHtml(text).replace(
    EMOJI,
    (emoji) => `<img alt="${emoji}" draggable="false" class="emoji" src="${PIXEL}">`,
  );

const span = (html: string): string => `<span class="css-1jxf684">${html}</span>`;

const badge = `<span class="css-1jxf684"><svg viewBox="0 0 22 22" aria-label="Verified account" role="img" data-testid="icon-verified"><g><path d="M20.396 11l-9 9-9-9 9-9z"></path></g></svg></span>`;

const avatar = (handle: string, link: boolean): string => {
  const face = `<span class="face"></span>`;
  const inner = link
    ? `<a href="/${handle}" aria-hidden="true" role="link" tabindex="-1">${face}</a>`
    : `<div aria-hidden="true" role="presentation" tabindex="-1">${face}</div>`;
  return `<div class="avatar" data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${handle}">${inner}</div></div>`;
};

export const timeOf = (ago: number): string =>
  new Date(Date.UTC(2026, 9, 20, 12, 0) - ago * 60_000).toISOString();
const shortTime = (ago: number): string => (ago < 60 ? `${ago}m` : `${Math.floor(ago / 60)}h`);

const userName = (post: SamplePost, id: string): string => {
  const name = `<div dir="ltr">${span(span(withEmoji(post.name)))}</div><div dir="ltr">${post.verified ? badge : ""}</div>`;
  const time = post.ad
    ? ""
    : `<div dir="ltr" aria-hidden="true">${span("·")}</div><div><a href="/${post.handle}/status/${id}" dir="ltr" aria-label="${shortTime(post.ago)} ago" role="link"><time datetime="${timeOf(post.ago)}">${shortTime(post.ago)}</time></a></div>`;
  return `<div class="names" data-testid="User-Name"><div class="name"><a href="/${post.handle}" role="link">${name}</a></div><div class="handle"><a href="/${post.handle}" role="link" tabindex="-1"><div dir="ltr">${span(`@${post.handle}`)}</div></a>${time}</div></div>`;
};

const link = (shown: string): string =>
  ` <a dir="ltr" href="https://t.co/${shown.length}abc" rel="noopener noreferrer nofollow" target="_blank" role="link"><span aria-hidden="true">https://</span>${escapeHtml(shown)}</a>`;

const text = (post: SamplePost): string => {
  if (post.text === "") return "";
  const cut = post.cutAt !== undefined;
  const shown = cut ? post.text.slice(0, post.cutAt) : post.text;
  const notice = post.translatedFrom
    ? `<div dir="ltr" class="notice">${icon(ICONS.grok, "0 0 33 32")}${span(span(`Translated from ${post.translatedFrom}`))}<button aria-label="Show original" role="button" type="button">${span("Show original")}</button></div>`
    : "";
  const more = cut
    ? `<button dir="ltr" role="button" data-testid="tweet-text-show-more-link" type="button" data-full="${escapeHtml(post.text)}">${span("Show more")}</button>`
    : "";
  return `<div>${notice}<div dir="auto" lang="${post.lang}" class="text" data-testid="tweetText">${span(withEmoji(shown))}${post.link ? link(post.link) : ""}</div>${more}</div>`;
};

const media = (post: SamplePost, id: string): string => {
  const one = ({ kind, alt }: { kind: string; alt?: string }): string => {
    const words = escapeHtml(alt ?? "Image");
    return kind === "image"
      ? `<a href="/${post.handle}/status/${id}/photo/1" role="link"><div aria-label="${words}" class="photo" data-testid="tweetPhoto"><img alt="${words}" draggable="true" src="${PIXEL}"></div></a>`
      : `<div class="photo" data-testid="tweetPhoto"><div data-testid="placementTracking"><div data-testid="videoPlayer"><div data-testid="videoComponent"><video preload="none"></video></div></div></div></div>`;
  };
  const items = (post.media ?? []).map(one).join("");
  const card = post.card
    ? `<div class="card" data-testid="card.wrapper"><a href="https://t.co/card" rel="noopener noreferrer nofollow" target="_blank" role="link"><div>${span(escapeHtml(post.card.host))}</div><div>${span(escapeHtml(post.card.title))}</div></a></div>`
    : "";
  return items || card ? `<div class="media">${items}${card}</div>` : "";
};

const quote = ({ quote: quoted }: SamplePost): string => {
  if (!quoted) return "";
  if (quoted === "unavailable") {
    return `<div><article class="gone" role="article"><div><div dir="ltr">${span("This post is unavailable.")}</div></div></article></div>`;
  }
  const names = `<div class="names" data-testid="User-Name"><div class="name"><div dir="ltr">${span(span(withEmoji(quoted.name)))}</div></div><div class="handle"><div tabindex="-1"><div dir="ltr">${span(`@${quoted.handle}`)}</div></div><div dir="ltr" aria-hidden="true">${span("·")}</div><div dir="ltr"><time datetime="${timeOf(900)}">15h</time></div></div></div>`;
  return `<div aria-labelledby="id__quote"><div dir="ltr" class="offscreen">${span("Quote")}</div><div tabindex="0" class="quote" role="link"><div class="quoted">${avatar(quoted.handle, false)}${names}</div><div><div dir="auto" lang="${quoted.lang}" class="text" data-testid="tweetText">${span(withEmoji(quoted.text))}</div></div></div></div>`;
};

const context = ({ repostedBy, pinned }: SamplePost): string => {
  if (repostedBy) {
    return `<div class="context">${icon(ICONS.repost)}<a href="/${repostedBy.handle}" dir="ltr" role="link"><span data-testid="socialContext">${span(span(withEmoji(repostedBy.name)))} reposted</span></a></div>`;
  }
  return pinned
    ? `<div class="context">${icon(ICONS.pin)}<div dir="ltr" data-testid="socialContext">${span("Pinned")}</div></div>`
    : "";
};

const button = (testid: string, count: number): string =>
  `<button aria-label="${count} ${testid}" role="button" data-testid="${testid}" type="button"><span data-testid="app-text-transition-container">${count}</span></button>`;

/** One post as the site draws it in a cell, below `div[data-testid=cellInnerDiv] > div`. */
export const renderArticle = (post: SamplePost, id: string): string => {
  const line = post.joined ? `<div class="line r-m5arl1"></div>` : "";
  const reply = post.replyingTo
    ? `<div class="replying"><div dir="ltr">Replying to <a href="/${post.replyingTo}" dir="ltr" role="link">${span(`@${post.replyingTo}`)}</a></div></div>`
    : "";
  const label = post.aiLabel
    ? `<div class="ailabel"><div dir="ltr">${icon(ICONS.ai)}${span(" ")}${span("Made with AI")}</div></div>`
    : "";
  const views = post.ad
    ? ""
    : `<a href="/${post.handle}/status/${id}/analytics" aria-label="120 views" role="link"><span data-testid="app-text-transition-container">120</span></a>`;
  const menu = `<div class="menus"><button aria-label="Grok actions" role="button" type="button">${icon(ICONS.grok, "0 0 33 32")}</button><button aria-expanded="false" aria-haspopup="menu" aria-label="More" role="button" data-testid="caret" type="button">${icon(ICONS.more)}</button></div>`;
  const actions = `<div class="actionbar"><div><div aria-label="3 replies, 5 reposts, 8 likes" role="group">${button("reply", 3)}${button("retweet", 5)}${button("like", 8)}${views}${button("bookmark", 0)}</div></div></div>`;
  const article = `<article role="article" tabindex="0" data-testid="tweet"><div><div><div class="top"><div class="gutter">${line}</div><div class="above">${context(post)}</div></div><div class="body"><div class="left">${avatar(post.handle, true)}</div><div class="right"><div class="head">${userName(post, id)}${post.ad ? `<div dir="ltr">${span("Ad")}</div>` : ""}${menu}</div>${reply}${text(post)}${media(post, id)}${quote(post)}${label}${actions}</div></div></div></div></article>`;
  if (!post.ad) return `<div>${article}</div>`;
  const pixels = ["1", "2", "3", "4"].map((n) => `<div data-testid="${n}-impression-pixel"></div>`).join("");
  return `<div><div data-testid="placementTracking">${article.replace("</article>", `${pixels}</article>`)}</div></div>`;
};
