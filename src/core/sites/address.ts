/** The parts of a web address that tell sites and surfaces apart. */
export interface Address {
  /** Lower case, without port. */
  host: string;
  /** Begins with `/`; no query, no fragment. */
  path: string;
}

/** Split an http(s) address; null for anything else. The core knows no `URL`, and needs only this much. */
export const splitAddress = (url: string): Address | null => {
  const scheme = /^\s*https?:\/\//i.exec(url.slice(0, 200));
  if (!scheme) return null;
  const rest = url.slice(scheme[0].length).trimEnd();
  const end = rest.search(/[/?#\\]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  // What stands before the last @ is a user name, however much it looks like a host.
  const host = authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .replace(/\.$/, "")
    .toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host)) return null;
  const path = end < 0 ? "" : (rest.slice(end).split(/[?#]/, 1)[0] ?? "");
  return { host, path: path.startsWith("/") ? path : `/${path}` };
};
