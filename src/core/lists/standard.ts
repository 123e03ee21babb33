/**
 * The few web standards that the core uses for lists: the same in Node and in both browsers, and no
 * part of the language itself. Described here as far as they are used, since the core knows no DOM.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** An opaque key of WebCrypto. */
export interface CryptoKeyLike {
  readonly type: string;
}

interface Subtle {
  digest: (name: string, data: Bytes) => Promise<ArrayBuffer>;
  generateKey: (
    algorithm: { name: string },
    extractable: boolean,
    usages: string[],
  ) => Promise<{ publicKey: CryptoKeyLike; privateKey: CryptoKeyLike }>;
  importKey: (
    format: string,
    data: unknown,
    algorithm: unknown,
    extractable: boolean,
    usages: string[],
  ) => Promise<CryptoKeyLike>;
  exportKey: (format: string, key: CryptoKeyLike) => Promise<unknown>;
  sign: (algorithm: { name: string }, key: CryptoKeyLike, data: Bytes) => Promise<ArrayBuffer>;
  verify: (
    algorithm: { name: string },
    key: CryptoKeyLike,
    signature: Bytes,
    data: Bytes,
  ) => Promise<boolean>;
  deriveKey: (
    algorithm: unknown,
    key: CryptoKeyLike,
    derived: unknown,
    extractable: boolean,
    usages: string[],
  ) => Promise<CryptoKeyLike>;
  encrypt: (algorithm: unknown, key: CryptoKeyLike, data: Bytes) => Promise<ArrayBuffer>;
  decrypt: (algorithm: unknown, key: CryptoKeyLike, data: Bytes) => Promise<ArrayBuffer>;
}

interface Reader {
  read: () => Promise<{ done: boolean; value?: Bytes }>;
  cancel: (reason?: unknown) => Promise<void>;
}

interface Transform {
  readable: { getReader: () => Reader };
  writable: { getWriter: () => { write: (chunk: Bytes) => Promise<void>; close: () => Promise<void> } };
}

interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
  readonly search: string;
  hash: string;
  readonly href: string;
}

interface Standard {
  crypto: { subtle: Subtle; getRandomValues: (into: Bytes) => Bytes };
  CompressionStream: new (format: "deflate-raw") => Transform;
  DecompressionStream: new (format: "deflate-raw") => Transform;
  TextEncoder: new () => { encode: (text: string) => Bytes };
  TextDecoder: new (label: string, options: { fatal: boolean }) => { decode: (data: Bytes) => string };
  URL: new (address: string, base?: string) => Address;
  atob: (text: string) => string;
  btoa: (text: string) => string;
}

export const standard = globalThis as unknown as Standard;

export const toBytes = (text: string): Bytes => new standard.TextEncoder().encode(text);

/** @throws TypeError if the bytes are not UTF-8 */
export const fromBytes = (bytes: Bytes): string =>
  new standard.TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** Base64 for addresses and headers (RFC 4648, section 5), without padding. */
export const toBase64Url = (bytes: Bytes): string => {
  const pieces: string[] = [];
  // Spreading a large array into a call would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8_192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return standard.btoa(pieces.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

/** The bytes, or null if the text is not base64 (of either alphabet). */
export const fromBase64Url = (text: string): Bytes | null => {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return null;
  try {
    const raw = standard.atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
};
