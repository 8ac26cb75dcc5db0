import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "../database/tenant.ts";
import { type TestDatabase, testDatabase } from "../database/test-database.ts";
import { BARE_SERVER } from "../http/fixtures/bare-server.ts";
import { createServer } from "../http/server.ts";
import { startCollector } from "./fixtures/collector.ts";
import { HttpMetrics } from "./metrics.ts";
import { Stages, stagesUnderWay, timed, withStages } from "./stages.ts";
import { startTracing } from "./tracing.ts";

const SECRET_NAME = "Adaeze Okafor";

let its: TestDatabase;
beforeAll(async () => {
  its = await testDatabase();
});
afterAll(() => its.close());

/** What a request to a server with a route that asks the database leaves at a collector. */
async function askTraced(heavy: boolean) {
  const collector = await startCollector();
  const tracing = startTracing(collector.endpoint, "test");
  const api = await createServer({
    ...BARE_SERVER,
    metrics: new HttpMetrics(),
    tracing,
    routes: [
      (scope) => {
        scope.post("/ask", { config: { permission: "public", heavy } }, () =>
          timed("keep", () =>
            inOrganization(its.database, "org_of_nobody", async (trx) => {
              await sql`select ${SECRET_NAME}::text as name`.execute(trx);
              return { done: true };
            }),
          ),
        );
      },
    ],
  });
  const url = await api.listen({ host: "127.0.0.1", port: 0 });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/ask`, { method: "POST", headers, body: "{}" });
  await api.close();
  await tracing.stop();
  await collector.close();
  return { answer, spans: collector.spans() };
}

describe("the stages of a request", () => {
  it("are spans within its own at the collector: each statement by its verb, never by its text", async () => {
    const { answer, spans } = await askTraced(true);
    expect(answer.status).toBe(200);
    const whole = spans.find(({ name }) => name === "POST /ask");
    const within = spans.filter(({ parentSpanId }) => parentSpanId === whole?.spanId);
    expect(within.map(({ name }) => name)).toEqual([
      "database begin",
      "database select",
      "database commit",
      "keep",
    ]);
    for (const span of within) {
      expect(span.traceId).toBe(whole?.traceId);
      const [start, end] = [BigInt(span.startTimeUnixNano), BigInt(span.endTimeUnixNano)];
      expect(end).toBeGreaterThanOrEqual(start);
    }
    expect(within[0]?.attributes).toContainEqual({
      key: "db.system.name",
      value: { stringValue: "postgresql" },
    });
    const text = JSON.stringify(spans);
    expect(text).not.toContain(SECRET_NAME);
    expect(text).not.toContain("org_of_nobody");
  });

  it("are told in Server-Timing by routes that screen, and by no other", async () => {
    expect((await askTraced(true)).answer.headers.get("server-timing")).toMatch(
      /^database;dur=[\d.]+, keep;dur=[\d.]+, total;dur=[\d.]+$/,
    );
    expect((await askTraced(false)).answer.headers.has("server-timing")).toBe(false);
  });

  it("are kept one by one up to a bound, and added up beyond it", () => {
    const stages = new Stages();
    for (let at = 0; at < 1_000; at += 1)
      stages.add({ kind: "database", verb: "select", startMs: at, ms: 2 });
    expect(stages.totalMs("database")).toBe(2_000);
    expect(stages.kept).toHaveLength(128);
    expect(stages.serverTiming(2_500)).toBe("database;dur=2000, total;dur=2500");
  });

  it("of two requests at once do not mix, and what nobody asked for is not measured", async () => {
    const [one, other] = [new Stages(), new Stages()];
    const wait = (stages: Stages) =>
      new Promise<void>((resolve) =>
        withStages(stages, () => void timed("keep", async () => {}).then(resolve)),
      );
    await Promise.all([wait(one), wait(one), wait(other)]);
    expect([one.kept.length, other.kept.length]).toEqual([2, 1]);
    expect(stagesUnderWay()).toBeNull();
    await expect(timed("keep", async () => 7)).resolves.toBe(7);
  });
});
