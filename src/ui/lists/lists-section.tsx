import { useRef, useState } from "preact/hooks";

import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { Section } from "../components/section";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { count, messageOf } from "../words";
import { AddList } from "./add-list";
import { BringRules, type Foreign } from "./bring-rules";
import { ListCard } from "./list-card";
import { useLists } from "./use-lists";
import { useOffered } from "./use-offered";
import { usePreview } from "./use-preview";

const Empty = () => (
  <div class="empty">
    <p>
      <strong>You follow no list yet.</strong>
    </p>
    <p>
      A list is a text of rules that somebody keeps and others follow, as with lists for ad blockers. You see
      what a list would do before it may do anything, you say how far it may go, and you can leave it at any
      time.
    </p>
    <p>
      Paste the address of a list above. Where to find one: whoever told you about Winnow may keep one, and a
      list for another program can be carried over.
    </p>
  </div>
);

const Table = ({ onFork }: { onFork: (list: SubscriptionView) => void }) => {
  const services = useServices();
  const { say } = useSettings();
  const { lists, broken, failure, refresh } = useLists();
  const [looking, setLooking] = useState(false);

  const lookAtAll = async () => {
    setLooking(true);
    try {
      await services.send("lists-update", { all: true });
      await refresh();
      say("Every list was looked at.");
    } catch (error) {
      say(messageOf(error), true);
    }
    setLooking(false);
  };

  if (failure && !lists)
    return (
      <Problem action={{ label: "Try again", onClick: () => void refresh() }}>
        Your lists could not be read. {failure}
      </Problem>
    );
  if (!lists)
    return (
      <p class="hint" role="status">
        Reading your lists…
      </p>
    );
  return (
    <>
      {broken > 0 && (
        <Problem>
          {count(broken, "stored list")} could not be read and {broken === 1 ? "does" : "do"} nothing. What
          was stored was kept: see Set aside under Data.
        </Problem>
      )}
      {failure && <p class="hint">What you see may be old: Winnow does not answer. {failure}</p>}
      {lists.length === 0 ? (
        <Empty />
      ) : (
        <>
          <div class="row lists-bar">
            <h3>{count(lists.length, "list")}</h3>
            {lists.some(({ nextCheck }) => nextCheck !== undefined) && (
              <button
                type="button"
                class="button button-small"
                disabled={looking}
                onClick={() => void lookAtAll()}
              >
                {looking ? "Looking…" : "Look for news of all"}
              </button>
            )}
          </div>
          <ul class="lists">
            {lists.map((list) => (
              <ListCard key={list.id} list={list} onFork={onFork} />
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** The lists that the user follows, and the ways to more. */
export const ListsSection = ({ onFork }: { onFork: (list: SubscriptionView) => void }) => {
  const offered = useOffered();
  const preview = usePreview();
  const [foreign, setForeign] = useState<Foreign | null>(null);
  const add = useRef<HTMLDivElement>(null);
  return (
    <Section
      id="lists"
      title="Lists"
      intro="Rules that others keep. Your own rules, and people you follow, come before every list."
    >
      <div ref={add}>
        <AddList view={preview} offered={offered} onForeign={(text, name) => setForeign({ text, name })} />
      </div>
      <Table onFork={onFork} />
      <BringRules
        foreign={foreign}
        onForeign={setForeign}
        onList={(name, text) => {
          setForeign(null);
          preview.look({ kind: "file", file: name, text });
          add.current?.scrollIntoView?.({ block: "start" });
        }}
      />
    </Section>
  );
};
