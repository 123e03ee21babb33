import { type Bytes, standard } from "./standard";

/** Pass bytes through a compression stream; stop, and give null, as soon as more than `max` bytes come out. */
const through = async (
  stream: InstanceType<(typeof standard)["CompressionStream"]>,
  bytes: Bytes,
  max: number,
): Promise<Bytes | null> => {
  const writer = stream.writable.getWriter();
  // What is wrong with the bytes is heard from the reading end; these only must not go unhandled.
  const writing = Promise.all([writer.write(bytes), writer.close()]).catch(() => undefined);
  const reader = stream.readable.getReader();
  const pieces: Bytes[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const value = piece.value ?? new Uint8Array(0);
    length += value.length;
    if (length > max) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(value);
  }
  await writing;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/** Compress with raw DEFLATE (RFC 1951). */
export const pack = async (bytes: Bytes): Promise<Bytes> =>
  (await through(new standard.CompressionStream("deflate-raw"), bytes, Number.POSITIVE_INFINITY)) as Bytes;

/**
 * Undo `pack`. A small input can unpack to a huge output: nothing beyond `max` bytes is ever held.
 * @returns null if the bytes are damaged or unpack to more than `max`
 */
export const unpack = async (bytes: Bytes, max: number): Promise<Bytes | null> => {
  try {
    return await through(new standard.DecompressionStream("deflate-raw"), bytes, max);
  } catch {
    return null;
  }
};
