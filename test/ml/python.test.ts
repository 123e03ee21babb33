import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { measure } from "../../src/core/text/measure";
import { normalise } from "../../src/core/text/normalise";
import { encode } from "../../src/ml/encode";
import { checksum } from "./golden";

const SCRIPT = fileURLToPath(new URL("../../models/train/read_texts.py", import.meta.url));

/** A Python that could train: one that has numpy. */
const python = ["/usr/bin/python3", "python3"].find(
  (name) => spawnSync(name, ["-c", "import numpy"], { stdio: "ignore" }).status === 0,
);

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(..."abcXYZ019 .,!?'\"#@/-_*<>&;:()[]\n\t") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(..."éñßİıſ—–…“”«»‘\u200b\u200d\ufe0f👍🏽→•①ⓐ🅰𝐀𝓫ａ！аеоѕΑοДжمरा。你かカ한ﬁ™℃²ᵃ"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "http://",
      "https://x.example/a",
      "www.",
      "@user",
      "@a.b.example",
      "u/abc",
      "foo.com",
      "<url>",
      "&amp;",
      "**",
      "__",
      "RT @bob: ",
      "--",
      "\n- ",
      "# ",
      "[a](http://b)",
      "aaaa",
      " #tag",
      "a@b.com",
      "\ud83dx",
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0x20, max: 0xd7ff }).map((c) => String.fromCharCode(c)) },
);

describe("Python and TypeScript read texts alike", () => {
  it.skipIf(python === undefined)(
    "on 3,000 random texts (skipped where no Python with numpy is installed)",
    () => {
      const texts = fc.sample(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
        { numRuns: 3000, seed: 20261124 },
      );
      const run = spawnSync(python ?? "", [SCRIPT], {
        input: texts.map((text) => `${JSON.stringify(text)}\n`).join(""),
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      expect(run.stderr).toBe("");
      const answers = run.stdout.trim().split("\n");
      expect(answers).toHaveLength(texts.length);
      texts.forEach((text, i) => {
        const plain = normalise(text);
        const { chars, words } = measure(plain);
        const { ngrams, bare } = encode(plain, 20);
        const ours = [plain, chars, words, checksum(ngrams), checksum(bare)];
        expect(ours, JSON.stringify(text)).toEqual(JSON.parse(answers[i] ?? "null"));
      });
    },
    60_000,
  );
});
