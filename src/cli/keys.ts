import { exportSigner, generateSigner, importSigner, type Signer } from "../core/lists/keys";
import { fingerprint, signList, verifyList } from "../core/lists/signature";
import { command, Failure } from "./arguments";
import { readText, writeOut, writeText } from "./files";
import type { Io } from "./io";

/** A passphrase is never an argument: those are seen by everybody on the machine. */
const VARIABLE = "WINNOW_PASSPHRASE";

const passphrase = (): string | undefined => process.env[VARIABLE];

const KEYGEN = `Usage: winnow keygen FILE

Make a pair of Ed25519 keys for signing lists. The file (readable by you alone; one that is there already is
not touched) holds both; the public key is printed, with its fingerprint. Keep the file: followers of your
lists are warned when a list comes with another key.

With a passphrase in the environment variable ${VARIABLE} the private key is locked with it.
`;

export const keygenCommand = command("keygen", KEYGEN, 1, {}, async ({ files: [file = ""] }, io) => {
  const signer = await generateSigner();
  await writeText(file, await exportSigner(signer, passphrase()), { fresh: true, mode: 0o600 });
  io.stdout.write(`${signer.publicKey}\n`);
  io.stderr.write(`fingerprint: ${(await fingerprint(signer.publicKey)) ?? ""}\n`);
  if (!passphrase())
    io.stderr.write(`The private key is not locked. Set ${VARIABLE} to lock it with a passphrase.\n`);
  return 0;
});

const readSigner = async (file: string, io: Io): Promise<Signer> => {
  const read = await importSigner(await readText(file, io), passphrase());
  if (read.ok) return read.signer;
  throw new Failure(`${file}: ${read.problem}${read.needsPassphrase ? ` Set ${VARIABLE}.` : ""}`);
};

const SIGN = `Usage: winnow sign LIST --key FILE [--out FILE | --write]

Sign a list: its key and signature stand at the end of its header, and any change of a line below or above
makes the signature wrong. Sign anew after each change, as the last step before publishing.

  --key FILE   key file, as keygen writes it, or a private Ed25519 key as JWK; locked ones need ${VARIABLE}
  --out FILE   write there instead of standard output
  --write      write into LIST itself
  --help       this text
`;

export const signCommand = command(
  "sign",
  SIGN,
  1,
  { key: { type: "string" }, out: { type: "string" }, write: { type: "boolean" } },
  async ({ files: [file = ""], text, flag }, io) => {
    const key = text("key");
    if (key === undefined) throw new Failure("--key is missing: name the key file");
    const signer = await readSigner(key, io);
    const signed = await signList(await readText(file, io), signer);
    await writeOut(flag("write") ? file : text("out"), signed, io);
    return 0;
  },
);

const VERIFY = `Usage: winnow verify LIST [--key KEY]

Check a list's signature. Prints its state, its key and the key's fingerprint.

  --key KEY   the list must be signed with this key (ed25519:…)
  --help      this text

Exit code: 0 if it is signed and unchanged (with this key), 1 if not.
`;

export const verifyCommand = command(
  "verify",
  VERIFY,
  1,
  { key: { type: "string" } },
  async ({ files: [file = ""], text }, io) => {
    const result = await verifyList(await readText(file, io));
    if (result.state === "unsigned") throw new Failure(`${file} is not signed`);
    if (result.state === "bad") throw new Failure(`${file}: ${result.problem}`);
    if (result.state === "unsupported") throw new Failure("this Node has no Ed25519 signatures");
    const wanted = text("key");
    if (wanted !== undefined && wanted !== result.key)
      throw new Failure(`${file} is signed with another key: ${result.key}`);
    io.stdout.write(`valid ${result.key} (${(await fingerprint(result.key)) ?? ""})\n`);
    return 0;
  },
);
