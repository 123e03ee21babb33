import { Problem } from "../components/problem";
import { useReadSettings } from "../use-settings";
import { SampleCard } from "./sample-card";
import { SAMPLE_POSTS } from "./samples";
import { useSamples } from "./use-samples";

/** Invented posts, really judged: what the choices above would do. */
export const SampleList = () => {
  const settings = useReadSettings();
  const { verdicts, failure, again } = useSamples(settings);
  const broken = verdicts?.some(({ signals }) =>
    signals.some((signal) => signal.detector === "text" && signal.untold === "no-model"),
  );
  return (
    <>
      {failure && (
        <Problem action={{ label: "Try again", onClick: again }}>
          The samples could not be judged. In your feed, posts would be shown as they are. {failure}
        </Problem>
      )}
      {!failure && broken && (
        <Problem action={{ label: "Try again", onClick: again }}>
          The model does not work at the moment. Your rules still do; all other posts are shown.
        </Problem>
      )}
      <ul class="samples" aria-busy={!verdicts && !failure}>
        {SAMPLE_POSTS.map((post, at) => (
          <SampleCard
            key={post.id}
            post={post}
            verdict={failure ? null : (verdicts?.[at] ?? null)}
            waiting={!verdicts && !failure}
          />
        ))}
      </ul>
    </>
  );
};
