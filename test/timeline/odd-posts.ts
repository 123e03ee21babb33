import type { SamplePost } from "./kinds";

const LONG_RAMBLE = "and then the bus did not come, and the one after that did not come either, so we walked, ".repeat(60);

/** Advertisements, posts without words, translations, labels, and posts that want to break something. */
export const ODD_POSTS: SamplePost[] = [
  {
    handle: "umbrella_barn_inv", name: "Umbrella Barn", lang: "en", by: "machine", ago: 0, ad: true, verified: true,
    text: "Rain won't wait — so why should you? Discover our all-new StormSafe collection: lightweight, windproof, and built to last. Shop now and unlock 20% off your first order. ☔",
    media: [{ kind: "image" }], card: { host: "umbrellabarn.example", title: "StormSafe" },
  },
  {
    handle: "ledgerlight_inv", name: "LedgerLight for Teams", lang: "en", by: "machine", ago: 0, ad: true,
    text: "Invoices in seconds. Insights in minutes. Growth that lasts. LedgerLight empowers small teams to streamline their finances effortlessly — start your free trial today.",
    media: [{ kind: "video" }],
  },
  { handle: "pics_no_words", name: "pics, no words", lang: "en", by: "nobody", ago: 29, text: "", media: [{ kind: "image", alt: "Four crows on a washing line" }, { kind: "image" }] },
  { handle: "loopmachine_inv", name: "loopmachine", lang: "und", by: "nobody", ago: 36, text: "", media: [{ kind: "video" }] },
  { handle: "shortandsweet_x", name: "short", lang: "en", by: "person", ago: 44, text: "no" },
  { handle: "emoji_only_inv", name: "🦆", lang: "zxx", by: "person", ago: 45, text: "🦆🦆🦆 👩‍👩‍👧‍👦 🏳️‍🌈" },
  {
    handle: "hakodate_walks", name: "函館さんぽ", lang: "en", by: "person", ago: 61, translatedFrom: "Japanese",
    text: "I went out to see the night view, but the fog was so thick that I could not even see my own feet. There was a couple taking a photograph of the fog.",
  },
  {
    handle: "quoteless_inv", name: "quotes the void", lang: "en", by: "person", ago: 77, quote: "unavailable",
    text: "they deleted it but we all saw it. every single one of us in the group chat saw the thing about the goose",
  },
  {
    handle: "posterbot_inv", name: "Poster Studio", lang: "en", by: "machine", ago: 101, aiLabel: true,
    text: "Introducing the Aurora Poster Series — where imagination meets innovation. Each piece blends vibrant color, bold geometry, and timeless emotion into a truly unforgettable visual journey.",
    media: [{ kind: "image", alt: "Abstract aurora over geometric hills" }],
  },
  {
    handle: "bobby_tables_inv", name: "<img src=x onerror=\"document.title='broken'\"><b>bold</b>", lang: "en", by: "person", ago: 108,
    text: "</span></div><script>document.title='broken'</script> does this page print my name right? asking because the last one did not and hr got involved",
  },
  {
    handle: "rtl_trick_inv", name: "\u202Eemosdnah yrev\u202C \u2067\u2067\u2067", lang: "en", by: "machine", ago: 115,
    text: "Authenticity is the currency of the modern age — spend it wisely, invest it boldly, and never counterfeit it. \u202EThis line runs backwards to see what happens.\u202C The most powerful brand is the one that feels human.",
  },
  {
    handle: "verylongname_inv", name: `${"Wolfeschlegelstein".repeat(16)} ${"Z̷̢͖͌a̵̛̤l̸̥̽g̴̱̈o̶͎̊ ".repeat(6)}`, lang: "en", by: "machine", ago: 122,
    text: "Consistency beats intensity. Every single time. Show up daily, refine relentlessly, and trust the process — because extraordinary outcomes are simply ordinary actions, repeated with intention.",
  },
  { handle: "ramble_inv", name: "the ramble", lang: "en", by: "person", ago: 145, text: LONG_RAMBLE.trim(), verified: true },
  { handle: "lone_surrogate", name: "half a \uD83D face", lang: "en", by: "person", ago: 166, text: "my phone keyboard broke and now it sends half of every emoji \uDE00 which is honestly more than i deserve after the pool thing" },
];
