import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { STAGE_KINDS, type Stages } from "./stages.ts";

/** Fine where answers lie: a tenth of a millisecond to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** What a request was, for the counts. */
export type EndedRequest = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly stages: Stages;
};

/** A gauge that is read when the metrics are asked for. */
export type ReadGauge = {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly read: () => readonly {
    readonly value: number;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
};

/** The counts of the service, in Prometheus' text format. */
export class HttpMetrics {
  readonly registry = new Registry();
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #seconds: Histogram<"method" | "route">;
  readonly #stages: Histogram<"stage">;
  readonly #open: Gauge;
  readonly #shed: Counter;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#requests = new Counter({
      name: "sluice_http_requests_total",
      help: "Requests answered, by method, route and status",
      labelNames: ["method", "route", "status"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "sluice_http_request_seconds",
      help: "Time from the first byte of a request to the last of its answer",
      labelNames: ["method", "route"],
      buckets: SECONDS,
      registers,
    });
    this.#stages = new Histogram({
      name: "sluice_http_stage_seconds",
      help: "What requests took in each stage: waiting for a thread, screening, waiting for the main thread, database, keeping",
      labelNames: ["stage"],
      buckets: SECONDS,
      registers,
    });
    this.#open = new Gauge({ name: "sluice_http_requests_open", help: "Requests under way", registers });
    this.#shed = new Counter({
      name: "sluice_http_requests_shed_total",
      help: "Requests answered 503 at once because every thread was busy",
      registers,
    });
  }

  began(): void {
    this.#open.inc();
  }

  ended({ method, route, status, ms, stages }: EndedRequest): void {
    this.#open.dec();
    this.#requests.inc({ method, route, status: String(status) });
    this.#seconds.observe({ method, route }, ms / 1000);
    if (stages.isEmpty) return;
    for (const stage of STAGE_KINDS) {
      const total = stages.totalMs(stage);
      if (total > 0) this.#stages.observe({ stage }, total / 1000);
    }
  }

  shed(): void {
    this.#shed.inc();
  }

  /** Adds a gauge whose values are read when they are asked for. */
  addGauge({ name, help, labels, read }: ReadGauge): void {
    const gauge: Gauge<string> = new Gauge({
      name,
      help,
      labelNames: [...(labels ?? [])],
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        for (const { value, labels: own } of read()) gauge.set(own ?? {}, value);
      },
    });
  }
}
