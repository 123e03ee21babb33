import { useState } from "preact/hooks";

import { explain, readingInWords } from "../../core/judge/explain";
import type { Action } from "../../core/vocab/action";
import type { Post } from "../../core/vocab/post";
import type { Verdict } from "../../core/vocab/verdict";

const BECOMES: Record<Action, string> = {
  keep: "Shown as it is.",
  label: "Shown with a mark.",
  dim: "Shown paler.",
  fold: "Folded to one line.",
  hide: "Hidden.",
};

const Text = ({ post, paler, mark }: { post: Post; paler: boolean; mark: string }) => (
  <div class={paler ? "sample-post sample-dim" : "sample-post"}>
    <p class="sample-author">
      <bdi>{post.author?.name}</bdi> <bdi class="hint">@{post.author?.handle}</bdi>
      {mark && <span class="sample-mark">{mark}</span>}
    </p>
    <p class="sample-text" dir="auto">
      {post.text}
    </p>
  </div>
);

interface SampleCardProps {
  post: Post;
  /** Null while it is judged or if that failed: the post is shown then, as everywhere. */
  verdict: Verdict | null;
  waiting: boolean;
}

/** One sample as the person's own choices would leave it, and what was measured. */
export const SampleCard = ({ post, verdict, waiting }: SampleCardProps) => {
  const [shown, setShown] = useState(false);
  const action = verdict?.action ?? "keep";
  const why = verdict ? explain(verdict).short : "";
  const folded = (action === "fold" || action === "hide") && !shown;
  return (
    <li class="sample" data-action={action}>
      {folded ? (
        <p class="sample-fold">
          {action === "fold" ? `${why}.` : "Hidden. In your feed, nothing stands in its place."}{" "}
          <button
            type="button"
            class="link"
            aria-label={`Show the post by ${post.author?.name}`}
            onClick={() => setShown(true)}
          >
            Show
          </button>
        </p>
      ) : (
        <Text post={post} paler={action === "dim" && !shown} mark={action === "label" ? why : ""} />
      )}
      <p class="sample-reading">
        {verdict
          ? `${readingInWords(verdict.signals)} ${BECOMES[action]}`
          : waiting
            ? "Being judged…"
            : "Not judged, so it is shown."}
      </p>
    </li>
  );
};
