import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { ModelError } from "./model-error";
import { MODEL_ID } from "./shipped";

const MODELS = fileURLToPath(new URL("../../models/", import.meta.url));

/** Reads models/<id>/ from disk, for the command line and tests. Throws ModelError "missing" or "corrupt". */
export async function loadFromDisk(
  id: string = MODEL_ID,
  folder: string = MODELS,
): Promise<{ manifest: unknown; model: Uint8Array }> {
  const at = join(folder, id);
  try {
    const [manifest, model] = await Promise.all([
      readFile(join(at, "manifest.json"), "utf8"),
      readFile(join(at, "model.onnx")),
    ]);
    return { manifest: JSON.parse(manifest) as unknown, model: new Uint8Array(model) };
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ModelError("corrupt", `models/${id}/manifest.json is not JSON.`, error);
    throw new ModelError("missing", `models/${id}/ could not be read.`, error);
  }
}
