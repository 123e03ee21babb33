import { uncoveredLanguage } from "../core/text/language";
import type { ModelManifest } from "../core/vocab/model";

type Language = ModelManifest["languages"][number];

/** The page's own word for the language is followed where the network gives it at least this odds ratio to its first choice. */
const HINT_ODDS = Math.log(50);

/** The primary subtag of a BCP-47 tag; "" for none, "und", private and X's own tags ("qme", "zxx"). */
export function primarySubtag(tag: string | undefined): string {
  const primary = (tag ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
  return /^[a-z]{2,3}$/.test(primary) && !/^q|^und$|^zxx$|^mul$|^mis$/.test(primary) ? primary : "";
}

/** The language of a text, of those that the model covers, or null. The page's tag is a hint only: it is often wrong. */
export function chooseLanguage(
  languages: readonly Language[],
  odds: Float32Array,
  text: string,
  tag?: string,
): Language | null {
  if (uncoveredLanguage(text) !== null) return null;
  let best = 0;
  odds.forEach((value, i) => {
    if (value > (odds[best] ?? -Infinity)) best = i;
  });
  const hint = languages.findIndex((language) => language.code === primarySubtag(tag));
  if (hint >= 0 && (odds[best] ?? 0) - (odds[hint] ?? -Infinity) < HINT_ODDS) best = hint;
  return languages[best] ?? null;
}
