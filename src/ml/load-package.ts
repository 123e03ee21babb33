import { ModelError } from "./model-error";

const read = async (path: string): Promise<Response> => {
  // The package's own files; nothing is fetched from anywhere else.
  const response = await fetch(new URL(path, self.location.origin)).catch(() => undefined);
  if (!response?.ok) throw new ModelError("missing", `${path} is missing from this installation.`);
  return response;
};

/** Where the runtime's WebAssembly stands in the package. */
export const packagedWasm = (): string =>
  new URL("/ort/ort-wasm-simd-threaded.wasm", self.location.origin).href;

/** The model that is packaged with the extension, unchecked. Throws ModelError "missing" or "corrupt". */
export const loadFromPackage = async (id: string): Promise<{ manifest: unknown; model: Uint8Array }> => {
  const manifest: unknown = await (
    await read(`/models/${id}/manifest.json`)
  )
    .json()
    .catch((error: unknown) => {
      throw new ModelError("corrupt", "The model's manifest is not JSON.", error);
    });
  return { manifest, model: new Uint8Array(await (await read(`/models/${id}/model.onnx`)).arrayBuffer()) };
};
