import type { Copy } from "../../core/lists/judge-update";
import { versionOf } from "../../core/lists/identity";
import { type Bundle, mergeList } from "../../core/lists/merge";
import { verifyList } from "../../core/lists/signature";
import { toBytes } from "../../core/lists/standard";
import type { Version } from "../../core/vocab/subscription";

/** Name of a copy: the same texts have the same one. */
export const bundleId = ({ main, included }: Bundle): Promise<string> =>
  versionOf([
    main,
    ...Object.keys(included)
      .sort()
      .flatMap((url) => [url, included[url] ?? ""]),
  ]);

/** A copy understood and checked. Only the list's own signature counts; what it includes stands under it. */
export const readCopy = async (bundle: Bundle, host?: string): Promise<Copy> => ({
  merged: mergeList(bundle),
  signature: await verifyList(bundle.main),
  host,
});

export const describeVersion = async (bundle: Bundle, copy: Copy, time: number): Promise<Version> => {
  const updated = copy.merged.own.header.updated?.slice(0, 60);
  return {
    id: await bundleId(bundle),
    time,
    bytes: [bundle.main, ...Object.values(bundle.included)].reduce(
      (sum, text) => sum + toBytes(text).length,
      0,
    ),
    rules: copy.merged.list.rules.length,
    ...(updated !== undefined && { updated }),
  };
};
