import type { Browser, Page } from "puppeteer-core";

/*
 * What puppeteer does not offer but the protocol does (W3C WebDriver BiDi, and Mozilla's "moz:scope" for the
 * browser's own window): needed to stop an event page and to look into closed shadow roots.
 */

interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result: RemoteValue;
  readonly exceptionDetails?: { readonly text: string };
}

interface Connection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

const send = async <T>(browser: Browser, method: string, params: unknown): Promise<T> => {
  const { connection } = browser as unknown as { connection: Connection };
  return (await connection.send(method, params)).result as T;
};

const valueOf = (evaluated: Evaluated): RemoteValue => {
  if (evaluated.type === "exception") throw new Error(evaluated.exceptionDetails?.text ?? "exception");
  return evaluated.result;
};

/** `inBrowser` evaluates with the rights of the browser's own window and gives a string. */
export const bidiOf = (browser: Browser): { inBrowser(expression: string): Promise<string> } => ({
  inBrowser: async (expression) => {
    const { contexts } = await send<{ contexts: { context: string }[] }>(browser, "browsingContext.getTree", {
      "moz:scope": "chrome",
      maxDepth: 0,
    });
    const evaluated = await send<Evaluated>(browser, "script.evaluate", {
      expression,
      awaitPromise: true,
      target: { context: contexts[0]?.context },
    });
    return String(valueOf(evaluated).value);
  },
});

/** See Driver.inShadow. */
export const inShadow = async <T>(
  browser: Browser,
  page: Page,
  hosts: string,
  read: (root: ShadowRoot) => T,
): Promise<T[]> => {
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  const found = await send<Evaluated>(browser, "script.callFunction", {
    functionDeclaration: "(hosts) => [...document.querySelectorAll(hosts)]",
    arguments: [{ type: "string", value: hosts }],
    awaitPromise: false,
    target,
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 },
  });
  const elements = valueOf(found).value as { value?: { shadowRoot?: RemoteValue | null } }[];
  const results: T[] = [];
  for (const element of elements) {
    const sharedId = element.value?.shadowRoot?.sharedId;
    if (sharedId === undefined) continue;
    const answer = await send<Evaluated>(browser, "script.callFunction", {
      functionDeclaration: `(root) => JSON.stringify((${String(read)})(root)) ?? "null"`,
      arguments: [{ sharedId }],
      awaitPromise: false,
      target,
    });
    results.push(JSON.parse(String(valueOf(answer).value)) as T);
  }
  return results;
};
