import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startYenteService } from "./screening/yente/fixtures/yente-service.ts";

type Attribute = { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
};

test("a request is a span of the caller's trace at the collector, a line of the log, and counted in the metrics", async () => {
  const sent: string[] = [];
  const collector = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => {
      text += part.toString("utf8");
    });
    request.on("end", () => {
      sent.push(text);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  const its = await startYenteService({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  const [traceId, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const answer = await its.get("/search/harbor?q=okafor", { traceparent: `00-${traceId}-${parent}-01` });
  const spanId = answer.headers.get("traceparent")?.split("-")[2];
  const metrics = await (await its.get("/metrics")).text();
  await its.close();
  await new Promise((resolve) => collector.close(resolve));

  const spans = sent
    .map((text) => JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] })
    .flatMap(({ resourceSpans }) => resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap((scope) => scope.spans);
  const span = spans.find((one) => one.traceId === traceId);
  expect(span).toMatchObject({ spanId, parentSpanId: parent, name: "GET /search/:dataset" });
  expect(span?.attributes).toContainEqual({ key: "http.response.status_code", value: { intValue: 200 } });
  expect(JSON.stringify(spans)).not.toContain("okafor");

  const lines = its.log.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: "request",
      route: "/search/:dataset",
      status: 200,
      trace: traceId,
      span: spanId,
    }),
  );
  expect(metrics).toMatch(/http_requests?_[a-z_]*\{[^}]*route="\/search\/:dataset"[^}]*\} 1/);
});

test("who asks more often than was set is refused for a while, by key or by address, and told for how long", async () => {
  const its = await startYenteService({ SLUICE_RATE_PER_MINUTE: "3" });
  try {
    const ask = (headers: Record<string, string> = {}) => its.get("/search/harbor?q=okafor", headers);
    for (let count = 0; count < 3; count += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toHaveProperty("detail");
    // Keys that open nothing count for the address that tries them.
    expect((await ask({ authorization: "Bearer slk_of_another" })).status).toBe(429);
    const own = await its.get("/api/v1/lists");
    expect([own.status, ((await own.json()) as { code: string }).code]).toEqual([429, "rate-limited"]);
  } finally {
    await its.close();
  }
});
