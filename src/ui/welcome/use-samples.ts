import { useCallback, useEffect, useState } from "preact/hooks";

import type { Settings } from "../../core/settings/schema";
import type { Verdict } from "../../core/vocab/verdict";
import { useServices } from "../services";
import { messageOf } from "../words";
import { SAMPLE_POSTS } from "./samples";

export interface Samples {
  /** Null while they are judged. */
  verdicts: readonly Verdict[] | null;
  failure: string | null;
  again: () => void;
}

/** The samples, judged as posts of a feed are: by the model on this device, under the settings that stand. */
export const useSamples = (settings: Settings): Samples => {
  const services = useServices();
  const [verdicts, setVerdicts] = useState<readonly Verdict[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { policy, detectors, rules } = settings;
  const asked = JSON.stringify([policy, detectors, rules]);

  useEffect(() => {
    let stopped = false;
    services.send("judge", { posts: [...SAMPLE_POSTS] }).then(
      (reply) => {
        if (stopped) return;
        setVerdicts(reply.verdicts);
        setFailure(null);
      },
      (error: unknown) => {
        if (!stopped) setFailure(messageOf(error));
      },
    );
    return () => {
      stopped = true;
    };
  }, [services, asked, attempt]);

  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { verdicts, failure, again };
};
