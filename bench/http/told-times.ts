/** Columns of an answer's row, all in milliseconds: since it was due, how late it was sent, and what the service told. */
export const ANSWER = ["whole", "late", "total", "queue", "screening", "reply", "keep"] as const;

/** What an answer's `Server-Timing` says of where its time went. */
export type ToldTimes = {
  /** From the head of the question to the head of the answer. */
  readonly total: number;
  readonly queue: number;
  readonly screening: number;
  readonly reply: number;
  readonly keep: number;
};

function told(header: string, name: string): number {
  const at = header.indexOf(`${name};dur=`);
  return at < 0 ? 0 : Number.parseFloat(header.slice(at + name.length + 5));
}

/** What the head of an answer tells, or null where it tells nothing. */
export function toldTimes(head: string): ToldTimes | null {
  const header = /\r\nserver-timing: ([^\r]+)/i.exec(head)?.[1];
  if (header === undefined) return null;
  return {
    total: told(header, "total"),
    queue: told(header, "queue"),
    screening: told(header, "screening"),
    reply: told(header, "reply"),
    keep: told(header, "keep"),
  };
}

/** Milliseconds of an answer by where they went; they add up to its whole. */
export type Shares = {
  /** The generator sent it too late. */
  readonly late: number;
  /** On the way, in the kernel's queues, and until the generator read it. */
  readonly outside: number;
  readonly queue: number;
  readonly screening: number;
  readonly reply: number;
  readonly keep: number;
  /** Parsing, routing, asking who it is, writing. */
  readonly rest: number;
};

/** Of all answers, one column, ascending. */
export function column(answers: Float64Array, name: (typeof ANSWER)[number]): Float64Array {
  const at = ANSWER.indexOf(name);
  const count = answers.length / ANSWER.length;
  return Float64Array.from({ length: count }, (_, row) => answers[row * ANSWER.length + at] ?? 0).sort();
}

/** What the service took of each answer's time beside keeping its record, ascending. */
export function unkept(answers: Float64Array): Float64Array {
  const [total, keep] = [ANSWER.indexOf("total"), ANSWER.indexOf("keep")];
  const count = answers.length / ANSWER.length;
  return Float64Array.from({ length: count }, (_, row) => {
    const from = row * ANSWER.length;
    return (answers[from + total] ?? 0) - (answers[from + keep] ?? 0);
  }).sort();
}

/** The mean shares of the slowest answers: so large a part of all, the slowest by when they were due. */
export function sharesOfSlowest(answers: Float64Array, part: number): Shares {
  const width = ANSWER.length;
  const rows = Array.from({ length: answers.length / width }, (_, row) =>
    answers.subarray(row * width, (row + 1) * width),
  );
  rows.sort((one, other) => (other[0] ?? 0) - (one[0] ?? 0));
  const slowest = rows.slice(0, Math.max(1, Math.ceil(rows.length * part)));
  const mean = (of: (row: Float64Array) => number): number =>
    slowest.reduce((sum, row) => sum + of(row), 0) / slowest.length;
  const at = (name: (typeof ANSWER)[number]): number => mean((row) => row[ANSWER.indexOf(name)] ?? 0);
  const [queue, screening, reply, keep] = [at("queue"), at("screening"), at("reply"), at("keep")];
  return {
    late: at("late"),
    outside: at("whole") - at("late") - at("total"),
    queue,
    screening,
    reply,
    keep,
    rest: at("total") - queue - screening - reply - keep,
  };
}
