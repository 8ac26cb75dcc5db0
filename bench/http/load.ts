import { connect, type Socket } from "node:net";

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
  /** Milliseconds of those answered 200, ascending, from the moment that each was due. */
  readonly goodMs: Float64Array;
  /** Milliseconds of those refused, ascending. */
  readonly shedMs: Float64Array;
  /** Milliseconds by which the generator sent each too late, ascending: part of the times above, and not the service's. */
  readonly lateMs: Float64Array;
};

/** More connections than a proxy in front would open. */
const LINES_MAX = 256;
const HEAD_END = Buffer.from("\r\n\r\n");

type Asked = { readonly bytes: Buffer; readonly due: number; readonly done: () => void };

/** The whole of a request, written once: what the generator takes of the processors the service does not have. */
function bytesOf({ path, body, headers }: Shot, host: string): Buffer {
  const own = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const framing = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${framing}\r\n${own.join("")}\r\n${body}`);
}

/**
 * A connection that is kept open and carries one question at a time. It reads no more of an answer than its status and
 * its length: Node's own client would take as much of the processor as the service.
 */
class Line {
  readonly #socket: Socket;
  readonly #gun: Gun;
  #asked: Asked | null = null;
  #head: Buffer | null = null;
  #left = 0;
  #status = 0;
  #retries = false;

  constructor(gun: Gun, port: number, host: string) {
    this.#gun = gun;
    this.#socket = connect({ port, host, noDelay: true });
    this.#socket.on("data", (part: Buffer) => this.#read(part));
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => {
      const asked = this.#asked;
      this.#asked = null;
      gun.lost(this, asked);
    });
  }

  ask(asked: Asked): void {
    this.#asked = asked;
    this.#socket.write(asked.bytes);
  }

  end(): void {
    this.#socket.destroy();
  }

  #read(part: Buffer): void {
    if (this.#left === 0) {
      const all: Buffer = this.#head === null ? part : Buffer.concat([this.#head, part]);
      const end = all.indexOf(HEAD_END);
      if (end < 0) {
        this.#head = all;
        return;
      }
      const head = all.toString("latin1", 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      if (length === undefined) {
        this.#socket.destroy();
        return;
      }
      this.#head = null;
      this.#status = Number(head.slice(9, 12));
      this.#retries = this.#status === 503 && /\r\nretry-after:/i.test(head);
      this.#left = Number(length) - (all.length - end - HEAD_END.length);
    } else this.#left -= part.length;
    if (this.#left > 0) return;
    const asked = this.#asked;
    this.#asked = null;
    this.#left = 0;
    if (asked !== null) this.#gun.answered(this, asked, this.#retries ? "shed" : this.#status);
  }
}

class Gun {
  readonly #port: number;
  readonly #host: string;
  readonly #bytes = new Map<Shot, Buffer>();
  readonly #lines = new Set<Line>();
  /** The last to be free is the next to be used. */
  readonly #free: Line[] = [];
  readonly #waiting: Asked[] = [];
  readonly #goodMs: number[] = [];
  readonly #shedMs: number[] = [];
  readonly #lateMs: number[] = [];
  #failed = 0;
  #sent = 0;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#host = hostname;
    this.#port = Number(port);
  }

  /** Sends one; its time counts from `due`, so that a generator that falls behind is not taken for a fast service. */
  fire(shot: Shot, due: number): Promise<void> {
    this.#sent += 1;
    let bytes = this.#bytes.get(shot);
    if (bytes === undefined) {
      bytes = bytesOf(shot, this.#host);
      this.#bytes.set(shot, bytes);
    }
    const asked = bytes;
    return new Promise((done) => this.#send({ bytes: asked, due, done }));
  }

  answered(line: Line, { due, done }: Asked, how: number | "shed"): void {
    const ms = performance.now() - due;
    if (how === 200) this.#goodMs.push(ms);
    else if (how === "shed") this.#shedMs.push(ms);
    else this.#failed += 1;
    done();
    this.#free.push(line);
    this.#next();
  }

  lost(line: Line, asked: Asked | null): void {
    this.#lines.delete(line);
    const at = this.#free.indexOf(line);
    if (at >= 0) this.#free.splice(at, 1);
    if (asked === null) return;
    this.#failed += 1;
    asked.done();
    this.#next();
  }

  result(seconds: number): LoadResult {
    for (const line of this.#lines) line.end();
    return {
      sent: this.#sent,
      good: this.#goodMs.length,
      shed: this.#shedMs.length,
      failed: this.#failed,
      seconds,
      goodMs: Float64Array.from(this.#goodMs).sort(),
      shedMs: Float64Array.from(this.#shedMs).sort(),
      lateMs: Float64Array.from(this.#lateMs).sort(),
    };
  }

  #next(): void {
    const asked = this.#waiting.shift();
    if (asked !== undefined) this.#send(asked);
  }

  #send(asked: Asked): void {
    const line = this.#free.pop() ?? (this.#lines.size < LINES_MAX ? this.#open() : null);
    if (line === null) this.#waiting.push(asked);
    else {
      this.#lateMs.push(performance.now() - asked.due);
      line.ask(asked);
    }
  }

  #open(): Line {
    const line = new Line(this, this.#port, this.#host);
    this.#lines.add(line);
    return line;
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

/** So many questions a second at an even pace, whether the ones before are answered or not. */
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
