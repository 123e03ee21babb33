import { MAX_ADDRESS } from "./limits";
import { standard } from "./standard";

/** An address that a list can be downloaded from. */
export interface ListAddress {
  /** As it is asked for: normalised, without fragment. */
  url: string;
  /** With its port, if it has one of its own; look-alike letters show as `xn--…`. */
  host: string;
  /** Match pattern to ask the browser for. Patterns have no port: it stands for every port of the host. */
  origin: string;
  /** What a person should know before trusting it. */
  warning?: string;
}

export type ReadAddress = { ok: true; address: ListAddress } | { ok: false; problem: string };

const refuse = (problem: string): ReadAddress => ({ ok: false, problem });

/** Page addresses of code hosts whose plain file has another address. People paste the page. */
const PLAIN: readonly { page: RegExp; plain: string }[] = [
  {
    page: /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/,
    plain: "https://raw.githubusercontent.com/$1/$2/$3",
  },
  { page: /^https:\/\/gitlab\.com\/(.+?)\/-\/blob\/(.+)$/, plain: "https://gitlab.com/$1/-/raw/$2" },
  {
    page: /^https:\/\/codeberg\.org\/([^/]+)\/([^/]+)\/src\/(.+)$/,
    plain: "https://codeberg.org/$1/$2/raw/$3",
  },
];

/** The plain file behind a code host's page about it; any other address as it is. */
export const plainAddress = (url: string): string => {
  for (const { page, plain } of PLAIN) if (page.test(url)) return url.replace(page, plain);
  return url;
};

/**
 * Read an address that somebody typed, pasted or put into a list. Only https is taken: a list that can be
 * changed on its way is nobody's list. Never throws.
 */
export const readAddress = (text: string, base?: string): ReadAddress => {
  const written = text.trim();
  if (written === "") return refuse("There is no address.");
  if (written.length > MAX_ADDRESS) return refuse(`The address is longer than ${MAX_ADDRESS} characters.`);
  if (/[\p{Cc}\p{Cf}]/u.test(written)) return refuse("The address holds invisible characters.");
  let parsed;
  try {
    parsed = base === undefined ? new standard.URL(written) : new standard.URL(written, base);
  } catch {
    return refuse("This is not a web address. It begins with https://");
  }
  if (parsed.protocol === "http:")
    return refuse("Winnow takes lists over https only: over http, anybody on the way could change them.");
  if (parsed.protocol !== "https:")
    return refuse(`An address of a list begins with https://, not with ${parsed.protocol.slice(0, 40)}`);
  if (parsed.username !== "" || parsed.password !== "")
    return refuse("The address holds a user name or password. A shared list must be readable without.");
  if (parsed.hostname === "" || parsed.hostname.length > 253) return refuse("The address names no host.");
  parsed.hash = "";
  const file = new standard.URL(plainAddress(parsed.href));
  const foreign = file.hostname.split(".").some((label) => label.startsWith("xn--"));
  return {
    ok: true,
    address: {
      url: file.href,
      host: file.host,
      origin: `https://${file.hostname}/*`,
      ...(foreign && {
        warning: `The host's name has letters beyond a to z, which can look like others. Its plain form is ${file.hostname}.`,
      }),
    },
  };
};
