import * as v from "valibot";

import { ModelManifest } from "../core/vocab/model";
import { ENCODING } from "./encode";
import { ModelError } from "./model-error";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");

/** A manifest that can be trusted in shape and that this build can feed. Throws ModelError "corrupt". */
export function checkManifest(manifest: unknown): ModelManifest {
  const parsed = v.safeParse(ModelManifest, manifest);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new ModelError(
      "corrupt",
      `The model's manifest is not valid: ${v.getDotPath(issue) ?? "it"}: ${issue.message}`,
    );
  }
  if (parsed.output.input.encoding !== ENCODING) {
    throw new ModelError(
      "corrupt",
      `The model reads encoding ${String(parsed.output.input.encoding)}, this build writes ${String(ENCODING)}.`,
    );
  }
  return parsed.output;
}

/** Are these the weights that the manifest names? Throws ModelError "corrupt". */
export async function checkWeights(manifest: ModelManifest, model: Uint8Array): Promise<void> {
  if (model.byteLength !== manifest.bytes) {
    throw new ModelError(
      "corrupt",
      `The model file has ${String(model.byteLength)} bytes, not ${String(manifest.bytes)}.`,
    );
  }
  const digest = hex(await crypto.subtle.digest("SHA-256", new Uint8Array(model)));
  if (digest !== manifest.sha256)
    throw new ModelError("corrupt", "The model file's SHA-256 is not the manifest's.");
}
