import { randomUUID } from "node:crypto";

/** Which trace a request belongs to (W3C Trace Context), and this service's part in it. */
export type TraceContext = {
  readonly traceId: string;
  readonly spanId: string;
  /** The caller's span, or null where the trace begins here. */
  readonly parentId: string | null;
  readonly flags: string;
  /** What other systems on the way keep with the trace. */
  readonly state: string | null;
};

const PARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;
/** Longer state is dropped, as the standard allows. */
const STATE_CHARS_MAX = 512;

const TRACE_CHARS = 32;
const SPAN_CHARS = 16;

/** So many random hexadecimal digits, of a UUID: Node draws these in stock, and bytes by a call to the system each time. */
function hexDigits(count: number): string {
  return randomUUID()
    .replaceAll("-", "")
    .slice(TRACE_CHARS - count);
}

/** The trace of a request's headers; a broken or missing one begins a new trace. */
export function traceOf(parent: string | undefined, state: string | undefined): TraceContext {
  const spanId = hexDigits(SPAN_CHARS);
  const [, traceId, parentId, flags] = PARENT.exec(parent ?? "") ?? [];
  const zero = /^0+$/;
  if (traceId === undefined || parentId === undefined || zero.test(traceId) || zero.test(parentId))
    return { traceId: hexDigits(TRACE_CHARS), spanId, parentId: null, flags: "01", state: null };
  const kept =
    state !== undefined && state.length <= STATE_CHARS_MAX && /^[\x20-\x7e]*$/.test(state) ? state : null;
  return { traceId, spanId, parentId, flags: flags ?? "00", state: kept === "" ? null : kept };
}

/** The headers that tell the caller where its request went. The vendor's key is the one that yente's clients know. */
export function traceHeaders(trace: TraceContext): {
  readonly traceparent: string;
  readonly tracestate: string;
} {
  const own = `yente=${trace.spanId}`;
  const others = (trace.state ?? "")
    .split(",")
    .filter((entry) => entry.trim() !== "" && !/^\s*yente=/.test(entry));
  return {
    traceparent: `00-${trace.traceId}-${trace.spanId}-${trace.flags}`,
    tracestate: [own, ...others].join(","),
  };
}
