/** How many requests of a route the service answered within each bound, as its own histogram has them. */
export type ServiceTimes = ReadonlyMap<number, number>;

const LINE = /^sluice_http_request_seconds_bucket\{le="([^"]+)",method="POST",route="([^"]+)"\} (\d+)$/;

/** The service's own times of a route: from the request's head to the last of its answer, without the generator's. */
export async function serviceTimes(origin: string, route: string): Promise<ServiceTimes> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const times = new Map<number, number>();
  for (const line of text.split("\n")) {
    const [, bound, of, count] = LINE.exec(line) ?? [];
    if (of === route) times.set(bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound), Number(count));
  }
  return times;
}

/** The share of the requests between two readings that were answered within so many seconds: a bound of the histogram. */
export function shareWithin(before: ServiceTimes, after: ServiceTimes, seconds: number): number {
  const added = (bound: number): number => (after.get(bound) ?? 0) - (before.get(bound) ?? 0);
  return added(seconds) / added(Number.POSITIVE_INFINITY);
}
