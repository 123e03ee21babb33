import { MAX_SHARE_CODE, MAX_SHARED_TEXT } from "./limits";
import { pack, unpack } from "./pack";
import { type Bytes, fromBase64Url, fromBytes, standard, toBase64Url, toBytes } from "./standard";
import { normalise } from "./text";

/** Every share code begins so; another number would be another way of packing. */
export const SHARE_PREFIX = "winnow1:";

const CHECK_LENGTH = 4;

/** First bytes of the SHA-256 of the packed text: tells a code that lost a letter from a whole one. */
const checkOf = async (packed: Bytes): Promise<Bytes> =>
  new Uint8Array(await standard.crypto.subtle.digest("SHA-256", packed)).subarray(0, CHECK_LENGTH);

/** A list's text as one word that can be pasted: prefix, then base64url of check and raw DEFLATE of the text. */
export const encodeShareCode = async (text: string): Promise<string> => {
  const packed = await pack(toBytes(normalise(text)));
  const bytes = new Uint8Array(CHECK_LENGTH + packed.length);
  bytes.set(await checkOf(packed));
  bytes.set(packed, CHECK_LENGTH);
  return `${SHARE_PREFIX}${toBase64Url(bytes)}`;
};

export type SharedText = { ok: true; text: string } | { ok: false; problem: string };

const refuse = (problem: string): SharedText => ({ ok: false, problem });

/** Whether a pasted text is meant as a share code. */
export const isShareCode = (text: string): boolean => /^\s*winnow\d+:/i.test(text.slice(0, 100));

/** Read a share code. Line breaks and spaces that a mail program put in are ignored. Never throws. */
export const decodeShareCode = async (code: string): Promise<SharedText> => {
  if (code.length > MAX_SHARE_CODE) return refuse("This is longer than any share code can be.");
  const word = code.replace(/\s+/gu, "");
  const prefix = /^winnow(\d+):/i.exec(word);
  if (!prefix) return refuse(`A share code begins with ${SHARE_PREFIX}`);
  if (prefix[1] !== "1") return refuse("This share code was made by a newer Winnow.");
  const bytes = fromBase64Url(word.slice(prefix[0].length));
  if (!bytes || bytes.length <= CHECK_LENGTH)
    return refuse("This share code is not whole: letters are missing or were changed.");
  const packed = bytes.slice(CHECK_LENGTH);
  const check = await checkOf(packed);
  if (!check.every((byte, at) => byte === bytes[at]))
    return refuse("This share code is not whole: letters are missing or were changed.");
  const text = await unpack(packed, MAX_SHARED_TEXT);
  if (!text) return refuse("This share code does not unpack to a list of a reasonable size.");
  try {
    return { ok: true, text: fromBytes(text) };
  } catch {
    return refuse("This share code does not hold text.");
  }
};
