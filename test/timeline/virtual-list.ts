/**
 * The page's own script: a virtual list as the site has it. Cells are placed absolutely by
 * translateY and measured by a ResizeObserver; what is far off-screen is taken out and comes back as
 * NEW elements; near the end the next posts are loaded. It keeps no scroll anchor: any change of
 * height above the viewport moves what is read, and is counted.
 *
 * `window.timeline`: `loads`, `jumps` (re-layouts that moved the first visible cell), `jumpPx`,
 * `mounts`, `count` (posts loaded), `mounted()`, `replace()` (as a change of tab does), `go(path)`.
 * A plain function, since its source is put into the page.
 */
export const virtualList = function (config: {
  items: string[];
  count: number;
  page: number;
  firstId: string;
}): void {
  const OVERSCAN = 1200;
  const GUESS = 240;
  const heights = new Map<number, number>();
  const cells = new Map<number, HTMLElement>();
  const state = {
    loads: 0,
    jumps: 0,
    jumpPx: 0,
    mounts: 0,
    count: Math.min(config.page, config.count),
    path: location.pathname,
  };
  let list = document.querySelector("#timeline") as HTMLElement;
  let loading = false;

  const heightOf = (index: number): number => heights.get(index) ?? GUESS;
  const htmlOf = (index: number): string => {
    const round = Math.floor(index / config.items.length);
    const html = config.items[index % config.items.length] ?? "";
    const id = String(BigInt(config.firstId) - BigInt(index) * 1000n);
    return html.replaceAll("{{id}}", id).replaceAll("{{round}}", round === 0 ? "" : ` (${round + 1})`);
  };
  const layout = (): number[] => {
    const tops: number[] = [0];
    for (let i = 0; i < state.count; i += 1) tops.push((tops[i] ?? 0) + heightOf(i));
    return tops;
  };
  let tops = layout();

  const sizes = new ResizeObserver((entries) => {
    let changed = false;
    for (const { target } of entries) {
      const index = Number((target as HTMLElement).dataset["index"]);
      const height = (target as HTMLElement).getBoundingClientRect().height;
      if (!target.isConnected || heights.get(index) === height) continue;
      heights.set(index, height);
      changed = true;
    }
    if (changed) relay();
  });

  const place = (): void => {
    tops = layout();
    list.style.minHeight = `${tops[state.count] ?? 0}px`;
    for (const [index, cell] of cells) cell.style.transform = `translateY(${tops[index] ?? 0}px)`;
  };

  const firstVisible = (): [HTMLElement, number] | null => {
    for (const [, cell] of [...cells].sort(([a], [b]) => a - b)) {
      const { top, bottom } = cell.getBoundingClientRect();
      if (bottom > 53) return [cell, top];
    }
    return null;
  };

  const relay = (): void => {
    const before = firstVisible();
    place();
    if (before) {
      const moved = Math.abs(before[0].getBoundingClientRect().top - before[1]);
      if (moved > 0.5) {
        state.jumps += 1;
        state.jumpPx += moved;
      }
    }
    render();
  };

  const render = (): void => {
    const from = window.scrollY - OVERSCAN - list.offsetTop;
    const to = window.scrollY + window.innerHeight + OVERSCAN;
    for (const [index, cell] of cells) {
      if ((tops[index + 1] ?? 0) >= from && (tops[index] ?? 0) <= to && index < state.count) continue;
      sizes.unobserve(cell);
      cell.remove();
      cells.delete(index);
    }
    for (let index = 0; index < state.count; index += 1) {
      if (cells.has(index) || (tops[index + 1] ?? 0) < from || (tops[index] ?? 0) > to) continue;
      const cell = document.createElement("div");
      cell.dataset["testid"] = "cellInnerDiv";
      cell.dataset["index"] = String(index);
      cell.style.cssText = `transform: translateY(${tops[index] ?? 0}px); position: absolute; width: 100%`;
      cell.innerHTML = `<div>${htmlOf(index)}</div>`;
      const after = [...cells.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
      list.insertBefore(cell, after === undefined ? null : (cells.get(after) ?? null));
      cells.set(index, cell);
      sizes.observe(cell);
      state.mounts += 1;
    }
    const end = (tops[state.count] ?? 0) - (window.scrollY + window.innerHeight);
    if (end < OVERSCAN && !loading && state.count < config.count) {
      loading = true;
      setTimeout(() => {
        loading = false;
        state.loads += 1;
        state.count = Math.min(config.count, state.count + config.page);
        place();
        render();
      }, 120);
    }
  };

  const replace = (): void => {
    const fresh = document.createElement("div");
    fresh.id = "timeline";
    fresh.style.cssText = "position: relative";
    for (const cell of cells.values()) sizes.unobserve(cell);
    cells.clear();
    list.replaceWith(fresh);
    list = fresh;
    window.scrollTo(0, 0);
    place();
    render();
  };

  document.addEventListener("click", (event) => {
    const more = (event.target as Element).closest<HTMLElement>('[data-testid="tweet-text-show-more-link"]');
    const text = more?.parentElement?.querySelector<HTMLElement>('[data-testid="tweetText"]');
    if (!more || !text) return;
    text.textContent = more.dataset["full"] ?? "";
    more.remove();
  });
  window.addEventListener("scroll", render, { passive: true });
  window.addEventListener("resize", render);
  Object.assign(window, {
    timeline: Object.assign(state, {
      mounted: () => cells.size,
      replace,
      go: (path: string) => {
        history.pushState({}, "", path);
        replace();
      },
    }),
  });
  place();
  render();
};
