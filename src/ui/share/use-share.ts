import { useEffect, useState } from "preact/hooks";

import type { Signer } from "../../core/lists/keys";
import { type Published, publishList, type PublishHeader } from "../../core/lists/publish";
import { encodeShareCode } from "../../core/lists/share-code";
import { signList } from "../../core/lists/signature";
import { messageOf } from "../words";

const AFTER_MS = 200;

export interface Sharing {
  rules: string;
  header: PublishHeader;
  /** Addresses of lists that it builds on. */
  includes: readonly string[];
  /** Rules of those that it takes out. */
  removals: readonly string[];
  signer: Signer | null;
}

export interface Shared extends Published {
  code: string;
}

export interface ShareView {
  /** Null while it is made, or if it holds nothing. */
  shared: Shared | null;
  failure: string | null;
}

const make = async ({ rules, header, includes, removals, signer }: Sharing): Promise<Shared> => {
  const published = publishList(
    rules,
    header,
    new Date(),
    includes,
    removals.map((text) => ({ text })),
  );
  const text = signer ? await signList(published.text, signer) : published.text;
  return { ...published, text, code: await encodeShareCode(text) };
};

/** The list that others would get, made anew once the person pauses. */
export const useShare = (sharing: Sharing): ShareView => {
  const [view, setView] = useState<ShareView>({ shared: null, failure: null });
  const { signer, ...rest } = sharing;
  const key = JSON.stringify(rest);
  useEffect(() => {
    let stopped = false;
    const wanted = { ...(JSON.parse(key) as Omit<Sharing, "signer">), signer };
    const timer = setTimeout(() => {
      make(wanted).then(
        (shared) => {
          if (!stopped)
            setView({ shared: shared.rules + wanted.includes.length > 0 ? shared : null, failure: null });
        },
        (error: unknown) => {
          if (!stopped) setView({ shared: null, failure: messageOf(error) });
        },
      );
    }, AFTER_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [key, signer]);
  return view;
};
