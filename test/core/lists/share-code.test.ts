import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_SHARED_TEXT } from "../../../src/core/lists/limits";
import { pack } from "../../../src/core/lists/pack";
import { qrPicture } from "../../../src/core/lists/qr";
import {
  decodeShareCode,
  encodeShareCode,
  isShareCode,
  SHARE_PREFIX,
} from "../../../src/core/lists/share-code";
import { standard, toBase64Url, toBytes } from "../../../src/core/lists/standard";
import { normalise } from "../../../src/core/lists/text";

const LIST = "! title: Reply bots\nfold: from:@promo_bot\nlabel: “link in bio”\n";

describe("a share code", () => {
  it("gives the text back", async () => {
    const code = await encodeShareCode(LIST);
    expect(code.startsWith(SHARE_PREFIX)).toBe(true);
    expect(code).toMatch(/^winnow1:[A-Za-z0-9_-]+$/);
    expect(await decodeShareCode(code)).toEqual({ ok: true, text: LIST });
  });

  it("gives any text back, with one kind of line break", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 400 }), async (text) => {
        expect(await decodeShareCode(await encodeShareCode(text))).toEqual({
          ok: true,
          text: normalise(text),
        });
      }),
      { numRuns: 60 },
    );
  });

  it("survives a mail program's line breaks and spaces", async () => {
    const code = await encodeShareCode(LIST);
    const wrapped = ` ${code.replace(/(.{20})/g, "$1\r\n ")}\n`;
    expect(isShareCode(wrapped)).toBe(true);
    expect(await decodeShareCode(wrapped)).toEqual({ ok: true, text: LIST });
  });

  it("is refused when a letter is missing or was changed", async () => {
    const code = await encodeShareCode(LIST);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: SHARE_PREFIX.length, max: code.length - 1 }), async (at) => {
        const shorter = code.slice(0, at) + code.slice(at + 1);
        const other = code.slice(0, at) + (code[at] === "A" ? "B" : "A") + code.slice(at + 1);
        expect((await decodeShareCode(shorter)).ok).toBe(false);
        // The last letter of base64 may carry bits that mean nothing.
        const read = await decodeShareCode(other);
        if (read.ok) expect(read.text).toBe(LIST);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["", /begins with winnow1:/],
    ["hello", /begins with winnow1:/],
    ["winnow2:AAAA", /newer Winnow/],
    ["winnow1:", /not whole/],
    ["winnow1:????", /not whole/],
    ["winnow1:" + "A".repeat(500_000), /longer than/],
  ])("%j is refused in words", async (code, words) => {
    expect(await decodeShareCode(code)).toMatchObject({ ok: false, problem: expect.stringMatching(words) });
  });

  it("does not unpack a bomb", async () => {
    const packed = await pack(new Uint8Array(MAX_SHARED_TEXT * 20));
    const check = new Uint8Array(await standard.crypto.subtle.digest("SHA-256", packed)).subarray(0, 4);
    const bytes = new Uint8Array([...check, ...packed]);
    expect(bytes.length).toBeLessThan(60_000);
    expect(await decodeShareCode(`winnow1:${toBase64Url(bytes)}`)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/reasonable size/),
    });
  });

  it("is refused when it holds no text or no DEFLATE", async () => {
    const wrap = async (packed: Uint8Array<ArrayBuffer>): Promise<string> => {
      const check = new Uint8Array(await standard.crypto.subtle.digest("SHA-256", packed)).subarray(0, 4);
      return `winnow1:${toBase64Url(new Uint8Array([...check, ...packed]))}`;
    };
    expect((await decodeShareCode(await wrap(await pack(new Uint8Array([0xff, 0xfe, 0xfd]))))).ok).toBe(
      false,
    );
    expect((await decodeShareCode(await wrap(toBytes("not deflate at all")))).ok).toBe(false);
  });
});

describe("a QR picture", () => {
  it("is one path inside its own box", async () => {
    const code = await encodeShareCode(LIST);
    const picture = qrPicture(code);
    expect(picture?.size).toBeGreaterThan(21);
    expect(picture?.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  });

  it("is not made of what no reader could read", () => {
    expect(qrPicture("x".repeat(3_000))).toBeNull();
    expect(qrPicture("x".repeat(2_900))).not.toBeNull();
  });
});
