import { idOf, type SamplePost } from "../../timeline";

const post = (handle: string, by: SamplePost["by"], text: string, ago: number): SamplePost => ({
  handle,
  name: handle.replaceAll("_", " "),
  text,
  lang: "en",
  by,
  ago,
});

/** What the tests look at. Invented; the machine-like ones are far beyond any budget, the others far within. */
export const POSTS: readonly SamplePost[] = [
  post("tram_watcher", "person", "ok the tram stopped on the bridge again, driver got out for a cig lol", 5),
  post(
    "growth_daily",
    "machine",
    "In today's fast-paced digital landscape, building a personal brand isn't just an option — it's a necessity. " +
      "Consistency, authenticity, and strategic storytelling are the keys to unlocking meaningful growth. " +
      "Let's dive in. What's your next step? 🚀",
    9,
  ),
  post(
    "gran_knits",
    "person",
    "finished the hat. it came out the size of a bucket so the dog has it now",
    14,
  ),
  post(
    "mindful_leader",
    "machine",
    "Failure isn't the opposite of success — it's the foundation of it. Every setback carries a lesson, every " +
      "obstacle holds an opportunity, and every ending opens the door to a new beginning. The question isn't " +
      "whether you'll fall. The question is how you'll rise.",
    22,
  ),
  post("one_word", "person", "no", 31),
  post(
    "fig_tree_tom",
    "person",
    "anyone want figs? tree went mad this yr, ive about 40 and no jam jars left",
    47,
  ),
];

export const HUMAN = idOf(0);
export const MACHINE = idOf(1);
export const OTHER_HUMAN = idOf(2);
export const OTHER_MACHINE = idOf(3);
export const SHORT = idOf(4);
export const FIGS = idOf(5);
