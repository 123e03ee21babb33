import { type Address, splitAddress } from "../match/address";
import { fold, foldings } from "../match/fold";
import { mentionsIn, plainHandle, tagsIn } from "../match/handle";
import { regexText } from "../match/regex";
import { literalText } from "../match/regex-literals";
import { countWords } from "../match/tokens";
import type { Post } from "../vocab/post";
import type { RegexPlace, WordPlace } from "../vocab/rule";

/** What is known of a post beyond the post itself. Null or left out: it cannot be told. */
export interface Facts {
  /** The model's percentile of the text, 0-100. */
  ai?: number | null;
  /** The author's percentile, 0-100. */
  authorAi?: number | null;
  /** How many near-identical posts by other accounts were seen, this one included. */
  copies?: number | null;
  /** Whether a picture bears Content Credentials. */
  credentials?: boolean | null;
  /** The time, in ms since 1970. */
  now?: number;
}

/** A post with what conditions ask of it, each worked out once and only if asked for. */
export class View {
  readonly post: Post;
  readonly facts: Facts;
  #handle: string | null | undefined;
  #texts: readonly string[] | undefined;
  #alts: readonly string[] | undefined;
  #names: readonly string[] | null | undefined;
  #links: readonly Address[] | undefined;
  #mentions: ReadonlySet<string> | undefined;
  #tags: ReadonlySet<string> | undefined;
  #length: number | undefined;
  #raw: Map<RegexPlace, readonly string[] | null> | undefined;
  #lowered: Map<RegexPlace, readonly string[] | null> | undefined;

  constructor(post: Post, facts: Facts) {
    this.post = post;
    this.facts = facts;
  }

  /** The author's handle in its one form; null if the page showed none. */
  get handle(): string | null {
    return (this.#handle ??= this.post.author ? plainHandle(this.post.author.handle) : null);
  }

  /** Folded text, in each way to read it. */
  get texts(): readonly string[] {
    return (this.#texts ??= foldings(this.post.text));
  }

  /** Folded descriptions of media. */
  get alts(): readonly string[] {
    return (this.#alts ??= this.post.media.flatMap(({ alt }) => (alt === undefined ? [] : foldings(alt))));
  }

  /** Folded words at a place; null if the page does not show it. */
  words(place: WordPlace): readonly string[] | null {
    if (place === "text") return this.texts;
    if (place === "alt") return this.alts;
    if (place === "post") return this.alts.length === 0 ? this.texts : [...this.texts, ...this.alts];
    const name = this.post.author?.name;
    return (this.#names ??= name === undefined ? null : foldings(name));
  }

  /** What patterns see at a place; null if the page does not show it. */
  raw(place: RegexPlace): readonly string[] | null {
    const known = (this.#raw ??= new Map());
    let raw = known.get(place);
    if (raw === undefined) known.set(place, (raw = this.#rawAt(place)));
    return raw;
  }

  /** The same, made ready for the search for literals. */
  lowered(place: RegexPlace): readonly string[] | null {
    const known = (this.#lowered ??= new Map());
    let lowered = known.get(place);
    if (lowered === undefined) known.set(place, (lowered = this.raw(place)?.map(literalText) ?? null));
    return lowered;
  }

  #rawAt(place: RegexPlace): readonly string[] | null {
    const { post } = this;
    switch (place) {
      case "text":
        return [regexText(post.text)];
      case "alt":
        return post.media.flatMap(({ alt }) => (alt === undefined ? [] : [regexText(alt)]));
      case "post":
        return [...(this.raw("text") ?? []), ...(this.raw("alt") ?? [])];
      case "name":
        return post.author?.name === undefined ? null : [regexText(post.author.name)];
      case "from":
        return this.handle === null ? null : [this.handle];
      case "url":
        return this.addresses;
    }
  }

  /** Addresses that the post links to, as the page has them. */
  get addresses(): readonly string[] {
    const cards = this.post.media.flatMap(({ kind, url }) =>
      kind === "card" && url !== undefined ? [url] : [],
    );
    return cards.length === 0 ? this.post.links : [...this.post.links, ...cards];
  }

  get links(): readonly Address[] {
    return (this.#links ??= this.addresses.flatMap((url) => splitAddress(url) ?? []));
  }

  get mentions(): ReadonlySet<string> {
    return (this.#mentions ??= new Set(mentionsIn(this.post.text)));
  }

  /** Folded hashtags, without `#`. */
  get tags(): ReadonlySet<string> {
    return (this.#tags ??= new Set(tagsIn(this.post.text).map(fold)));
  }

  /** Words of the text; a character of a script without spaces counts half a word. */
  get length(): number {
    return (this.#length ??= countWords(this.post.text));
  }

  /** Seconds since the post was published; null if that, or the time now, is not known. */
  get age(): number | null {
    const published = this.post.time === undefined ? Number.NaN : Date.parse(this.post.time);
    const { now } = this.facts;
    return now === undefined || Number.isNaN(published) ? null : Math.max(0, (now - published) / 1000);
  }
}

export const viewOf = (post: Post, facts: Facts): View => new View(post, facts);
