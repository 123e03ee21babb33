import { type ReadAddress, readAddress } from "./address";

/** Names that only the user's own network knows. A stranger's list is not to knock at doors there. */
const LOCAL =
  /^(?:[^.]+|\[.*\]|\d{1,3}(?:\.\d{1,3}){3}|.*\.(?:local|localhost|internal|lan|home|home\.arpa|test|invalid|onion))$/i;

/**
 * The address of an included list, which may be relative to the list that names it.
 * @param base address of that list, if it has one
 */
export const includeAddress = (written: string, base: string | undefined): ReadAddress => {
  const read = readAddress(written, base);
  if (!read.ok) {
    return base === undefined && !/^\s*[a-z][a-z0-9+.-]*:/i.test(written)
      ? {
          ok: false,
          problem: "A list without an address of its own can include only full addresses (https://…).",
        }
      : read;
  }
  const name = read.address.host.replace(/:\d+$/, "");
  const own = base === undefined ? null : readAddress(base);
  // Beside its own file a list may lie anywhere, also on a host of the user's own network.
  if (LOCAL.test(name) && !(own?.ok && own.address.host === read.address.host))
    return {
      ok: false,
      problem: `A list cannot include one from ${name}, which is inside a network of its own.`,
    };
  return read;
};
