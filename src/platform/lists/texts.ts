import { type Merged, mergeList } from "../../core/lists/merge";
import { readVersion } from "./store";

/** A kept copy of a list, understood; null if it is not kept. */
export const readMerged = async (list: string, version: string): Promise<Merged | null> => {
  const bundle = await readVersion(list, version);
  return bundle ? mergeList(bundle) : null;
};
