import { useState } from "preact/hooks";

import type { TabStatus } from "../../platform/messages";
import { HealthLine, MODEL_WORDS, READER_WORDS, STORAGE_WORDS } from "../components/health-line";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { messageOf } from "../words";

/** Whether the parts work, and what to do if one does not. */
export const HealthList = ({ status, refresh }: { status: TabStatus; refresh: () => void }) => {
  const services = useServices();
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = (work: () => Promise<unknown>) => {
    setFailure(null);
    work().then(refresh, (error: unknown) => setFailure(messageOf(error)));
  };
  return (
    <section aria-labelledby="health" class="health-list">
      <h2 id="health" class="small-heading">
        How it works here
      </h2>
      <dl>
        {status.site?.on && status.site.permitted && (
          <HealthLine name="Site reader" health={status.reader} words={READER_WORDS} />
        )}
        <HealthLine
          name="Model"
          health={status.model}
          words={MODEL_WORDS}
          action={{ label: "Try again", onClick: () => attempt(() => services.send("check-model", {})) }}
        />
        <HealthLine
          name="Settings"
          health={status.storage}
          words={STORAGE_WORDS}
          action={{ label: "See what was kept", onClick: () => attempt(() => services.openOptions("data")) }}
        />
      </dl>
      {failure && <Problem>{failure}</Problem>}
    </section>
  );
};
