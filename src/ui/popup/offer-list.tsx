import { useEffect, useState } from "preact/hooks";

import { readAddress } from "../../core/lists/address";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { messageOf } from "../words";

/** Whether an address looks like that of a text, which a list is. Only looking at it tells more. */
export const mayBeList = (url: string | undefined): string | null => {
  if (url === undefined) return null;
  const read = readAddress(url);
  return read.ok && /\.(?:txt|text|list|winnow)$/i.test(new URL(read.address.url).pathname)
    ? read.address.url
    : null;
};

/** Shown on a tab that has a text open: it may be a list to follow. */
export const OfferList = () => {
  const services = useServices();
  const { say } = useSettings();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let stopped = false;
    services.currentTab().then(
      (tab) => {
        if (!stopped) setUrl(mayBeList(tab?.url));
      },
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [services]);
  if (url === null) return null;
  return (
    <div class="problem problem-mild">
      <p>This tab shows a text. If it is a list, you can follow it; you see what it would do first.</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          services
            .openOptions(`lists?add=${encodeURIComponent(url)}`)
            .catch((error: unknown) => say(`The options did not open: ${messageOf(error)}`, true));
        }}
      >
        Look at it as a list
      </button>
    </div>
  );
};
