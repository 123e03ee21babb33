import type { Action } from "../../core/vocab/action";

const Line = ({ y, width, faint = false }: { y: number; width: number; faint?: boolean }) => (
  <rect class={faint ? "picture-faint" : "picture-ink"} x="8" y={y} width={width} height="3" rx="1.5" />
);

const Words = ({ faint = false }: { faint?: boolean }) => (
  <>
    <Line y={17} width={46} faint={faint} />
    <Line y={24} width={50} faint={faint} />
    <Line y={31} width={28} faint={faint} />
  </>
);

/** A post of 64 by 44 units, as each action leaves it. */
export const ActionPicture = ({ action }: { action: Action }) => (
  <svg class="picture" viewBox="0 0 64 44" width="64" height="44" aria-hidden="true" focusable="false">
    {action === "fold" ? (
      <>
        <rect class="picture-box" x="1.5" y="15.5" width="61" height="13" rx="4" />
        <rect class="picture-mark" x="8" y="20" width="26" height="4" rx="2" />
        <path class="picture-stroke" d="M50 20.5l3.5 3.5 3.5-3.5" />
      </>
    ) : action === "hide" ? (
      <path class="picture-gap" d="M4 22h56" />
    ) : (
      <>
        <rect class="picture-box" x="1.5" y="1.5" width="61" height="41" rx="5" />
        <rect
          class={action === "dim" ? "picture-faint" : "picture-ink"}
          x="8"
          y="7"
          width="18"
          height="4"
          rx="2"
        />
        {action === "label" && <rect class="picture-mark" x="38" y="6" width="18" height="6" rx="3" />}
        <Words faint={action === "dim"} />
      </>
    )}
  </svg>
);
