import { createPublicKey, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/*
 * A self-signed X.509 certificate without a package: the structure (RFC 5280, section 4.1) is small, and
 * Node signs it. It lives in memory only, is never trusted by the system, and each server makes its own.
 */

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes);

const SHA256_WITH_RSA = sequence(oid("2a864886f70d01010b"), der(0x05));
const COMMON_NAME = "550403";
const SUBJECT_ALT_NAME = "551d11";
const BASIC_CONSTRAINTS = "551d13";

/** UTCTime holds two digits of the year: good until 2049. */
const utcTime = (date: Date): Buffer => {
  const digits = date.toISOString().replace(/\D/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
};

const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(text)))));

const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(0x04, value));

const pem = (bytes: Uint8Array): string => {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
};

/** A key and a certificate for these host names, both PEM, valid from yesterday for thirty days. */
export const selfSigned = (hosts: readonly string[]): { key: string; cert: string } => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const day = 86_400_000;
  const now = Date.now();
  const serial = randomBytes(8);
  serial[0] = (serial[0]! & 0x7f) | 0x40; // positive and never zero
  const alternatives = sequence(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(serial),
    SHA256_WITH_RSA,
    nameOf("Winnow local test server"),
    sequence(utcTime(new Date(now - day)), utcTime(new Date(now + 30 * day))),
    nameOf(hosts[0] ?? "localhost"),
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
    der(0xa3, sequence(extension(SUBJECT_ALT_NAME, alternatives), extension(BASIC_CONSTRAINTS, sequence()))),
  );
  const signature = createSign("sha256").update(body).sign(privateKey);
  const certificate = sequence(body, SHA256_WITH_RSA, der(0x03, Buffer.from([0]), signature));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }) as string, cert: pem(certificate) };
};
