import { expect, test } from "vitest";
import { startCollector } from "../platform/telemetry/fixtures/collector.ts";
import { startYenteService } from "./screening/yente/fixtures/yente-service.ts";

test("a request is a span of the caller's trace at the collector, a line of the log, and counted in the metrics", async () => {
  const collector = await startCollector();
  const its = await startYenteService({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
  const [traceId, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  const answer = await its.get("/search/harbor?q=okafor", { traceparent: `00-${traceId}-${parent}-01` });
  const spanId = answer.headers.get("traceparent")?.split("-")[2];
  const metrics = await (await its.get("/metrics")).text();
  await its.close();
  await collector.close();

  const spans = collector.spans();
  const span = spans.find((one) => one.spanId === spanId);
  expect(span).toMatchObject({ traceId, parentSpanId: parent, name: "GET /search/:dataset" });
  expect(span?.attributes).toContainEqual({ key: "http.response.status_code", value: { intValue: 200 } });
  expect(JSON.stringify(spans)).not.toContain("okafor");
  const within = spans.filter((one) => one.parentSpanId === spanId);
  expect(within.map(({ name }) => name)).toEqual(["queue", "screening", "reply"]);
  for (const one of within)
    expect(BigInt(one.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(one.startTimeUnixNano));
  const told = answer.headers.get("server-timing") ?? "";
  expect(told).toMatch(/^queue;dur=[\d.]+, screening;dur=[\d.]+, reply;dur=[\d.]+, total;dur=[\d.]+$/);
  // Measured in two threads, and yet parts of one time: they follow each other, and are no more than the whole.
  const [queue = 0, screening = 0, reply = 0, total = 0] = [...told.matchAll(/dur=([\d.]+)/g)].map(([, ms]) =>
    Number(ms),
  );
  expect(queue + screening + reply).toBeLessThanOrEqual(total + 0.01);

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
  expect(metrics).toContain('sluice_http_stage_seconds_count{stage="screening"} 1');
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
