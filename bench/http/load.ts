import { Agent, request } from "node:http";

/** One question, as it is sent. */
export type Shot = {
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** How each question of a run ended. */
export type LoadResult = {
  readonly sent: number;
  /** Answered 200. */
  readonly good: number;
  /** Refused with 503 and a Retry-After. */
  readonly shed: number;
  /** Anything else: broken connections, other statuses. */
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds of those answered 200, ascending. */
  readonly goodMs: Float64Array;
  /** Milliseconds of those refused, ascending. */
  readonly shedMs: Float64Array;
};

/** More connections than a proxy in front would open. */
const SOCKETS_MAX = 256;

class Gun {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX, scheduling: "lifo" });
  readonly #origin: URL;
  readonly goodMs: number[] = [];
  readonly shedMs: number[] = [];
  failed = 0;
  sent = 0;

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  /** Sends one; the time counts from `due`, so that a generator that falls behind is not taken for a fast service. */
  fire({ path, body, headers }: Shot, due: number): Promise<void> {
    this.sent += 1;
    return new Promise((resolve) => {
      const call = request(
        {
          agent: this.#agent,
          host: this.#origin.hostname,
          port: this.#origin.port,
          path,
          method: "POST",
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            ...headers,
          },
        },
        (answer) => {
          answer.resume();
          answer.on("end", () => {
            const ms = performance.now() - due;
            if (answer.statusCode === 200) this.goodMs.push(ms);
            else if (answer.statusCode === 503 && answer.headers["retry-after"] !== undefined)
              this.shedMs.push(ms);
            else this.failed += 1;
            resolve();
          });
        },
      );
      call.on("error", () => {
        this.failed += 1;
        resolve();
      });
      call.end(body);
    });
  }

  result(seconds: number): LoadResult {
    this.#agent.destroy();
    return {
      sent: this.sent,
      good: this.goodMs.length,
      shed: this.shedMs.length,
      failed: this.failed,
      seconds,
      goodMs: Float64Array.from(this.goodMs).sort(),
      shedMs: Float64Array.from(this.shedMs).sort(),
    };
  }
}

/** So many callers, each of which asks again as soon as it is answered. */
export async function closedLoad(
  origin: string,
  shots: readonly Shot[],
  callers: number,
  seconds: number,
): Promise<LoadResult> {
  const gun = new Gun(origin);
  const start = performance.now();
  const until = start + seconds * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const shot = shots[next % shots.length];
        next += 1;
        if (shot !== undefined) await gun.fire(shot, performance.now());
      }
    }),
  );
  return gun.result((performance.now() - start) / 1000);
}

/** So many questions a second, whether the ones before are answered or not. */
export async function openLoad(
  origin: string,
  shots: readonly Shot[],
  rate: number,
  seconds: number,
): Promise<LoadResult> {
  const gun = new Gun(origin);
  const start = performance.now();
  const waiting: Promise<void>[] = [];
  const total = Math.floor(rate * seconds);
  for (let next = 0; next < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
    for (; next < due; next += 1) {
      const shot = shots[next % shots.length];
      if (shot !== undefined) waiting.push(gun.fire(shot, start + (next / rate) * 1000));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(waiting);
  return gun.result((performance.now() - start) / 1000);
}

/** The value below which this share of the sorted ones lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
