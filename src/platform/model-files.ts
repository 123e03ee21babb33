import { browser } from "./browser";

const address = (path: string): string => browser.runtime.getURL(path);

const read = async (path: string): Promise<Response> => {
  // The package's own files; nothing is fetched from anywhere else.
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${path} is missing from this installation.`);
  return response;
};

/** Where the runtime's WebAssembly stands in the package. */
export const wasmAddress = (): string => address("ort/ort-wasm-simd-threaded.wasm");

/** The packaged model, unchecked. @throws Error if a file is missing */
export const loadModelFiles = async (id: string): Promise<{ manifest: unknown; model: Uint8Array }> => {
  const manifest: unknown = await (await read(`models/${id}/manifest.json`)).json();
  const model = new Uint8Array(await (await read(`models/${id}/model.onnx`)).arrayBuffer());
  return { manifest, model };
};
