import * as v from "valibot";

import { describeIssue } from "../core/vocab/issues";
import { browser, type Runtime } from "./browser";
import {
  MESSAGES,
  type MessagesTo,
  type Receiver,
  type ReplyOf,
  type RequestOf,
  type Sender,
} from "./messages";
import type { Answer } from "./send";

const EnvelopeSchema = v.strictObject({ to: v.string(), name: v.string(), request: v.unknown() });

/** Who sent a message, by what the browser says of it; null for anybody else. */
export const senderOf = (sender: Runtime.MessageSender): Sender | null => {
  if (sender.id !== browser.runtime.id) return null;
  const own = browser.runtime.getURL("");
  const url = sender.url ?? "";
  if (url.startsWith(own)) {
    const path = url.slice(own.length);
    return path.startsWith("static/background/") || path.startsWith("_generated_background_page")
      ? "background"
      : "pages";
  }
  // A content script's messages bear its tab and the page's address; only the main frame is read.
  if (sender.tab) return sender.frameId === 0 && url.startsWith("https://") ? "feed" : null;
  return url === "" ? "background" : null;
};

export type Handlers<R extends Receiver> = {
  [N in MessagesTo<R>]: (request: RequestOf<N>, sender: Runtime.MessageSender) => Promise<ReplyOf<N>>;
};

/**
 * Answer the messages to one receiver. Unknown names, other senders and requests that do not fit
 * their schema are refused with a sentence that says so; a handler's error becomes an answer too.
 */
export const receive = <R extends Receiver>(
  receiver: R,
  handlers: Handlers<R>,
  signal?: AbortSignal,
): void => {
  const answer = async (
    message: v.InferOutput<typeof EnvelopeSchema>,
    sender: Runtime.MessageSender,
  ): Promise<Answer> => {
    if (!Object.hasOwn(handlers, message.name)) return { ok: false, problem: "There is no such message." };
    const name = message.name as MessagesTo<R>;
    const known: (typeof MESSAGES)[keyof typeof MESSAGES] = MESSAGES[name];
    const from = senderOf(sender);
    if (!from || !(known.from as readonly Sender[]).includes(from)) {
      return { ok: false, problem: `${name} is not for this sender.` };
    }
    const request = v.safeParse(known.request, message.request);
    if (!request.success) return { ok: false, problem: `${name}: ${describeIssue(request.issues[0])}` };
    try {
      // The schema that was just applied is the one of this name, which the types cannot follow.
      const handle = handlers[name] as (request: unknown, sender: Runtime.MessageSender) => Promise<unknown>;
      return { ok: true, reply: await handle(request.output, sender) };
    } catch (error) {
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  };
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Answer> | undefined => {
    const read = v.safeParse(EnvelopeSchema, message);
    // Other contexts of the extension hear the same messages: answer only what is for this one.
    if (!read.success || read.output.to !== receiver) return undefined;
    return answer(read.output, sender);
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener as never), {
    once: true,
  });
};
