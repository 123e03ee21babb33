import * as v from "valibot";

import { intervalOf, nextAfterSuccess } from "../../core/lists/schedule";
import type { Grant } from "../../core/vocab/rule-list";
import type { Subscription } from "../../core/vocab/subscription";
import { describeVersion, readCopy } from "./copies";
import { AboutSchema } from "./preview-schema";
import { deletePreview, readPreview, readSubscriptions, writeVersion } from "./store";
import { save } from "./apply";
import type { UpdateTools } from "./update";

/** Most lists that can be followed at once. */
const MOST = 200;

const newId = (): string => `list-${crypto.randomUUID().slice(0, 13)}`;

/**
 * Follow a list that was looked at. What acts from now on is exactly the text that was shown.
 * @throws Error with a sentence for people
 */
export const subscribeTo = async (
  token: string,
  { grant, name }: { grant: Grant; name?: string },
  tools: UpdateTools,
): Promise<Subscription> => {
  const stored = await readPreview(token);
  const about = v.safeParse(AboutSchema, stored?.about);
  if (!stored || !about.success) throw new Error("Look at the list again first: what was shown is gone.");
  const { origin, name: title, host, validators, notes } = about.output;
  const others = await readSubscriptions();
  if (others.length >= MOST)
    throw new Error(`You follow ${MOST} lists, which is the most that Winnow takes.`);
  if (
    origin.kind === "url" &&
    others.some((each) => each.origin.kind === "url" && each.origin.url === origin.url)
  )
    throw new Error("You follow this list already.");
  const now = tools.now();
  const copy = await readCopy(stored.bundle, host);
  if (copy.signature.state === "bad") throw new Error(copy.signature.problem);
  const version = await describeVersion(stored.bundle, copy, now);
  const id = newId();
  await writeVersion(id, version.id, stored.bundle);
  const subscription = await save({
    id,
    origin,
    name: (name?.trim() || title).slice(0, 200),
    on: true,
    grant,
    added: now,
    validators,
    lastChecked: now,
    lastChanged: now,
    nextCheck: nextAfterSuccess(now, intervalOf(undefined, copy.merged.own.header.expires), tools.random()),
    failures: 0,
    notes: notes.map((note) => note.slice(0, 1_000)).slice(0, 20),
    current: version.id,
    versions: [version],
    pinned: false,
    tombstones: [],
    ...(copy.signature.state === "valid" && { key: copy.signature.key }),
    ...(host !== undefined && { host }),
  });
  await deletePreview(token);
  return subscription;
};
