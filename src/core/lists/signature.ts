import { type Bytes, type CryptoKeyLike, fromBase64Url, standard, toBase64Url, toBytes } from "./standard";
import { linesOf, normalise } from "./text";

/** Keys and signatures bear the name of their kind, so that another kind can come later. */
const KIND = "ed25519:";
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

const KEY_LINE = /^\s*!\s*key\s*:\s*(.*)$/i;
const SIGNATURE_LINE = /^\s*!\s*signature\s*:\s*(.*)$/i;

/** A public key as it stands in a list: `ed25519:` and 43 letters. */
export const writeKey = (raw: Bytes): string => `${KIND}${toBase64Url(raw)}`;

/** The 32 bytes of a key as lists write it, or null. */
export const readKey = (text: string): Bytes | null => {
  const bytes = text.startsWith(KIND) ? fromBase64Url(text.slice(KIND.length)) : null;
  return bytes?.length === KEY_BYTES ? bytes : null;
};

/** A key for people to compare: 32 hex digits of its SHA-256, in groups of four. */
export const fingerprint = async (key: string): Promise<string | null> => {
  const raw = readKey(key);
  if (!raw) return null;
  const digest = new Uint8Array(await standard.crypto.subtle.digest("SHA-256", raw));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{4})(?=.)/g, "$1 ");
};

/** Where the header ends: the first line that is neither empty, nor begins with `!`, nor includes a list. */
const headerEnd = (lines: readonly string[]): number => {
  const end = lines.findIndex((line) => !/^\s*(?:$|!|include:)/i.test(line));
  return end < 0 ? lines.length : end;
};

/** Whether a signature may stand at a line: in the header, or as the last line of all. */
const maySign = (lines: readonly string[]): ((at: number) => boolean) => {
  const end = headerEnd(lines);
  return (at) => at < end || at === lines.length - 1;
};

/** What is signed: the normalised text without its signature line, as UTF-8. */
export const canonical = (text: string): string => {
  const lines = linesOf(normalise(text));
  const may = maySign(lines);
  return normalise(lines.filter((line, at) => !may(at) || !SIGNATURE_LINE.test(line)).join("\n"));
};

interface Signing {
  key: string | null;
  signature: string | null;
  /** Why the lines cannot be used, if so. */
  problem?: string;
}

/** The key and signature lines of a list: in its header, the signature also as the last line. */
export const signingLines = (text: string): Signing => {
  const found: { key: string[]; signature: string[] } = { key: [], signature: [] };
  const lines = linesOf(normalise(text));
  const [end, may] = [headerEnd(lines), maySign(lines)];
  lines.forEach((line, at) => {
    const key = at < end ? KEY_LINE.exec(line)?.[1] : undefined;
    const signature = may(at) ? SIGNATURE_LINE.exec(line)?.[1] : undefined;
    if (key !== undefined) found.key.push(key.trim());
    if (signature !== undefined) found.signature.push(signature.trim());
  });
  const first = { key: found.key[0] ?? null, signature: found.signature[0] ?? null };
  // Two of a kind leave it open which one counts, and whoever adds a line could choose.
  if (found.key.length > 1) return { ...first, problem: "It has more than one key line." };
  if (found.signature.length > 1) return { ...first, problem: "It has more than one signature line." };
  return first;
};

/**
 * What a list's signature is worth. `unsupported`: this browser has no Ed25519 (Chrome before 137).
 * `key` is the one that the list names; whether it is the one that was pinned is for the caller to see.
 */
export type SignatureState =
  | { state: "unsigned"; key: null }
  | { state: "valid" | "unsupported"; key: string }
  | { state: "bad"; key: string | null; problem: string };

/** Check a list's signature against the key that it names. Never throws. */
export const verifyList = async (text: string): Promise<SignatureState> => {
  const { key, signature, problem } = signingLines(text);
  const bad = (why: string): SignatureState => ({ state: "bad", key, problem: why });
  if (problem) return bad(problem);
  if (key === null && signature === null) return { state: "unsigned", key: null };
  if (key === null) return bad("It has a signature but names no key.");
  if (signature === null) return bad("It names a key but is not signed.");
  const raw = readKey(key);
  if (!raw) return bad("Its key is not an Ed25519 key.");
  const bytes = signature.startsWith(KIND) ? fromBase64Url(signature.slice(KIND.length)) : null;
  if (bytes?.length !== SIGNATURE_BYTES) return bad("Its signature is not an Ed25519 signature.");
  const { subtle } = standard.crypto;
  let publicKey: CryptoKeyLike;
  try {
    publicKey = await subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    return (error as Error).name === "NotSupportedError"
      ? { state: "unsupported", key }
      : bad("Its key is not an Ed25519 key.");
  }
  const holds = await subtle.verify({ name: "Ed25519" }, publicKey, bytes, toBytes(canonical(text)));
  return holds
    ? { state: "valid", key }
    : bad("Its signature does not fit its text: it was changed after it was signed.");
};

/**
 * Sign a list. Its key line is set to the signer's and its signature line written anew, both at the
 * end of the header (or at the top, where there is none).
 */
export const signList = async (
  text: string,
  signer: { publicKey: string; privateKey: CryptoKeyLike },
): Promise<string> => {
  const all = linesOf(canonical(text));
  const header = headerEnd(all);
  const lines = all.filter((line, at) => at >= header || !KEY_LINE.test(line));
  // After the last line of the form `! key: value` that follows on the first one.
  let end = 0;
  while (end < lines.length && /^\s*!\s*[A-Za-z][A-Za-z-]*\s*:/.test(lines[end] ?? "")) end += 1;
  lines.splice(end, 0, `! key: ${signer.publicKey}`);
  const unsigned = normalise(lines.join("\n"));
  const signature = await standard.crypto.subtle.sign(
    { name: "Ed25519" },
    signer.privateKey,
    toBytes(canonical(unsigned)),
  );
  lines.splice(end + 1, 0, `! signature: ${KIND}${toBase64Url(new Uint8Array(signature))}`);
  return normalise(lines.join("\n"));
};
