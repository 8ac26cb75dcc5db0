import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace as traces } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

/** A request that was answered, as a span of its trace. */
export type AnsweredRequest = {
  readonly trace: { readonly traceId: string; readonly spanId: string; readonly parentId: string | null };
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

/** Sends spans to a collector. */
export type Tracing = {
  readonly record: (request: AnsweredRequest) => void;
  /** Sends what is left, then stops. */
  readonly stop: () => Promise<void>;
};

/** Ids for the next span: those that the caller was told in the answer's headers. */
class GivenIds {
  traceId = "";
  spanId = "";
  generateTraceId = (): string => this.traceId;
  generateSpanId = (): string => this.spanId;
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
    record: ({ trace, method, route, status, ms }) => {
      const end = Date.now();
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
        { kind: SpanKind.SERVER, startTime: end - ms, attributes },
        parent,
      );
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    stop: async () => {
      await provider.forceFlush().catch(() => {});
      await provider.shutdown();
    },
  };
}
