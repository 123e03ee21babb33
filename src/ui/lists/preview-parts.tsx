import { strengthOf } from "../../core/vocab/action";
import type { ListPreview } from "../../platform/lists/preview-schema";
import { ACTION_DONE } from "../components/actions";
import { Problem } from "../components/problem";
import { count, listed, number } from "../words";
import { originWords, size } from "./list-words";

const HEADER_NAMES = {
  author: "Author",
  description: "About",
  homepage: "Homepage",
  license: "Licence",
  updated: "Updated",
} as const;

/** What the list says of itself. All of it is a claim, so it is shown as such and links nowhere by itself. */
export const SaysOfItself = ({ preview }: { preview: ListPreview }) => {
  const { header, host, origin } = preview;
  const rows = (Object.keys(HEADER_NAMES) as (keyof typeof HEADER_NAMES)[]).flatMap((key) => {
    const value = header[key];
    return value === undefined ? [] : [[HEADER_NAMES[key], value] as const];
  });
  return (
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd dir="auto">
          {originWords(origin)}
          {host !== undefined && origin.kind === "url" && ` (answered by ${host})`}
        </dd>
      </div>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Whether the list is signed, and by which key. */
export const SignatureWords = ({ signature }: { signature: ListPreview["signature"] }) => {
  switch (signature.state) {
    case "valid":
      return (
        <p>
          Signed. The key’s fingerprint is <code dir="ltr">{signature.fingerprint}</code>. It is remembered:
          should another key sign this list one day, the new copy waits for you.
        </p>
      );
    case "unsigned":
      return <p>Not signed. Whoever can write to its address can change it.</p>;
    case "unsupported":
      return (
        <Problem>
          It is signed, but this browser cannot check Ed25519 signatures, so nobody knows whether the
          signature holds.
        </Problem>
      );
    case "bad":
      return (
        <Problem>Its signature does not hold, so Winnow does not follow it. {signature.problem}</Problem>
      );
  }
};

/** How many rules, what they do, and what it brings along. */
export const Contents = ({ preview }: { preview: ListPreview }) => {
  const { counts, actions, bytes, included } = preview;
  const parts = (Object.entries(actions) as [keyof typeof actions, number][])
    .filter(([, n]) => n > 0)
    .sort(([a], [b]) => strengthOf(b) - strengthOf(a))
    .map(([action, n]) => `${number(n)} ${action}`);
  return (
    <>
      <p>
        <strong>{count(counts.rules, "rule")}</strong>
        {parts.length > 0 && ` (${listed(parts)})`}, {size(bytes)}.
      </p>
      {included.length > 0 && (
        <>
          <p>It brings along:</p>
          <ul class="differences">
            {included.map(({ url, title, rules }) => (
              <li key={url} dir="auto">
                {title ? `${title}, ` : ""}
                {url}: {count(rules, "rule")}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** What it would do to the posts that are open in this browser. */
export const EffectWords = ({ effect }: { effect: NonNullable<ListPreview["effect"]> }) => {
  const by = new Map<keyof typeof ACTION_DONE, number>();
  for (const { action } of effect.acted) by.set(action, (by.get(action) ?? 0) + 1);
  const words = [...by].map(([action, n]) => `${number(n)} ${ACTION_DONE[action]}`);
  return (
    <div>
      <p>
        On the {count(effect.posts, "post")} on your open tabs, with what new lists may do:{" "}
        <strong>{words.length > 0 ? listed(words) : "nothing would change"}</strong>.
      </p>
      {effect.acted.length > 0 && (
        <details class="help">
          <summary>Because of which rules</summary>
          <ul class="rule-lines">
            {[...new Set(effect.acted.flatMap(({ rules }) => rules.map(({ text }) => text)))]
              .slice(0, 20)
              .map((text) => (
                <li key={text}>
                  <code dir="ltr">{text}</code>
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  );
};
