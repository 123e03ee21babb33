import * as v from "valibot";

import { bounded } from "../vocab/limits";
import { readKey, writeKey } from "./signature";
import { type Bytes, type CryptoKeyLike, fromBase64Url, standard, toBase64Url, toBytes } from "./standard";

/** A list maker's pair of keys. */
export interface Signer {
  /** `ed25519:…`, as lists write it. */
  publicKey: string;
  privateKey: CryptoKeyLike;
}

export const KEY_FORMAT = "winnow-key";

/** What OWASP's password storage cheat sheet asks of PBKDF2 with SHA-256; more than ten times of it is refused. */
const ITERATIONS = 600_000;
const MAX_ITERATIONS = 6_000_000;

const WrappedSchema = v.strictObject({
  kdf: v.literal("PBKDF2-SHA-256"),
  cipher: v.literal("AES-256-GCM"),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_ITERATIONS)),
  salt: bounded(200),
  iv: bounded(200),
  data: bounded(2_000),
});

/** A key file: JSON, with the private key (PKCS #8, base64url) as it is or wrapped with a passphrase. */
const KeyFileSchema = v.strictObject({
  format: v.literal(KEY_FORMAT, "this is not a Winnow key file"),
  version: v.literal(1, "this key file was made by a newer Winnow"),
  public: bounded(200),
  private: v.optional(bounded(2_000)),
  wrapped: v.optional(WrappedSchema),
});

const ED25519 = { name: "Ed25519" };

const unsupported = (error: unknown): Error =>
  (error as Error).name === "NotSupportedError"
    ? new Error(
        "This browser has no Ed25519 signatures (Chrome has them from version 137, Firefox from 129).",
      )
    : (error as Error);

/** @throws Error where the browser has no Ed25519 */
export const generateSigner = async (): Promise<Signer> => {
  const { subtle } = standard.crypto;
  try {
    const { publicKey, privateKey } = await subtle.generateKey(ED25519, true, ["sign", "verify"]);
    const raw = new Uint8Array((await subtle.exportKey("raw", publicKey)) as ArrayBuffer);
    return { publicKey: writeKey(raw), privateKey };
  } catch (error) {
    throw unsupported(error);
  }
};

const wrappingKey = async (passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKeyLike> => {
  const { subtle } = standard.crypto;
  const base = await subtle.importKey("raw", toBytes(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  return subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
};

/** A signer as the text of a key file; with a passphrase, only who knows it can sign. */
export const exportSigner = async (signer: Signer, passphrase?: string): Promise<string> => {
  const { subtle, getRandomValues } = standard.crypto;
  const pkcs8 = new Uint8Array((await subtle.exportKey("pkcs8", signer.privateKey)) as ArrayBuffer);
  const head = { format: KEY_FORMAT, version: 1, public: signer.publicKey };
  if (passphrase === undefined || passphrase === "")
    return `${JSON.stringify({ ...head, private: toBase64Url(pkcs8) }, null, 2)}\n`;
  const salt = getRandomValues.call(standard.crypto, new Uint8Array(16));
  const iv = getRandomValues.call(standard.crypto, new Uint8Array(12));
  const key = await wrappingKey(passphrase, salt, ITERATIONS);
  const data = new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, key, pkcs8));
  const wrapped = {
    kdf: "PBKDF2-SHA-256",
    cipher: "AES-256-GCM",
    iterations: ITERATIONS,
    salt: toBase64Url(salt),
    iv: toBase64Url(iv),
    data: toBase64Url(data),
  };
  return `${JSON.stringify({ ...head, wrapped }, null, 2)}\n`;
};

export type ReadSigner =
  { ok: true; signer: Signer } | { ok: false; problem: string; needsPassphrase?: boolean };

const refuse = (problem: string): ReadSigner => ({ ok: false, problem });

/** The public half belongs to the private one if what the one signs the other accepts. */
const fits = async (publicKey: string, privateKey: CryptoKeyLike): Promise<boolean> => {
  const raw = readKey(publicKey);
  if (!raw) return false;
  const { subtle } = standard.crypto;
  const probe = toBytes(KEY_FORMAT);
  const signature = new Uint8Array(await subtle.sign(ED25519, privateKey, probe));
  const key = await subtle.importKey("raw", raw, ED25519, false, ["verify"]);
  return subtle.verify(ED25519, key, signature, probe);
};

const fromPkcs8 = async (pkcs8: Bytes, publicKey: string): Promise<ReadSigner> => {
  try {
    const key = await standard.crypto.subtle.importKey("pkcs8", pkcs8, ED25519, true, ["sign"]);
    return (await fits(publicKey, key))
      ? { ok: true, signer: { publicKey, privateKey: key } }
      : refuse("The public and the private key of this file do not belong together.");
  } catch (error) {
    return refuse(
      (error as Error).name === "NotSupportedError"
        ? unsupported(error).message
        : "The private key of this file is not an Ed25519 key.",
    );
  }
};

const JwkSchema = v.object({
  kty: v.literal("OKP"),
  crv: v.literal("Ed25519"),
  x: bounded(100),
  d: bounded(100),
});

/** Read a key file, or a private Ed25519 key as JWK (RFC 8037). Never throws. */
export const importSigner = async (text: string, passphrase?: string): Promise<ReadSigner> => {
  if (text.length > 20_000) return refuse("This is too long to be a key file.");
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse("This is not a key file: it is not JSON.");
  }
  const jwk = v.safeParse(JwkSchema, raw);
  if (jwk.success) {
    const seed = fromBase64Url(jwk.output.d);
    if (seed?.length !== 32) return refuse("The private key of this file is not an Ed25519 key.");
    return fromPkcs8(withPkcs8Head(seed), `ed25519:${jwk.output.x}`);
  }
  const file = v.safeParse(KeyFileSchema, raw);
  if (!file.success) return refuse(`This is not a key file: ${file.issues[0].message}.`);
  const { public: publicKey, private: plain, wrapped } = file.output;
  if (plain !== undefined) {
    const pkcs8 = fromBase64Url(plain);
    return pkcs8 ? fromPkcs8(pkcs8, publicKey) : refuse("The private key of this file is damaged.");
  }
  if (!wrapped) return refuse("This file holds no private key.");
  if (passphrase === undefined || passphrase === "")
    return { ok: false, problem: "This key is locked: its passphrase is needed.", needsPassphrase: true };
  const [salt, iv, data] = [wrapped.salt, wrapped.iv, wrapped.data].map(fromBase64Url);
  if (!salt || !iv || !data) return refuse("This key file is damaged.");
  try {
    const key = await wrappingKey(passphrase, salt, wrapped.iterations);
    const pkcs8 = await standard.crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data);
    return await fromPkcs8(new Uint8Array(pkcs8), publicKey);
  } catch {
    return { ok: false, problem: "The passphrase does not fit this key.", needsPassphrase: true };
  }
};

/** An Ed25519 seed as PKCS #8 (RFC 8410, section 7): a fixed head and the 32 bytes. */
const withPkcs8Head = (seed: Bytes): Bytes => {
  const head = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ];
  const all = new Uint8Array(head.length + seed.length);
  all.set(head);
  all.set(seed, head.length);
  return all;
};
