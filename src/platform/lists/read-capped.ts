export type CappedBody =
  { text: string; bytes: number } | { text: null; bytes: number; why: "size" | "encoding" };

/**
 * Read a response's body piece by piece; stop at the first byte beyond `max` (after decompression).
 * @throws whatever the connection does when it breaks
 */
export const readCapped = async (response: Response, max: number): Promise<CappedBody> => {
  if (!response.body) return { text: "", bytes: 0 };
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (!value && !done) continue;
    bytes += value?.length ?? 0;
    if (bytes > max) {
      void reader.cancel().catch(() => undefined);
      return { text: null, bytes, why: "size" };
    }
    try {
      pieces.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
    } catch {
      void reader.cancel().catch(() => undefined);
      return { text: null, bytes, why: "encoding" };
    }
    if (done) return { text: pieces.join(""), bytes };
  }
};
