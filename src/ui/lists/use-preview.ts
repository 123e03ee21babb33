import { useCallback, useRef, useState } from "preact/hooks";

import type { PreviewReply, Source } from "../../platform/lists/preview-schema";
import { useServices } from "../services";
import { messageOf } from "../words";

export type PreviewState =
  | { state: "none" }
  | { state: "looking"; source: Source }
  | { state: "shown"; source: Source; preview: Extract<PreviewReply, { ok: true }>["preview"] }
  | { state: "refused"; source: Source; problem: string; origin?: string; format?: string };

export interface PreviewView {
  now: PreviewState;
  look: (source: Source) => void;
  clear: () => void;
}

/** Look at a list; nothing is applied. A second look makes the first one's answer void. */
export const usePreview = (): PreviewView => {
  const services = useServices();
  const [now, setNow] = useState<PreviewState>({ state: "none" });
  const turn = useRef(0);

  const look = useCallback(
    (source: Source) => {
      turn.current += 1;
      const mine = turn.current;
      const tell = (next: PreviewState) => {
        if (turn.current === mine) setNow(next);
      };
      tell({ state: "looking", source });
      const ask = async () => {
        // Without posts the list is shown all the same.
        const posts = (await services.openPosts?.().catch(() => [])) ?? [];
        const reply = await services.send("list-preview", {
          source,
          ...(posts.length > 0 && { posts: posts.slice(0, 200) }),
        });
        if (reply.ok) return tell({ state: "shown", source, preview: reply.preview });
        const { problem, origin, format } = reply;
        tell({
          state: "refused",
          source,
          problem,
          ...(origin !== undefined && { origin }),
          ...(format !== undefined && { format }),
        });
      };
      ask().catch((error: unknown) => tell({ state: "refused", source, problem: messageOf(error) }));
    },
    [services],
  );
  const clear = useCallback(() => {
    turn.current += 1;
    setNow({ state: "none" });
  }, []);
  return { now, look, clear };
};
