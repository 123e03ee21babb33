import { createServer as createHttp, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { createSecureContext } from "node:tls";

import { selfSigned } from "./certificate";

/** One request that a browser made: to which host, and what for. */
export interface Seen {
  readonly host: string;
  readonly method: string;
  /** Empty where only a connection was begun: the browser hung up before it asked for anything. */
  readonly path: string;
}

export interface Answer {
  readonly type: string;
  /** What is sent; or a function that sends as it likes: slowly, without end, or not at all. */
  readonly body: string | Buffer | ((response: ServerResponse) => void);
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

/** What to answer a host and a path with, or undefined for 404. */
export type PageMaker = (host: string, path: string) => Answer | undefined;

export interface LocalServer {
  readonly port: number;
  /** Every request so far, the oldest first. */
  readonly seen: readonly Seen[];
  /** Changes what is served from now on; tests use it to change a page between two visits. */
  serve(page: PageMaker): void;
  close(): Promise<void>;
}

const HOSTS = ["x.com", "*.x.com", "twitter.com", "*.twitter.com", "lists.example", "localhost"];

/** First byte of every TLS connection (RFC 8446, 5.1: a handshake record). */
const TLS_HANDSHAKE = 0x16;

/**
 * A server on a free local port that plays any host, with TLS and without: a browser is told to resolve all
 * names to it, so that whatever that browser asks of anybody is seen here.
 */
export const startServer = async (page: PageMaker): Promise<LocalServer> => {
  let make = page;
  const seen: Seen[] = [];
  const answerTo: RequestListener = (request, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const path = request.url ?? "/";
    seen.push({ host, method: request.method ?? "GET", path });
    request.resume();
    const answer = make(host, path);
    if (answer === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(answer.status ?? 200, {
      "content-type": answer.type,
      "cache-control": "no-store",
      ...answer.headers,
    });
    if (typeof answer.body === "function") answer.body(response);
    else response.end(answer.body);
  };
  const identity = selfSigned(HOSTS);
  const secure = createHttps(
    {
      ...identity,
      // Names that a browser asks for by itself may meet the certificate and hang up: noted all the same.
      SNICallback: (host, done) => {
        if (!HOSTS.includes(host)) seen.push({ host, method: "CONNECT", path: "" });
        done(null, createSecureContext(identity));
      },
    },
    answerTo,
  );
  secure.on("tlsClientError", () => undefined);
  const plain = createHttp(answerTo);

  const sockets = new Set<Socket>();
  const front = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("readable", () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once("error", reject);
    front.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (front.address() as AddressInfo).port,
    seen,
    serve: (next) => {
      make = next;
    },
    close: () =>
      new Promise((resolve) => {
        front.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
};
