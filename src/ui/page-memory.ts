const PREFIX = "winnow-page-";

/** A small choice about a page. Where the browser keeps none, nothing was chosen. */
export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
};

export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Then the page forgets it when it closes.
  }
};
