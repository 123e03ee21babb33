import { DeclaredAction, FlaggedAction } from "../components/actions";
import { Section } from "../components/section";
import { Strictness } from "../components/strictness";
import { Detectors } from "./detectors";

export const DetectionSection = () => (
  <Section
    id="detection"
    title="Detection"
    intro="A model on your device compares each post with posts that people wrote. It judges the post, never the person, and it can be wrong."
  >
    <Strictness />
    <details class="help">
      <summary>What this number means, and what it does not</summary>
      <p>
        “At most 1 human post in 100” means: a post is flagged only if it reads more like a machine than 99 of
        100 human posts of about its length and language.
      </p>
      <p>
        It is not the chance that a post is machine-written. Nobody knows how many posts in your feed are. It
        was measured on sample posts, and your feed may differ.
      </p>
      <p>
        Short posts often cannot be told, and then they are shown. The same goes where there were too few
        human samples of a length and language to stand by your number.
      </p>
    </details>
    <FlaggedAction />
    <DeclaredAction />
    <Detectors />
  </Section>
);
