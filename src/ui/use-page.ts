import { useEffect } from "preact/hooks";

/** The page's title and language, which the built HTML does not state. */
export const usePage = (title: string): void => {
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = "en";
  }, [title]);
};
