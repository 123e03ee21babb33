/** The beginnings of icon paths by which the site's data tells marks apart; the rest of a path says nothing. */
export const ICONS = {
  ai: "M12.998 1.94c.18 3.015 1.04 5.156 2.473 6.59 1.433 1.433 3.574 2.292 6.589 2.472v1.996c-3.015.18-5.156 1.04-6.59 2.473-1.433 1.433-2.292 3.574-2.472 6.589h-1.996z",
  grok: "M12.745 20.54l10.97-8.19",
  pin: "M7 4.5C7 3.12 8.12 2 9.5 2h5C15.88 2 17 3.12 17 4.5v5.26L20.12 16H13v5l-1 2-1-2v-5H3.88L7 9.76V4.5z",
  repost:
    "M4.75 3.79l4.603 4.3-1.706 1.82L6 8.38v7.37c0 .97.784 1.75 1.75 1.75H13V20H7.75c-2.347 0-4.25-1.9-4.25-4.25V8.38L1.853 9.91.147 8.09l4.603-4.3z",
  more: "M3 12c0-1.1.9-2 2-2s2 .9 2 2-.9 2-2 2-2-.9-2-2z",
} as const;

export const icon = (path: string, box = "0 0 24 24"): string =>
  `<svg viewBox="${box}" aria-hidden="true"><g><path d="${path}"></path></g></svg>`;
