/** A post of the sample timeline, before it is drawn as the site draws it. All invented. */
export interface SamplePost {
  handle: string;
  name: string;
  text: string;
  lang: string;
  /** Who wrote it, for people who look at the sample and for tests; the page does not say. */
  by: "machine" | "person" | "nobody";
  /** Minutes before the page's own "now". */
  ago: number;
  ad?: boolean;
  verified?: boolean;
  pinned?: boolean;
  repostedBy?: { handle: string; name: string };
  replyingTo?: string;
  /** Drawn joined to the post above, as in a conversation. */
  joined?: boolean;
  quote?: { handle: string; name: string; text: string; lang: string } | "unavailable";
  media?: { kind: "image" | "video"; alt?: string }[];
  card?: { host: string; title: string };
  link?: string;
  /** The text ends here until "Show more" is pressed. */
  cutAt?: number;
  /** Translated in place by the site, from this language. */
  translatedFrom?: string;
  aiLabel?: boolean;
}
