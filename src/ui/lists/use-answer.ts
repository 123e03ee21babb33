import { useCallback, useEffect, useState } from "preact/hooks";

import type { MessageName, ReplyOf, RequestOf } from "../../platform/messages";
import { useServices } from "../services";
import { messageOf } from "../words";

export interface Answer<N extends MessageName> {
  /** Null until it came. */
  value: ReplyOf<N> | null;
  failure: string | null;
  again: () => void;
}

/** Ask the background something, and again whenever the question or `key` changes. */
export const useAnswer = <N extends MessageName>(name: N, request: RequestOf<N>, key = ""): Answer<N> => {
  const services = useServices();
  const [value, setValue] = useState<ReplyOf<N> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const question = JSON.stringify(request);

  useEffect(() => {
    let stopped = false;
    services.send(name, JSON.parse(question) as RequestOf<N>).then(
      (answer) => {
        if (stopped) return;
        setValue(answer);
        setFailure(null);
      },
      (error: unknown) => {
        if (!stopped) setFailure(messageOf(error));
      },
    );
    return () => {
      stopped = true;
    };
  }, [services, name, question, key, asked]);

  return { value, failure, again: useCallback(() => setAsked((n) => n + 1), []) };
};
