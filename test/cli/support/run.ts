import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

import { main } from "../../../src/cli/main";

/** A folder for this file's tests. */
export const folder = mkdtempSync(join(tmpdir(), "winnow-cli-"));

export const put = async (name: string, text: string | Uint8Array): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Run one command as a shell would. */
export const run = async (args: string[], stdin = ""): Promise<Ran> => {
  const ran: Ran = { code: 0, out: "", err: "" };
  ran.code = await main(args, {
    stdout: { write: (text) => (ran.out += text) },
    stderr: { write: (text) => (ran.err += text) },
    stdin: Readable.from([Buffer.from(stdin)]),
  });
  return ran;
};

export const GOOD = `! title: Reply bots
! updated: 2026-11-22
! homepage: https://example.org/bots
! license: CC0-1.0
! syntax: 1

fold: from:@promo_bot ; reason: says so
label: "link in bio"
`;
