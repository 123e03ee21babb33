interface Addressed {
  origins: readonly string[];
}

/** The hosts that the browser is asked for, as people write them: `https://x.com/*` is `x.com`. */
export const siteHosts = ({ origins }: Addressed): string[] =>
  origins.map((origin) => origin.replace(/^[a-z*]+:\/\/(\*\.)?/, "").replace(/\/.*$/, ""));

/** The address to open a site at. */
export const siteAddress = (site: Addressed): string => `https://${siteHosts(site)[0] ?? ""}/`;
