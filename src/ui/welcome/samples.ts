import type { Post } from "../../core/vocab/post";

interface Sample {
  handle: string;
  name: string;
  text: string;
}

/** Invented for the welcome page: people and texts that do not exist. */
const SAMPLES: readonly Sample[] = [
  {
    handle: "growth_gardener",
    name: "Growth Gardener",
    text: "Consistency isn't just a habit, it's a superpower. In today's fast-paced world, it's easy to get caught up in chasing quick wins. But true success is built through small, intentional steps taken every single day. Here's the key: focus on progress over perfection, embrace the journey, and celebrate each milestone along the way. What small step will you take today?",
  },
  {
    handle: "bikeshed_bea",
    name: "bea (rides in rain)",
    text: 'ok so the guy at the bike shop goes "your chain is fine" and i go then why does it sound like a drawer of spoons, and he rides it round the block, comes back, says "huh. spoons." 40 quid. spoons confirmed',
  },
  {
    handle: "ai_insights_daily",
    name: "Insights Daily",
    text: "Artificial intelligence is transforming the way we work, learn, and connect. From streamlining workflows to unlocking new levels of creativity, its potential is truly limitless. However, it's important to strike a balance between innovation and responsibility. By fostering collaboration and prioritizing ethical considerations, we can shape a future that benefits everyone. The time to act is now!",
  },
  {
    handle: "nightbus_nik",
    name: "nik",
    text: "lol same",
  },
  {
    handle: "allotment_37",
    name: "Plot 37",
    text: "Slugs 6, me 0. Put beer traps out on Sunday like my neighbour said and this morning there's one in there on its back looking like it had the best night of its life. The other five were on the lettuces. Giving up on lettuce, again, until next year when I forget all this",
  },
];

/** The samples as posts, as a site's reader would hand them on. */
export const SAMPLE_POSTS: readonly Post[] = SAMPLES.map(({ handle, name, text }, at) => ({
  site: "x",
  id: `~welcome-${at + 1}`,
  surface: "other",
  author: { handle, name },
  text,
  lang: "en",
  is: [],
  media: [],
  links: [],
}));
