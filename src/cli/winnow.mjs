#!/usr/bin/env node
// The `winnow` command. It is TypeScript like the rest: tsx reads it as it is, so that nothing has to be built first.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
});
