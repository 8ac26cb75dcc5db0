import { connect, type Socket } from "node:net";
import { seeded } from "../seeded.ts";
import { ANSWER, type ToldTimes, toldTimes } from "./told-times.ts";

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
  /** One row for each answered 200, of the columns `ANSWER`. */
  readonly answers: Float64Array;
  /** Milliseconds of those refused, ascending, from the moment that each was due. */
  readonly shedMs: Float64Array;
  /** The same without the time for which the generator kept them. */
  readonly shedSentMs: Float64Array;
  /** Milliseconds by which the generator sent each too late, ascending: no part of the service's time. */
  readonly lateMs: Float64Array;
};

/** More connections than a proxy in front would open. */
const LINES_MAX = 1024;
const HEAD_END = Buffer.from("\r\n\r\n");

type Asked = { readonly bytes: Buffer; readonly due: number; sent: number };

/** Told of each question that is over, so that a caller may ask the next. */
type Over = () => void;

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
  #told: ToldTimes | null = null;

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
      this.#told = this.#status === 200 ? toldTimes(head) : null;
      this.#retries = this.#status === 503 && /\r\nretry-after:/i.test(head);
      this.#left = Number(length) - (all.length - end - HEAD_END.length);
    } else this.#left -= part.length;
    if (this.#left > 0) return;
    const asked = this.#asked;
    this.#asked = null;
    this.#left = 0;
    if (asked !== null) this.#gun.answered(this, asked, this.#retries ? "shed" : this.#status, this.#told);
  }
}

const NOTHING_TOLD: ToldTimes = { total: Number.NaN, queue: 0, screening: 0, reply: 0, keep: 0 };

class Gun {
  readonly #port: number;
  readonly #host: string;
  readonly #bytes = new Map<Shot, Buffer>();
  readonly #lines = new Set<Line>();
  /** The last to be free is the next to be used. */
  readonly #free: Line[] = [];
  readonly #waiting: Asked[] = [];
  readonly #answers: number[] = [];
  readonly #shedMs: number[] = [];
  readonly #shedSentMs: number[] = [];
  readonly #lateMs: number[] = [];
  readonly #over: Over;
  #failed = 0;
  #sent = 0;
  #open = 0;
  #idle: (() => void) | null = null;

  constructor(origin: string, over: Over = () => {}) {
    const { hostname, port } = new URL(origin);
    this.#host = hostname;
    this.#port = Number(port);
    this.#over = over;
  }

  /** Sends one; its time counts from `due`, so that a generator that falls behind is not taken for a fast service. */
  fire(shot: Shot, due: number): void {
    this.#sent += 1;
    this.#open += 1;
    let bytes = this.#bytes.get(shot);
    if (bytes === undefined) {
      bytes = bytesOf(shot, this.#host);
      this.#bytes.set(shot, bytes);
    }
    this.#send({ bytes, due, sent: due });
  }

  /** Resolves when every question is over. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle = resolve;
      if (this.#open === 0) resolve();
    });
  }

  answered(line: Line, { due, sent }: Asked, how: number | "shed", told: ToldTimes | null): void {
    const now = performance.now();
    if (how === 200) {
      const { total, queue, screening, reply, keep } = told ?? NOTHING_TOLD;
      this.#answers.push(now - due, sent - due, total, queue, screening, reply, keep);
    } else if (how === "shed") {
      this.#shedMs.push(now - due);
      this.#shedSentMs.push(now - sent);
    } else this.#failed += 1;
    this.#free.push(line);
    this.#ended();
  }

  lost(line: Line, asked: Asked | null): void {
    this.#lines.delete(line);
    const at = this.#free.indexOf(line);
    if (at >= 0) this.#free.splice(at, 1);
    if (asked === null) return;
    this.#failed += 1;
    this.#ended();
  }

  result(seconds: number): LoadResult {
    for (const line of this.#lines) line.end();
    return {
      sent: this.#sent,
      good: this.#answers.length / ANSWER.length,
      shed: this.#shedMs.length,
      failed: this.#failed,
      seconds,
      answers: Float64Array.from(this.#answers),
      shedMs: Float64Array.from(this.#shedMs).sort(),
      shedSentMs: Float64Array.from(this.#shedSentMs).sort(),
      lateMs: Float64Array.from(this.#lateMs).sort(),
    };
  }

  #ended(): void {
    this.#open -= 1;
    const asked = this.#waiting.shift();
    if (asked !== undefined) this.#send(asked);
    this.#over();
    if (this.#open === 0) this.#idle?.();
  }

  #send(asked: Asked): void {
    const line = this.#free.pop() ?? (this.#lines.size < LINES_MAX ? this.#connect() : null);
    if (line === null) this.#waiting.push(asked);
    else {
      asked.sent = performance.now();
      this.#lateMs.push(asked.sent - asked.due);
      line.ask(asked);
    }
  }

  #connect(): Line {
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
  const start = performance.now();
  const until = start + seconds * 1000;
  let next = 0;
  const ask = (): void => {
    const now = performance.now();
    const shot = shots[next % shots.length];
    next += 1;
    if (shot !== undefined && now < until) gun.fire(shot, now);
  };
  const gun = new Gun(origin, ask);
  for (let caller = 0; caller < callers; caller += 1) ask();
  await gun.whenIdle();
  return gun.result((performance.now() - start) / 1000);
}

/**
 * So many questions a second as callers who know nothing of each other ask: at random moments (Poisson), the same in each
 * run, whether the questions before are answered or not.
 */
export async function openLoad(
  origin: string,
  shots: readonly Shot[],
  rate: number,
  seconds: number,
): Promise<LoadResult> {
  const gun = new Gun(origin);
  const draw = seeded(1);
  const pause = (): number => (-Math.log(1 - draw()) / rate) * 1000;
  const start = performance.now();
  const until = start + seconds * 1000;
  let due = start + pause();
  for (let next = 0; due < until; ) {
    for (const now = performance.now(); due <= now && due < until; due += pause()) {
      const shot = shots[next % shots.length];
      next += 1;
      if (shot !== undefined) gun.fire(shot, due);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await gun.whenIdle();
  return gun.result((performance.now() - start) / 1000);
}

/** The value below which this share of the sorted ones lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
