import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import { selfSigned } from "../../../../src/dev/server/certificate";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListServer {
  /** Such as https://localhost:12345 */
  origin: string;
  host: string;
  /** Paths with their conditional headers, in the order in which they were asked for. */
  seen: {
    path: string;
    etag?: string | undefined;
    since?: string | undefined;
    headers: IncomingMessage["headers"];
  }[];
  /** What answers under a path. */
  on: (path: string, answer: Answer) => void;
  /** A plain list with an ETag that follows its text. */
  put: (path: string, text: string, headers?: Record<string, string>) => void;
  close: () => Promise<void>;
}

/** A server of lists with TLS; its certificate is trusted where `trustAll` says so. */
export const startListServer = async (): Promise<ListServer> => {
  const answers = new Map<string, Answer>();
  const seen: ListServer["seen"] = [];
  const server: Server = createServer(selfSigned(["localhost"]), (request, response) => {
    const path = request.url ?? "/";
    seen.push({
      path,
      etag: request.headers["if-none-match"],
      since: request.headers["if-modified-since"],
      headers: request.headers,
    });
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  });
  const sockets = new Set<Duplex>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    host: `localhost:${port}`,
    seen,
    on: (path, answer) => answers.set(path, answer),
    put: (path, text, headers = {}) => {
      let hash = 0;
      for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
      const etag = `"${hash >>> 0}-${text.length}"`;
      answers.set(path, (request, response) => {
        if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
        else
          response
            .writeHead(200, { "content-type": "text/plain; charset=utf-8", etag, ...headers })
            .end(text);
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

/** Let Node trust the servers of tests, or trust nobody of them again. */
export const trustAll = (trust: boolean): void => {
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = trust ? "0" : "1";
};
