import * as v from "valibot";

import { browser } from "./browser";
import { type MessageName, MESSAGES, type ReplyOf, type RequestOf } from "./messages";

/** The envelope of every message: whom it is for, which one it is, and its request. */
export interface Envelope {
  to: string;
  name: string;
  request: unknown;
}

export type Answer = { ok: true; reply: unknown } | { ok: false; problem: string };

const AnswerSchema = v.variant("ok", [
  v.object({ ok: v.literal(true), reply: v.unknown() }),
  v.object({ ok: v.literal(false), problem: v.string() }),
]);

const envelope = (name: MessageName, request: unknown): Envelope => ({
  to: MESSAGES[name].to,
  name,
  request,
});

const open = <N extends MessageName>(name: N, answer: unknown): ReplyOf<N> => {
  const read = v.safeParse(AnswerSchema, answer);
  if (!read.success) throw new Error(`Winnow's ${MESSAGES[name].to} did not answer.`);
  if (!read.output.ok) throw new Error(read.output.problem);
  return v.parse(MESSAGES[name].reply, read.output.reply) as ReplyOf<N>;
};

/**
 * Send a message to the background or the classifier and wait for its reply.
 * @throws Error with a sentence for people
 */
export const send = async <N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> =>
  open(name, await browser.runtime.sendMessage(envelope(name, request)));

/** The same to the feed of one tab (its main frame). */
export const sendToTab = async <N extends MessageName>(
  tabId: number,
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> =>
  open(name, await browser.tabs.sendMessage(tabId, envelope(name, request), { frameId: 0 }));
