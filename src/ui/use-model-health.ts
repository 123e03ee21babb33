import { useCallback, useEffect, useState } from "preact/hooks";

import type { Health } from "../core/vocab/health";
import { useServices } from "./services";
import { messageOf } from "./words";

/** Load the model if it is not loaded, and say how it is. */
export const useModelHealth = (): { health: Health; check: () => void } => {
  const services = useServices();
  const [health, setHealth] = useState<Health>({ state: "starting" });
  const check = useCallback(() => {
    setHealth({ state: "starting" });
    services
      .send("check-model", {})
      .then(setHealth, (error: unknown) => setHealth({ state: "failed", message: messageOf(error) }));
  }, [services]);
  useEffect(check, [check]);
  return { health, check };
};
