import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { HttpMetrics } from "../telemetry/metrics.ts";
import { BARE_SERVER } from "./fixtures/bare-server.ts";
import type { Api } from "./routes.ts";
import { createServer } from "./server.ts";

type Started = {
  readonly api: Api;
  readonly url: string;
  readonly port: number;
  readonly metrics: HttpMetrics;
};

const WAIT_SECONDS = 7;
const started: Api[] = [];
afterEach(async () => {
  for (const api of started.splice(0)) await api.close();
});

/** A server with a heavy route, one that keeps what it finds, and a light one. */
async function start(given: {
  readonly refuseHeavy?: () => number | null;
  readonly keepingMax?: number;
  readonly keep?: () => Promise<void>;
}): Promise<Started> {
  const metrics = new HttpMetrics();
  const api = await createServer({
    ...BARE_SERVER,
    metrics,
    refuseHeavy: given.refuseHeavy ?? BARE_SERVER.refuseHeavy,
    keepingMax: given.keepingMax ?? BARE_SERVER.keepingMax,
    routes: [
      (scope) => {
        const open = { permission: "public" } as const;
        scope.post("/heavy/:id", { config: { ...open, heavy: true } }, async () => ({ done: true }));
        scope.post("/keeping", { config: { ...open, heavy: true, keeps: true } }, async () => {
          await given.keep?.();
          return { done: true };
        });
        scope.get("/light", { config: open }, async () => ({ done: true }));
      },
    ],
  });
  started.push(api);
  const url = await api.listen({ host: "127.0.0.1", port: 0 });
  return { api, url, port: Number(new URL(url).port), metrics };
}

const post = (url: string): Promise<Response> =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });

test("a heavy request that would wait too long is refused with 503 and Retry-After, and a light one is answered", async () => {
  const { url, metrics } = await start({ refuseHeavy: () => WAIT_SECONDS });
  const refused = await post(`${url}/heavy/1`);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, String(WAIT_SECONDS)]);
  expect(refused.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ code: "overloaded", status: 503 });
  expect((await fetch(`${url}/light`)).status).toBe(200);
  expect(await metrics.registry.metrics()).toMatch(/^sluice_http_requests_shed_total 1$/m);
});

test("the refusal comes before the body is sent, and the connection stays good for the next request", async () => {
  let busy = true;
  const { port } = await start({ refuseHeavy: () => (busy ? WAIT_SECONDS : null) });
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (part: Buffer) => {
    text += part.toString("utf8");
  });
  const until = async (words: string): Promise<void> => {
    while (!text.includes(words)) await once(socket, "data");
  };
  socket.write(
    "POST /heavy/1 HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n",
  );
  await until("overloaded");
  expect(text).toMatch(/^HTTP\/1\.1 503 /);
  busy = false;
  text = "";
  socket.write("{}GET /light HTTP/1.1\r\nhost: here\r\n\r\n");
  await until("done");
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});

test("no more requests that keep what they find are let in than there are connections for, and the next is when one has ended", async () => {
  const waiting: (() => void)[] = [];
  let entered: () => void = () => {};
  const keep = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      entered();
    });
  const { url } = await start({ keepingMax: 2, keep });
  const both = new Promise<void>((resolve) => {
    entered = () => {
      if (waiting.length === 2) resolve();
    };
  });
  const first = [post(`${url}/keeping`), post(`${url}/keeping`)];
  await both;
  const third = await post(`${url}/keeping`);
  expect([third.status, third.headers.get("retry-after")]).toEqual([503, "1"]);
  expect((await post(`${url}/heavy/1`)).status).toBe(200);
  for (const end of waiting.splice(0)) end();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  entered = () => {
    for (const end of waiting.splice(0)) end();
  };
  // The server learns a moment after its caller that the answer has gone out.
  let status = 503;
  while (status === 503) ({ status } = await post(`${url}/keeping`));
  expect(status).toBe(200);
});

test("every answer carries the headers that browsers protect by, and a trace that is its caller's or a new one", async () => {
  const { url } = await start({});
  const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const [own, one, other] = await Promise.all([
    fetch(`${url}/light`, { headers: { traceparent: parent } }),
    fetch(`${url}/light`),
    fetch(`${url}/nothing/here`),
  ]);
  for (const { headers } of [own, one, other]) {
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-site");
    expect(headers.get("x-powered-by")).toBeNull();
  }
  const traces = [own, one, other].map(({ headers }) => headers.get("traceparent") ?? "");
  for (const trace of traces) expect(trace).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[01]$/);
  expect(traces[0]).toContain("0af7651916cd43dd8448eb211c80319c");
  expect(new Set(traces.map((trace) => trace.split("-")[1])).size).toBe(3);
});
