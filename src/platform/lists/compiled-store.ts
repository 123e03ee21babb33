import { versionOf } from "../../core/lists/identity";
import { COMPILED_VERSION, type CompiledRules } from "../../core/rules/compiled";
import { database } from "./database";

/** Where they stand among the single values. They hold rules of every list: who deletes a list deletes them too. */
export const COMPILED_KEY = "compiled";

/**
 * Name of a set of compiled rules: the same own rules, lists and program have the same one.
 * @param program version of the extension: sites and the compiler are part of it
 */
export const compiledName = (rules: string, lists: string, program: string): Promise<string> =>
  versionOf([rules, lists, program, String(COMPILED_VERSION)]);

/** The compiled rules of this name, or null. Chrome stops the background every half minute: reading is far quicker than compiling. */
export const readCompiled = async (name: string): Promise<CompiledRules | null> => {
  const stored = (await (await database()).get("values", COMPILED_KEY)) as
    { name?: unknown; data?: Partial<CompiledRules> } | undefined;
  const whole =
    stored?.name === name &&
    stored.data?.version === COMPILED_VERSION &&
    Array.isArray(stored.data.lists) &&
    stored.data.lineOf instanceof Uint32Array &&
    stored.data.startOf instanceof Uint32Array;
  return whole ? (stored.data as CompiledRules) : null;
};

/** Keep compiled rules in the place of those before. */
export const writeCompiled = async (name: string, data: CompiledRules): Promise<void> => {
  await (await database()).put("values", { name, data }, COMPILED_KEY);
};
