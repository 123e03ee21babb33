import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

import { selfSigned } from "./certificate";

/** One request that a browser made: to which host, and what for. */
export interface Seen {
  readonly host: string;
  readonly method: string;
  readonly path: string;
}

export interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

export interface LocalServer {
  readonly port: number;
  /** Every request so far, the oldest first. */
  readonly seen: readonly Seen[];
  /** Changes what is served from now on; tests use it to change a page between two visits. */
  serve(page: PageMaker): void;
  close(): Promise<void>;
}

/** What to answer a host and a path with, or undefined for 404. */
export type PageMaker = (host: string, path: string) => Answer | undefined;

const HOSTS = ["x.com", "*.x.com", "twitter.com", "*.twitter.com", "localhost"];

/** An HTTPS server on a free local port that plays any host: the browsers are told to resolve all names to it. */
export const startServer = async (page: PageMaker): Promise<LocalServer> => {
  let make = page;
  const seen: Seen[] = [];
  const server = createServer(selfSigned(HOSTS), (request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const path = request.url ?? "/";
    seen.push({ host, method: request.method ?? "GET", path });
    const answer = make(host, path);
    request.resume();
    if (answer === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response
      .writeHead(answer.status ?? 200, {
        "content-type": answer.type,
        "cache-control": "no-store",
        ...answer.headers,
      })
      .end(answer.body);
  });
  // Names that a browser asks for by itself meet an unknown certificate and hang up: no concern of ours.
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    serve: (next) => {
      make = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
