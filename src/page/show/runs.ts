/** A hidden post in the page's list. */
export interface Hidden {
  cell: Element;
}

/** What a run's last post shows for all of it: later cells are painted over earlier ones, so it can reach up. */
export interface Run<T> {
  members: T[];
  leader: T;
}

/**
 * Group hidden posts that stand directly after one another.
 * @param next the cell that follows a cell, cells without content skipped
 */
export const runsOf = <T extends Hidden>(
  hidden: Iterable<T>,
  next: (cell: Element) => Element | null,
): Run<T>[] => {
  const byCell = new Map<Element, T>();
  for (const item of hidden) byCell.set(item.cell, item);
  const followers = new Map<T, T>();
  const starts = new Set(byCell.values());
  for (const item of byCell.values()) {
    const following = byCell.get(next(item.cell) ?? item.cell);
    if (!following || following === item) continue;
    followers.set(item, following);
    starts.delete(following);
  }
  return [...starts].map((start) => {
    const members = [start];
    let leader = start;
    for (let item = followers.get(start); item && members.length < 10_000; item = followers.get(item)) {
      members.push(item);
      leader = item;
    }
    return { members, leader };
  });
};
