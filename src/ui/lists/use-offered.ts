import { useEffect, useState } from "preact/hooks";

const offeredAddress = (): string | null => {
  const [section, query] = location.hash.slice(1).split("?");
  return section === "lists" && query !== undefined ? new URLSearchParams(query).get("add") : null;
};

/**
 * The address of a list that somebody wants to look at, from `#lists?add=…`: the context menu and the popup
 * open the page so. It is taken out of the page's own address, so that a reload does not ask again.
 */
export const useOffered = (): string | null => {
  const [offered, setOffered] = useState<string | null>(null);
  useEffect(() => {
    const take = () => {
      const address = offeredAddress();
      if (address === null) return;
      setOffered(address.slice(0, 2_000));
      history.replaceState(null, "", "#lists");
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return offered;
};
