import type { Grant } from "../../core/vocab/rule-list";
import type { Action } from "../../core/vocab/action";
import type { Origin } from "../../core/vocab/subscription";
import type { SubscriptionView } from "../../platform/lists/view";
import { listed, number } from "../words";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** `3 hours ago`, `in 5 hours`, `just now`. */
export const when = (time: number, now: number): string => {
  const away = time - now;
  for (const [unit, ms] of UNITS)
    if (Math.abs(away) >= ms) return relative.format(Math.trunc(away / ms), unit);
  return away > 0 ? "in a minute" : "just now";
};

/** The same for what has been: a page's idea of now may be half a minute old. */
export const ago = (time: number, now: number): string => when(Math.min(time, now), now);

/** `12 KB`. Powers of 1,000, as browsers show downloads. */
export const size = (bytes: number): string => {
  if (bytes < 1_000) return `${number(bytes)} bytes`;
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1_000))} KB`;
  return `${number(Math.round(bytes / 100_000) / 10)} MB`;
};

/** Where a list came from. */
export const originWords = (origin: Origin): string => {
  if (origin.kind === "url") return origin.url;
  return origin.kind === "file" ? `from the file ${origin.file}` : "from a share code or pasted text";
};

const next = (list: SubscriptionView, now: number): string =>
  list.nextCheck === undefined
    ? ""
    : list.nextCheck <= now
      ? " The next look is due."
      : ` Next look ${when(list.nextCheck, now)}.`;

/** How a list is, in one or two sentences. */
export const stateWords = (list: SubscriptionView, now: number): string => {
  const looked =
    list.lastChecked === undefined ? "Never looked for news." : `Looked ${ago(list.lastChecked, now)}.`;
  switch (list.state) {
    case "off":
      return "Off. Its rules do nothing, and no news is looked for.";
    case "waiting":
      return "A new copy waits for you to look at it. The old one works on.";
    case "permission":
      return "Your browser must be asked before Winnow may fetch it. The copy you have works on.";
    case "failing":
      return `The last look failed. The copy you have works on.${next(list, now)}`;
    case "pinned":
      return `Pinned: stays at the copy of ${dayOf(list.current.time)} until you let it go on.`;
    case "still":
      return "Stays as it is: it has no address to look at for news.";
    case "ok":
      return `Up to date. ${looked}${next(list, now)}`;
  }
};

/** A date in the person's own way of writing it. */
export const dayOf = (time: number): string =>
  new Date(time).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });

export const GRANT_ACTIONS: Record<Exclude<Action, "keep">, string> = {
  label: "Label",
  dim: "Dim",
  fold: "Fold",
  hide: "Hide",
};

/** What a list may do, in one sentence. */
export const grantWords = (grant: Grant): string => {
  const actions = grant.actions.filter((action) => action !== "keep");
  const may = actions.length === 0 ? "nothing to posts" : `${listed(actions)} posts`;
  const where =
    grant.sites === "all"
      ? "on every site"
      : grant.sites.length > 0
        ? `on ${listed(grant.sites)}`
        : "on no site";
  const more = [
    ...(grant.regex ? ["use patterns"] : []),
    ...(grant.ai ? ["ask the model"] : []),
    ...(grant.exempt ? ["keep what other lists act on"] : []),
  ];
  return `May ${listed([`${may} ${where}`, ...more])}.`;
};

/** Headings for why a copy waits. */
export const REASON_TITLES = {
  grew: "It grew a lot",
  shrank: "Much of it is gone",
  "asks-more": "It asks for more",
  "key-changed": "It is signed with another key",
  unsigned: "Its signature is gone",
  "names-followed": "It names somebody you follow",
  moved: "It comes from another place",
  "cannot-verify": "Its signature cannot be checked here",
} as const;

/** Reasons that may mean that somebody else has taken the list over. */
export const LOUD: readonly string[] = ["key-changed", "unsigned", "moved", "cannot-verify"];
