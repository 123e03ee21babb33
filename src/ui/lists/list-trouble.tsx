import { useState } from "preact/hooks";

import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { messageOf } from "../words";
import { useLists } from "./use-lists";

const hostOf = (origin: string): string => origin.replace(/^https:\/\//, "").replace(/\/\*$/, "");

/** Why a list could not be looked at, and the way forward where there is one. */
export const ListTrouble = ({ list }: { list: SubscriptionView }) => {
  const services = useServices();
  const { act } = useLists();
  const [refused, setRefused] = useState<string | null>(null);
  const { id, name, problem, notes } = list;

  const look = () =>
    void act(
      id,
      () => services.send("list-update", { id }),
      (row) => ({
        words: row?.problem ? `${name}: ${row.problem.message}` : `${name}: looked at just now.`,
      }),
    );
  const allow = (origin: string) => {
    services.requestOrigins([origin]).then(
      (allowed) => {
        setRefused(
          allowed
            ? null
            : `Your browser does not let Winnow fetch from ${hostOf(origin)}. The copy you have works on.`,
        );
        if (allowed) look();
      },
      (error: unknown) => setRefused(messageOf(error)),
    );
  };

  const origin = problem?.kind === "permission" ? problem.origin : undefined;
  return (
    <>
      {problem && list.on && (
        <Problem
          action={
            origin === undefined
              ? { label: "Look again now", onClick: look }
              : { label: `Allow ${hostOf(origin)}`, onClick: () => allow(origin) }
          }
        >
          {problem.message}
        </Problem>
      )}
      {refused && <p role="alert">{refused}</p>}
      {notes.map((note) => (
        <p class="hint" key={note}>
          {note}
        </p>
      ))}
    </>
  );
};
