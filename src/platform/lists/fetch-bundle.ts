import { readAddress } from "../../core/lists/address";
import { type Bundle, mergeList } from "../../core/lists/merge";
import type { Validators } from "../../core/vocab/subscription";
import { type Download, download, type DownloadTools } from "./download";
import { noteRequest } from "./ledger";

export interface FetchTools extends DownloadTools {
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  wait: (ms: number) => Promise<void>;
}

/** What is to be fetched, and what is known of it. */
export interface Wanted {
  /** Id of the list for the ledger; empty for a look before subscribing. */
  list: string;
  /** Address of the list; without one, the text that is there stands and only its includes are fetched. */
  url?: string | undefined;
  known?: Bundle | undefined;
  validators: Readonly<Record<string, Validators>>;
  /** Whether a list may be brought along from this host without asking. */
  mayInclude: (host: string) => boolean;
}

type Failed = Extract<Download, { ok: false }>["failure"];

export type Fetched =
  | { ok: false; failure: Failed }
  | {
      ok: true;
      bundle: Bundle;
      validators: Record<string, Validators>;
      /** The host that answered for the list itself. */
      host?: string;
      /** Includes that could not be had or are older than they could be, in words. */
      notes: string[];
      /** Hosts of includes that were not asked, since `mayInclude` says no. */
      newHosts: string[];
    };

const PAUSE = 1_500;

/** One request after the other, each noted in the ledger; a short, uneven pause before each but the first. */
const pacedDownload = (wanted: Wanted, tools: FetchTools) => {
  let first = true;
  return async (
    url: string,
    validators: Validators | undefined,
    old: string | undefined,
  ): Promise<Download> => {
    if (!first) await tools.wait(PAUSE * (0.3 + tools.random()));
    first = false;
    const got = await download(url, validators, tools);
    // An address that was refused before any request is no request.
    if (got.ok || got.failure.kind !== "address" || got.host !== "") {
      await noteRequest({
        time: tools.now(),
        host: got.host,
        list: wanted.list,
        bytes: got.bytes,
        // The browser's own cache gives the old text again where the server said that nothing changed.
        outcome: !got.ok ? "failed" : got.text === null || got.text === old ? "unchanged" : "new",
        ...(!got.ok && { message: got.failure.message.slice(0, 1_000) }),
      }).catch(() => undefined);
    }
    return got;
  };
};

const hostOf = (url: string): string => {
  const read = readAddress(url);
  return read.ok ? read.address.host : "";
};

/** Get a list and all that it includes. An include that fails keeps its last copy; the list itself must be there. */
export const fetchBundle = async (wanted: Wanted, tools: FetchTools): Promise<Fetched> => {
  const get = pacedDownload(wanted, tools);
  const { known, url } = wanted;
  const validators: Record<string, Validators> = {};
  const notes: string[] = [];
  const newHosts = new Set<string>();
  let main = known?.main;
  let host: string | undefined;
  let base = known?.base;
  if (url !== undefined) {
    const read = readAddress(url);
    base = read.ok ? read.address.url : url;
    const got = await get(url, known ? wanted.validators[base] : undefined, known?.main);
    if (!got.ok) return { ok: false, failure: got.failure };
    host = got.host;
    if (got.text === null) {
      const old = wanted.validators[base];
      if (old) validators[base] = old;
    } else {
      main = got.text;
      validators[base] = got.validators;
    }
  }
  if (main === undefined)
    return { ok: false, failure: { kind: "storage", message: "The text of this list is gone." } };

  const included: Record<string, string> = {};
  const tried = new Set<string>();
  for (;;) {
    const { missing } = mergeList({ main, base, included });
    const next = missing.filter((address) => !tried.has(address));
    if (next.length === 0) break;
    for (const address of next) {
      tried.add(address);
      if (!wanted.mayInclude(hostOf(address))) {
        newHosts.add(hostOf(address));
        continue;
      }
      const old = known && Object.hasOwn(known.included, address) ? known.included[address] : undefined;
      const got = await get(address, old === undefined ? undefined : wanted.validators[address], old);
      if (got.ok && got.text !== null) {
        included[address] = got.text;
        validators[address] = got.validators;
        continue;
      }
      const kept = wanted.validators[address];
      if (old !== undefined) included[address] = old;
      if (old !== undefined && kept) validators[address] = kept;
      if (!got.ok)
        notes.push(
          `${old === undefined ? "An included list is missing" : "An included list is not up to date"} (${address.slice(0, 300)}): ${got.failure.message}`,
        );
    }
  }
  return {
    ok: true,
    bundle: base === undefined ? { main, included } : { main, base, included },
    validators,
    ...(host !== undefined && { host }),
    notes: notes.slice(0, 20),
    newHosts: [...newHosts],
  };
};

/** Hosts that a copy of a list already brings lists along from, or was allowed to. */
export const includedHosts = (bundle: Bundle): Set<string> =>
  new Set([...Object.keys(bundle.included), ...mergeList(bundle).missing, bundle.base ?? ""].map(hostOf));
