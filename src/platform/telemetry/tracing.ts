import {
  ROOT_CONTEXT,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  TraceFlags,
  trace as traces,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider, RandomIdGenerator } from "@opentelemetry/sdk-trace-node";
import type { Stage, Stages } from "./stages.ts";

/** A request that was answered, as a span of its trace. */
export type AnsweredRequest = {
  readonly trace: { readonly traceId: string; readonly spanId: string; readonly parentId: string | null };
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** By the main thread's `performance.now()`. */
  readonly startedMs: number;
  readonly stages: Stages;
};

/** Sends spans to a collector. */
export type Tracing = {
  readonly record: (request: AnsweredRequest) => void;
  /** Sends what is left, then stops. */
  readonly stop: () => Promise<void>;
};

/** Ids for the next span: those that the caller was told in the answer's headers. */
class GivenIds {
  readonly #own = new RandomIdGenerator();
  traceId = "";
  /** Null where a span within a request takes any id. */
  spanId: string | null = "";
  generateTraceId = (): string => this.traceId;
  generateSpanId = (): string => this.spanId ?? this.#own.generateSpanId();
}

/** A stage of a request as a span: a statement tells its verb and never its text, which may name people. */
function spanOf({ kind, verb }: Stage, startTime: number): readonly [string, SpanOptions] {
  if (kind !== "database") return [kind, { kind: SpanKind.INTERNAL, startTime }];
  const attributes = { "db.system.name": "postgresql", "db.operation.name": verb ?? "unknown" };
  return [`database ${verb ?? "statement"}`, { kind: SpanKind.CLIENT, startTime, attributes }];
}

/** Traces to an OpenTelemetry collector at this address (OTLP over http). */
export function startTracing(endpoint: string, version: string): Tracing {
  const ids = new GivenIds();
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "sluice", "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
    idGenerator: ids,
  });
  const tracer = provider.getTracer("sluice");
  return {
    record: ({ trace, method, route, status, ms, startedMs, stages }) => {
      const end = Date.now();
      const begin = end - ms;
      ids.traceId = trace.traceId;
      ids.spanId = trace.spanId;
      const parent =
        trace.parentId === null
          ? ROOT_CONTEXT
          : traces.setSpanContext(ROOT_CONTEXT, {
              traceId: trace.traceId,
              spanId: trace.parentId,
              traceFlags: TraceFlags.SAMPLED,
              isRemote: true,
            });
      const attributes = {
        "http.request.method": method,
        "http.route": route,
        "http.response.status_code": status,
      };
      const span = tracer.startSpan(
        `${method} ${route}`,
        { kind: SpanKind.SERVER, startTime: begin, attributes },
        parent,
      );
      ids.spanId = null;
      const within = traces.setSpan(ROOT_CONTEXT, span);
      for (const stage of stages.kept) {
        const startTime = begin + stage.startMs - startedMs;
        tracer.startSpan(...spanOf(stage, startTime), within).end(startTime + stage.ms);
      }
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    stop: async () => {
      await provider.forceFlush().catch(() => {});
      await provider.shutdown();
    },
  };
}
