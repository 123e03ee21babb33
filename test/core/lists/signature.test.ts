import { createPrivateKey, createPublicKey, verify } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";

import { exportSigner, generateSigner, importSigner, type Signer } from "../../../src/core/lists/keys";
import { canonical, fingerprint, signList, verifyList } from "../../../src/core/lists/signature";
import { fromBase64Url } from "../../../src/core/lists/standard";

const LIST = "! title: Reply bots\n! updated: 2026-11-22\n\n! by hand\nfold: from:@promo_bot\n";

let signer: Signer;
let signed: string;

beforeAll(async () => {
  signer = await generateSigner();
  signed = await signList(LIST, signer);
});

describe("a signed list", () => {
  it("is valid, and names its key at the end of the header", async () => {
    expect(await verifyList(signed)).toEqual({ state: "valid", key: signer.publicKey });
    expect(signed.split("\n").slice(0, 6)).toEqual([
      "! title: Reply bots",
      "! updated: 2026-11-22",
      `! key: ${signer.publicKey}`,
      expect.stringMatching(/^! signature: ed25519:[\w-]{86}$/),
      "",
      "! by hand",
    ]);
  });

  it("stays valid with a byte order mark and other line breaks", async () => {
    expect((await verifyList(`\uFEFF${signed.replaceAll("\n", "\r\n")}\r\n`)).state).toBe("valid");
  });

  it("may have its signature as the last line", async () => {
    const line = /! signature: .*\n/.exec(signed)![0];
    const moved = signed.replace(line, "") + line;
    expect((await verifyList(moved)).state).toBe("valid");
    expect((await verifyList(`${moved}fold: from:@more\n`)).state).toBe("bad");
  });

  it("can be signed again, with another key too", async () => {
    expect((await verifyList(await signList(signed, signer))).state).toBe("valid");
    const other = await generateSigner();
    const again = await signList(signed, other);
    expect(await verifyList(again)).toEqual({ state: "valid", key: other.publicKey });
    expect(again.match(/! key:/g)).toHaveLength(1);
  });

  it("can be checked by any other program with Ed25519", () => {
    const raw = fromBase64Url(signer.publicKey.slice("ed25519:".length))!;
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]);
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    const signature = /! signature: ed25519:(.*)/.exec(signed)![1]!;
    expect(verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, "base64url"))).toBe(true);
  });

  it.each([
    ["a changed rule", (text: string) => text.replace("fold:", "hide:"), /changed after/],
    ["an added rule", (text: string) => `${text}hide: from:@somebody\n`, /changed after/],
    ["no signature", (text: string) => text.replace(/! signature.*\n/, ""), /not signed/],
    ["no key", (text: string) => text.replace(/! key.*\n/, ""), /names no key/],
    ["two keys", (text: string) => text.replace(/(! key.*\n)/, "$1$1"), /more than one key/],
    [
      "two signatures",
      (text: string) => text.replace(/(! signature.*\n)/, "$1$1"),
      /more than one signature/,
    ],
    [
      "a short key",
      (text: string) => text.replace(/(! key: ed25519:[\w-]{8}).*/, "$1"),
      /not an Ed25519 key/,
    ],
    [
      "another kind",
      (text: string) => text.replace("signature: ed25519:", "signature: rsa:"),
      /not an Ed25519 sig/,
    ],
  ])("is bad with %s", async (_name, change, words) => {
    expect(await verifyList(change(signed))).toMatchObject({
      state: "bad",
      problem: expect.stringMatching(words),
    });
  });

  it("is unsigned without lines of the header, whatever comments below say", async () => {
    expect((await verifyList(`${LIST}! key: this column\n! signature: none\nlabel: x\n`)).state).toBe(
      "unsigned",
    );
  });
});

describe("a key", () => {
  it("has a fingerprint to compare", async () => {
    expect(await fingerprint(signer.publicKey)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(await fingerprint("ed25519:short")).toBeNull();
  });

  it("goes out and comes back, plain", async () => {
    const read = await importSigner(await exportSigner(signer));
    expect(read.ok && read.signer.publicKey).toBe(signer.publicKey);
    if (read.ok) expect((await verifyList(await signList(LIST, read.signer))).state).toBe("valid");
  });

  it("goes out and comes back, locked with a passphrase", async () => {
    const file = await exportSigner(signer, "four plain words");
    expect(file).not.toContain("private");
    expect(await importSigner(file)).toMatchObject({ ok: false, needsPassphrase: true });
    expect(await importSigner(file, "other words")).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/does not fit/),
    });
    expect((await importSigner(file, "four plain words")).ok).toBe(true);
  }, 20_000);

  it("is read as JWK", async () => {
    const file = JSON.parse(await exportSigner(signer)) as { private: string };
    const key = createPrivateKey({
      key: Buffer.from(file.private, "base64url"),
      format: "der",
      type: "pkcs8",
    });
    const read = await importSigner(JSON.stringify(key.export({ format: "jwk" })));
    expect(read.ok && read.signer.publicKey).toBe(signer.publicKey);
  });

  it.each([
    ["nothing", "", /not JSON/],
    ["another file", '{"format":"winnow-backup"}', /not a key file/i],
    ["a huge file", "x".repeat(30_000), /too long/],
    ["a list in its place", "fold: from:@a", /not JSON/],
  ])("is not read from %s", async (_name, text, words) => {
    expect(await importSigner(text)).toMatchObject({ ok: false, problem: expect.stringMatching(words) });
  });

  it("must fit its public half", async () => {
    const [mine, other] = [JSON.parse(await exportSigner(signer)), await generateSigner()];
    const read = await importSigner(JSON.stringify({ ...mine, public: other.publicKey }));
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(/do not belong together/) });
  });
});
