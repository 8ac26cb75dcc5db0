import { timingSafeEqual } from "node:crypto";
import { sha256 } from "../engine/digest.ts";
import { problemOf, sendProblem } from "../platform/http/problem.ts";
import type { Routes } from "../platform/http/routes.ts";
import type { HttpMetrics } from "../platform/telemetry/metrics.ts";
import type { LiveSnapshot } from "./lists/live-snapshot.ts";

/** What the gate tells of itself beside the counts of requests. */
export function addGateMetrics(metrics: HttpMetrics, live: LiveSnapshot, now: () => Date): void {
  const value = (number: number): readonly { readonly value: number }[] => [{ value: number }];
  metrics.addGauge({
    name: "sluice_threads",
    help: "Threads that screen",
    read: () => value(live.pool.state.threads),
  });
  metrics.addGauge({
    name: "sluice_tasks_queued",
    help: "Questions that wait for a thread",
    read: () => value(live.pool.state.queued),
  });
  metrics.addGauge({
    name: "sluice_expected_wait_seconds",
    help: "How long a question that comes now would wait",
    read: () => value(live.pool.expectedWaitMs / 1000),
  });
  metrics.addGauge({
    name: "sluice_ready",
    help: "1 where a release of the data is open",
    read: () => value(live.isReady ? 1 : 0),
  });
  metrics.addGauge({
    name: "sluice_update_ok",
    help: "1 where the last update was taken, 0 where it was refused and the data before it stayed",
    read: () => value(live.lastUpdate.ok ? 1 : 0),
  });
  metrics.addGauge({
    name: "sluice_update_timestamp_seconds",
    help: "When the last update ended",
    read: () => value((live.lastUpdate.at?.getTime() ?? 0) / 1000),
  });
  metrics.addGauge({
    name: "sluice_release_opened_timestamp_seconds",
    help: "When the release in force was taken into force, by its hash",
    labels: ["release"],
    read: () => {
      const hash = live.files?.hash.slice(0, 16);
      return hash === undefined
        ? []
        : [{ value: (live.openedAt?.getTime() ?? 0) / 1000, labels: { release: hash } }];
    },
  });
  metrics.addGauge({
    name: "sluice_edition_age_seconds",
    help: "Age of the newest edition of each list",
    labels: ["list"],
    read: () =>
      (live.files?.datasets ?? []).flatMap(({ name, lastExport, children }) => {
        const written = lastExport === null ? Number.NaN : Date.parse(`${lastExport.slice(0, 19)}Z`);
        if (children.length > 0 || Number.isNaN(written)) return [];
        return [{ value: Math.max(0, (now().getTime() - written) / 1000), labels: { list: name } }];
      }),
  });
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** `GET /metrics`: for whoever has the token, and without one for this machine alone. */
export function metricsRoutes(metrics: HttpMetrics, token: string | null): Routes {
  return (api) => {
    api.get(
      "/metrics",
      { schema: { hide: true }, config: { permission: "public" } },
      async (request, reply) => {
        const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
        const allowed =
          token === null
            ? LOOPBACK.test(request.ip)
            : timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)));
        if (!allowed) return sendProblem(reply, problemOf("forbidden", "The metrics need their token."));
        return reply
          .header("content-type", metrics.registry.contentType)
          .serializer((body: unknown) => String(body))
          .send(await metrics.registry.metrics());
      },
    );
  };
}
