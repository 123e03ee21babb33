import { readAddress } from "../../core/lists/address";
import { MAX_LIST_BYTES } from "../../core/lists/limits";
import { notAList } from "../../core/lists/text";
import type { ListProblem, Validators } from "../../core/vocab/subscription";
import { readCapped } from "./read-capped";

/** Longest time for one list, from the request to its last byte, in milliseconds. */
export const MAX_TIME = 60_000;

export interface DownloadTools {
  fetch: typeof fetch;
  /** Whether the browser lets Winnow read this match pattern, whatever the server says. */
  permitted: (origin: string) => Promise<boolean>;
  maxBytes?: number;
  maxTime?: number;
}

interface Failure {
  kind: ListProblem["kind"];
  message: string;
  /** To ask the browser for, where a permission would help. */
  origin?: string;
  /** Milliseconds that the server asks to wait. */
  retryAfter?: number;
}

export type Download = { bytes: number; host: string } & (
  | { ok: true; text: string; validators: Validators }
  | { ok: true; text: null }
  | { ok: false; failure: Failure }
);

/** Types that a plain file is served with. Markup, scripts, pictures and archives are not among them. */
const PLAIN_TYPE =
  /^(?:text\/(?:plain|markdown|csv|x-[\w.-]+)|(?:application|binary)\/octet-stream|application\/(?:text|x-winnow[\w.-]*))$/;

const wrongType = (header: string | null): string | null => {
  const type = (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "" || PLAIN_TYPE.test(type)) return null;
  return type.includes("html")
    ? "It is a web page, not a list. If the page shows a list, give the address of the plain file."
    : `The server says that it is ${type.slice(0, 60)}, not plain text.`;
};

const statusInWords = (status: number): string => {
  if (status === 404 || status === 410) return `There is no list at this address (${status}).`;
  if (status === 401 || status === 403) return `The server does not give the list to everybody (${status}).`;
  if (status === 429) return "The server was asked too often (429).";
  return status >= 500 ? `The server has a problem (${status}).` : `The server answered with ${status}.`;
};

/** Seconds or a date, as milliseconds to wait; at most a day. */
const retryAfter = (header: string | null): number | undefined => {
  if (header === null) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1_000;
  return seconds > 0 ? Math.min(86_400, seconds) * 1_000 : undefined;
};

/**
 * Why a request failed before there was any answer. The browser does not say, so as not to tell pages:
 * a request whose answer may not be read shows whether the host is there at all.
 */
const whyUnanswered = async (
  { fetch: get }: DownloadTools,
  address: { url: string; host: string; origin: string },
  permitted: boolean,
  signal: AbortSignal,
): Promise<Failure> => {
  const unreachable: Failure = {
    kind: "network",
    message: `${address.host} cannot be reached safely: there is no connection, no such host, a wrong certificate, or it redirects without end or to a host that does not offer its files.`,
  };
  if (permitted) return unreachable;
  const probe = new AbortController();
  try {
    const answer = await get(address.url, {
      mode: "no-cors",
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([signal, probe.signal]),
    });
    if (answer.type !== "opaque") return unreachable;
  } catch {
    return unreachable;
  } finally {
    probe.abort();
  }
  return {
    kind: "permission",
    message: `The server of ${address.host} does not offer this file to extensions, or does not have it: allow Winnow to read ${address.host} to follow this list.`,
    origin: address.origin,
  };
};

/**
 * Get a list. Nothing is sent but the request itself: no cookies, no referrer. Bytes and time have an end,
 * whatever the server does. Never throws.
 * @returns the text; null in its place if it did not change; or why there is none
 */
export const download = async (
  url: string,
  known: Validators | undefined,
  tools: DownloadTools,
): Promise<Download> => {
  const read = readAddress(url);
  const none = { bytes: 0, host: "" };
  if (!read.ok) return { ...none, ok: false, failure: { kind: "address", message: read.problem } };
  const { address } = read;
  const { maxBytes = MAX_LIST_BYTES, maxTime = MAX_TIME } = tools;
  const permitted = await tools.permitted(address.origin);
  const headers: Record<string, string> = { accept: "text/plain, */*;q=0.1" };
  // Without the host's permission, a header of our own would make the browser ask the server for leave first,
  // which plain file servers do not give. The browser's own cache then asks whether the file changed.
  if (permitted && known?.etag !== undefined) headers["if-none-match"] = known.etag;
  else if (permitted && known?.lastModified !== undefined) headers["if-modified-since"] = known.lastModified;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), maxTime);
  const { signal } = stop;
  const tooSlow: Failure = {
    kind: "too-slow",
    message: `The list did not arrive within ${Math.round(maxTime / 1_000)} seconds.`,
  };
  let host = address.host;
  let bytes = 0;
  const fail = (failure: Failure): Download => ({ bytes, host, ok: false, failure });
  try {
    let response: Response;
    try {
      response = await tools.fetch(address.url, {
        headers,
        signal,
        cache: permitted ? "no-store" : "no-cache",
        credentials: "omit",
        redirect: "follow",
        referrerPolicy: "no-referrer",
      });
    } catch {
      return fail(signal.aborted ? tooSlow : await whyUnanswered(tools, address, permitted, signal));
    }
    const answered = readAddress(response.url === "" ? address.url : response.url);
    if (!answered.ok) return fail({ kind: "address", message: `It redirects. ${answered.problem}` });
    host = answered.address.host;
    if (response.status === 304) return { bytes, host, ok: true, text: null };
    if (!response.ok) {
      const wait = retryAfter(response.headers.get("retry-after"));
      const message = statusInWords(response.status);
      return fail({ kind: "server", message, ...(wait !== undefined && { retryAfter: wait }) });
    }
    const type = wrongType(response.headers.get("content-type"));
    if (type !== null) return fail({ kind: "not-a-list", message: type });
    const tooLarge: Failure = {
      kind: "too-large",
      message: `The list is larger than ${Math.round(maxBytes / 1e6)} MB, which is the most that Winnow takes.`,
    };
    if (Number(response.headers.get("content-length") ?? 0) > maxBytes) return fail(tooLarge);
    const body = await readCapped(response, maxBytes);
    bytes = body.bytes;
    if (body.text === null)
      return fail(body.why === "size" ? tooLarge : { kind: "not-a-list", message: "It is not UTF-8 text." });
    const problem = notAList(body.text);
    if (problem !== null) return fail({ kind: "not-a-list", message: problem });
    const etag = response.headers.get("etag");
    const lastModified = response.headers.get("last-modified");
    const validators: Validators = {
      ...(etag !== null && etag.length <= 1_000 && { etag }),
      ...(lastModified !== null && lastModified.length <= 200 && { lastModified }),
    };
    return { bytes, host, ok: true, text: body.text, validators };
  } catch {
    if (signal.aborted) return fail(tooSlow);
    return fail({ kind: "network", message: `The connection to ${host} broke off.` });
  } finally {
    clearTimeout(timer);
    // Whatever was not read is not wanted.
    stop.abort();
  }
};
