import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Validators } from "../../../src/core/vocab/subscription";
import { download, type DownloadTools } from "../../../src/platform/lists/download";
import { type ListServer, startListServer, trustAll } from "./support/server";

let server: ListServer;

beforeAll(async () => {
  trustAll(true);
  server = await startListServer();
});
afterAll(async () => {
  trustAll(false);
  await server.close();
});

const tools: DownloadTools = { fetch, permitted: () => Promise.resolve(true), maxTime: 5_000 };
const get = (path: string, more: Partial<DownloadTools> = {}, known?: Validators) =>
  download(`${server.origin}${path}`, known, { ...tools, ...more });

const plain = { "content-type": "text/plain" };

describe("a download", () => {
  it("gives the text, its size, its host and what tells copies apart", async () => {
    server.put("/list.txt", "fold: from:@a\n", { "last-modified": "Sun, 22 Nov 2026 10:00:00 GMT" });
    const got = await get("/list.txt");
    expect(got).toMatchObject({ ok: true, text: "fold: from:@a\n", bytes: 14, host: server.host });
    expect(got.ok && got.text !== null && got.validators).toEqual({
      etag: expect.stringMatching(/^"\d+-14"$/),
      lastModified: "Sun, 22 Nov 2026 10:00:00 GMT",
    });
  });

  it("sends no cookie, no referrer and no name", async () => {
    server.put("/quiet", "fold: x");
    await get("/quiet");
    const { headers } = server.seen.at(-1)!;
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
  });

  it("asks whether it changed, by ETag before date", async () => {
    server.put("/etag", "fold: x");
    const first = await get("/etag");
    if (!first.ok || first.text === null) throw new Error("no first copy");
    expect(await get("/etag", {}, first.validators)).toMatchObject({ ok: true, text: null, bytes: 0 });
    expect(server.seen.at(-1)).toMatchObject({ etag: first.validators.etag, since: undefined });
    await get("/etag", {}, { lastModified: "Sun, 22 Nov 2026 10:00:00 GMT" });
    expect(server.seen.at(-1)).toMatchObject({ since: "Sun, 22 Nov 2026 10:00:00 GMT" });
  });

  it("leaves that to the browser where it may send no header of its own", async () => {
    const asked: RequestInit[] = [];
    const spy: typeof fetch = (input, init) => {
      asked.push(init!);
      return fetch(input, init);
    };
    server.put("/cors", "fold: x");
    await get("/cors", { fetch: spy, permitted: () => Promise.resolve(false) }, { etag: '"1"' });
    expect(asked[0]).toMatchObject({ cache: "no-cache", headers: { accept: "text/plain, */*;q=0.1" } });
    await get("/cors", { fetch: spy }, { etag: '"1"' });
    expect(asked[1]).toMatchObject({ cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
    expect(asked[1]?.headers).toMatchObject({ "if-none-match": '"1"' });
  });

  it("follows redirects and says where it ended", async () => {
    server.on("/moved", (_, response) => response.writeHead(302, { location: "/there" }).end());
    server.put("/there", "fold: x");
    expect(await get("/moved")).toMatchObject({ ok: true, text: "fold: x", host: server.host });
  });
});

describe("what is refused", () => {
  it.each([
    ["404", 404, plain, "gone", "server", /no list .* \(404\)/],
    ["403", 403, plain, "no", "server", /everybody \(403\)/],
    ["500", 500, plain, "oops", "server", /problem \(500\)/],
    ["a web page", 200, { "content-type": "text/html" }, "fold: x", "not-a-list", /web page/],
    ["a web page in disguise", 200, plain, "<!doctype html><p>Sign in", "not-a-list", /web page/],
    ["JSON", 200, { "content-type": "application/json" }, "{}", "not-a-list", /application\/json/],
    ["a script", 200, { "content-type": "text/javascript" }, "x", "not-a-list", /text\/javascript/],
    ["a picture", 200, { "content-type": "image/png" }, "x", "not-a-list", /image\/png/],
    ["nothing", 200, plain, "", "not-a-list", /empty/],
    ["other bytes", 200, plain, Buffer.from([0x66, 0xff, 0xfe]), "not-a-list", /UTF-8/],
    ["a million lines", 200, plain, "fold: x\n".repeat(1_000_000), "not-a-list", /more than 400,000 lines/],
  ])("%s", async (name, status, headers, body, kind, message) => {
    const path = `/${encodeURIComponent(name)}`;
    server.on(path, (_, response) => response.writeHead(status, headers).end(body));
    expect(await get(path)).toMatchObject({
      ok: false,
      failure: { kind, message: expect.stringMatching(message) },
    });
  });

  it.each(["http://localhost/x", "file:///etc/hosts", "javascript:1", "https://a:b@localhost/", "x"])(
    "%s, without any request",
    async (url) => {
      const none: typeof fetch = () => Promise.reject(new Error("asked"));
      expect(await download(url, undefined, { ...tools, fetch: none })).toMatchObject({
        ok: false,
        bytes: 0,
        failure: { kind: "address" },
      });
    },
  );

  it("500 MB, after the first ten", async () => {
    let sent = 0;
    const piece = Buffer.alloc(1_000_000, "fold: from:@somebody\n");
    server.on("/endless", (_, response) => {
      response.writeHead(200, plain);
      const more = (): void => {
        while (sent < 500_000_000 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) {
            response.once("drain", more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    expect(await get("/endless")).toMatchObject({ ok: false, failure: { kind: "too-large" } });
    expect(sent).toBeLessThan(40_000_000);
  });

  it("a size that is too large, before any of it", async () => {
    server.on("/large", (_, response) =>
      response.writeHead(200, { ...plain, "content-length": "20000000" }).write("x"),
    );
    expect(await get("/large")).toMatchObject({ ok: false, bytes: 0, failure: { kind: "too-large" } });
  });

  it("little that unpacks to much", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, "a"));
    expect(bomb.length).toBeLessThan(300_000);
    server.on("/bomb", (_, response) =>
      response.writeHead(200, { ...plain, "content-encoding": "gzip" }).end(bomb),
    );
    expect(await get("/bomb")).toMatchObject({ ok: false, failure: { kind: "too-large" } });
  });

  it("a slow drip, when the time is over", async () => {
    server.on("/drip", (_, response) => {
      response.writeHead(200, plain);
      const timer = setInterval(() => response.write("f"), 50);
      response.on("close", () => clearInterval(timer));
    });
    const start = performance.now();
    expect(await get("/drip", { maxTime: 400 })).toMatchObject({ ok: false, failure: { kind: "too-slow" } });
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it("no answer at all, when the time is over", async () => {
    server.on("/silent", () => undefined);
    expect(await get("/silent", { maxTime: 300 })).toMatchObject({
      ok: false,
      failure: { kind: "too-slow" },
    });
  });

  it("redirects without end", async () => {
    server.on("/loop", (_, response) => response.writeHead(302, { location: "/loop" }).end());
    expect(await get("/loop")).toMatchObject({
      ok: false,
      failure: { kind: "network", message: expect.stringMatching(/redirects without end/) },
    });
    expect(server.seen.filter(({ path }) => path === "/loop").length).toBeLessThanOrEqual(25);
  });

  it("a connection that breaks off", async () => {
    server.on("/broken", (_, response) => {
      response.writeHead(200, plain).write("fold: x\n");
      setTimeout(() => response.destroy(), 50);
    });
    expect(await get("/broken")).toMatchObject({ ok: false, failure: { kind: "network" } });
  });

  it("a certificate that is not in order", async () => {
    const other = await startListServer();
    other.put("/list.txt", "fold: x");
    trustAll(false);
    const got = await download(`${other.origin}/list.txt`, undefined, tools);
    trustAll(true);
    expect(got).toMatchObject({
      ok: false,
      failure: { kind: "network", message: expect.stringMatching(/certificate/) },
    });
    expect(other.seen).toEqual([]);
    await other.close();
  });

  it("a host that does not exist", async () => {
    expect(await download("https://nowhere.invalid/x", undefined, tools)).toMatchObject({
      ok: false,
      failure: { kind: "network" },
    });
  });

  it("too many questions, with the time that the server asks for", async () => {
    server.on("/busy", (_, response) =>
      response.writeHead(429, { ...plain, "retry-after": "7200" }).end("x"),
    );
    expect(await get("/busy")).toMatchObject({
      ok: false,
      failure: { kind: "server", retryAfter: 7_200_000 },
    });
  });
});

describe("a server that does not offer its files to extensions", () => {
  const blocked = (opaque: boolean): typeof fetch =>
    ((_: unknown, init: RequestInit) => {
      if (init.mode !== "no-cors" || !opaque) return Promise.reject(new TypeError("Failed to fetch"));
      return Promise.resolve(Object.create(Response.prototype, { type: { value: "opaque" } }) as Response);
    }) as typeof fetch;

  it("is told from one that is not there", async () => {
    const permitted = (): Promise<boolean> => Promise.resolve(false);
    expect(await get("/x", { fetch: blocked(true), permitted })).toMatchObject({
      ok: false,
      failure: {
        kind: "permission",
        origin: "https://localhost/*",
        message: expect.stringMatching(/allow Winnow to read localhost/),
      },
    });
    expect(await get("/x", { fetch: blocked(false), permitted })).toMatchObject({
      ok: false,
      failure: { kind: "network" },
    });
  });

  it("is not asked about when it is permitted already", async () => {
    expect(await get("/x", { fetch: blocked(true) })).toMatchObject({
      ok: false,
      failure: { kind: "network" },
    });
  });
});
