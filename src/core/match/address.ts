import { invisibleAt } from "./characters";
import { labelToAscii } from "./punycode";

/** The parts of an address that rules look at. */
export interface Address {
  /** Lower case, in punycode, without port and final dot. */
  host: string;
  /** Empty, or begins with `/`; without query and fragment. */
  path: string;
}

const HOST = /^(?=.{1,253}$)(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
const PLAIN_HOST = /^[a-z0-9_.-]*$/;

/** A host in its one form: lower case, punycode, no final dot; null if it is none. */
export const plainHost = (written: string): string | null => {
  if (written.length > 253 || invisibleAt(written) !== -1) return null;
  const lower = written.toLowerCase().replace(/\.$/, "");
  const host = PLAIN_HOST.test(lower)
    ? lower
    : lower
        .normalize("NFKC")
        .toLowerCase()
        .split(/[.\u3002]/u)
        .map((label) => (label.length > 63 ? "" : labelToAscii(label)))
        .join(".");
  return HOST.test(host) ? host : null;
};

const SCHEME = /^\s*[a-z][a-z0-9+.-]{0,30}:/i;
const WEB = /^\s*https?:\/\//i;
const HOST_AND_PORT = /^\s*[^/:]*:\d+(?:[/?#]|\s*$)/;

/** The end of the host of an address in its usual form, from column 8: lower case, no port, no user; else -1. */
const plainEnd = (url: string): number => {
  let at = 8;
  for (; at < url.length; at += 1) {
    const unit = url.charCodeAt(at);
    const letter = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 45;
    if (letter) continue;
    if (unit === 47) break;
    if (unit !== 46 || url.charCodeAt(at - 1) === 46 || url.charCodeAt(at + 1) === 47) return -1;
  }
  return at > 9 && at < 200 && at < url.length && url.charCodeAt(8) > 46 ? at : -1;
};

const pathFrom = (url: string, start: number): string => {
  let end = start;
  for (; end < url.length; end += 1) {
    const unit = url.charCodeAt(end);
    if (unit === 63 || unit === 35) break;
  }
  return end - start <= 1 ? "" : url.slice(start, end);
};

/** Split an http(s) address, or one without a scheme; null for any other. Never throws. */
export const splitAddress = (url: string): Address | null => {
  if (url.startsWith("https://") && !url.includes("\\")) {
    const end = plainEnd(url);
    if (end !== -1) return { host: url.slice(8, end), path: pathFrom(url.trimEnd(), end) };
  }
  const web = WEB.exec(url);
  if (!web && SCHEME.test(url) && !HOST_AND_PORT.test(url)) return null;
  const rest = url.slice(web?.[0].length ?? 0).trim();
  const end = rest.search(/[/?#\\]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  // What stands before the last @ is a user name, however much it looks like a host.
  const host = plainHost(authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, ""));
  if (host === null) return null;
  const path = end < 0 ? "" : (rest.slice(end).split(/[?#]/, 1)[0] ?? "").replaceAll("\\", "/");
  return { host, path: path === "/" ? "" : path };
};

/** Whether `host` is `of` or one of its subdomains. */
export const isWithin = (host: string, of: string): boolean =>
  host === of || (host.endsWith(of) && host.charCodeAt(host.length - of.length - 1) === 46);

/** Whether `path` is `start` or lies below it. */
export const isBelow = (path: string, start: string): boolean =>
  path.startsWith(start) &&
  (path.length === start.length || start.endsWith("/") || path.charAt(start.length) === "/");
