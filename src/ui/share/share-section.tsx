import { useEffect, useRef, useState } from "preact/hooks";

import type { Signer } from "../../core/lists/keys";
import type { PublishHeader } from "../../core/lists/publish";
import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { Section } from "../components/section";
import { useServices } from "../services";
import { useReadSettings } from "../use-settings";
import { useWhileSeen } from "../use-while-seen";
import { count } from "../words";
import { ChooseRules } from "./choose-rules";
import { ShareHead } from "./share-head";
import { ShareResult } from "./share-result";
import { SigningKey } from "./signing-key";
import { useShare } from "./use-share";

const HEAD_KEY = "share-head";

const readHead = (stored: string | null): PublishHeader => {
  try {
    const raw: unknown = JSON.parse(stored ?? "{}");
    if (typeof raw !== "object" || raw === null) return {};
    const texts = ["title", "description", "author", "homepage", "license"]
      .map((key) => [key, (raw as Record<string, unknown>)[key]] as const)
      .filter(([, value]) => typeof value === "string");
    return Object.fromEntries(texts) as PublishHeader;
  } catch {
    return {};
  }
};

interface ShareSectionProps {
  /** A list that the person builds on. */
  fork: SubscriptionView | null;
  onForkDone: () => void;
}

/** One's own rules as a list for others. Nothing is sent anywhere: it is a text, and where it goes is up to the person. */
export const ShareSection = ({ fork, onForkDone }: ShareSectionProps) => {
  const services = useServices();
  const body = useRef<HTMLDivElement>(null);
  const rules = useWhileSeen(body, useReadSettings().rules, "");
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const [header, setHeader] = useState<PublishHeader>(() => readHead(services.recall(HEAD_KEY)));
  const [signer, setSigner] = useState<Signer | null>(null);
  const forkBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!fork) return;
    setHeader((now) => ({ ...now, title: `${fork.name}, and more` }));
    setChosen(new Set());
    forkBox.current?.scrollIntoView?.({ block: "center" });
    forkBox.current?.focus();
  }, [fork]);

  const text =
    chosen === null
      ? rules
      : rules
          .split(/\r\n?|\n/)
          .filter((_, at) => chosen.has(at + 1))
          .join("\n");
  const includes = fork?.origin.kind === "url" ? [fork.origin.url] : [];
  const removals = fork?.switchedOff.map((stone) => stone.text) ?? [];
  const { shared, failure } = useShare({ rules: text, header, includes, removals, signer });

  return (
    <Section
      id="share"
      title="Share"
      intro="Your rules as a list that others can follow. Winnow sends it nowhere: you get a text, and pass it on."
    >
      <div class="panel-parts" ref={body}>
        {fork && (
          <div class="problem problem-mild" ref={forkBox} tabIndex={-1} role="status">
            <p>
              A fork of <strong>{fork.name}</strong>: all that it has, now and later, and your own lines.
              {removals.length > 0 &&
                ` ${count(removals.length, "rule")} that you switched off ${removals.length === 1 ? "is" : "are"} taken out.`}{" "}
              Choose below which of your rules go with it.
            </p>
            <button type="button" class="button" onClick={onForkDone}>
              No fork: only my rules
            </button>
          </div>
        )}
        <ChooseRules text={rules} chosen={chosen} onChange={setChosen} />
        <ShareHead
          header={header}
          onChange={(next) => {
            setHeader(next);
            services.remember(HEAD_KEY, JSON.stringify(next));
          }}
        />
        <SigningKey signer={signer} onChange={setSigner} />
        {failure && <Problem>The list could not be made. {failure}</Problem>}
        {shared ? (
          <ShareResult shared={shared} title={header.title} />
        ) : (
          <p class="hint" role="status">
            {chosen !== null
              ? "Choose at least one rule."
              : "You have no rules of your own yet, so there is nothing to share."}
          </p>
        )}
      </div>
    </Section>
  );
};
