import { type Complaint, unprocessable } from "./refusal.ts";

/** Repeated parameters beyond so many are refused: each is compared with every entity found. */
const REPEATED_MAX = 1000;

const TRUE = new Set(["true", "1", "yes", "on", "t", "y"]);
const FALSE = new Set(["false", "0", "no", "off", "f", "n"]);
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?$/;

/** Reads a query string as FastAPI does: complaints are gathered, and `done` throws them all at once. */
export class QueryParameters {
  readonly #given: URLSearchParams;
  readonly #complaints: Complaint[] = [];

  constructor(queryString: string) {
    this.#given = new URLSearchParams(queryString);
  }

  text(name: string, fallback: string): string {
    return this.#last(name) ?? fallback;
  }

  texts(name: string, itemsMax: number = REPEATED_MAX): readonly string[] {
    const values = this.#given.getAll(name);
    if (values.length > itemsMax) {
      const msg = `List should have at most ${itemsMax} items after validation, not ${values.length}`;
      this.#complain("too_long", name, msg, values.slice(0, 3), { max_length: itemsMax });
    }
    return values;
  }

  integer(name: string, fallback: number, max: number): number {
    const given = this.#last(name);
    if (given === null) return fallback;
    const number = /^\s*[+-]?\d+(\.0*)?\s*$/.test(given) ? Number(given) : Number.NaN;
    if (Number.isNaN(number)) {
      const msg = "Input should be a valid integer, unable to parse string as an integer";
      this.#complain("int_parsing", name, msg, given);
      return fallback;
    }
    if (number > max) {
      const msg = `Input should be less than or equal to ${max}`;
      this.#complain("less_than_equal", name, msg, given, { le: max });
    }
    return Math.max(0, number);
  }

  decimal(name: string, fallback: number): number {
    const given = this.#last(name);
    if (given === null) return fallback;
    const number = given.trim() === "" ? Number.NaN : Number(given);
    if (!Number.isFinite(number)) {
      const msg = "Input should be a valid number, unable to parse string as a number";
      this.#complain("float_parsing", name, msg, given);
      return fallback;
    }
    return number;
  }

  flag(name: string, fallback: boolean): boolean {
    const given = this.#last(name);
    if (given === null) return fallback;
    const lower = given.trim().toLowerCase();
    if (TRUE.has(lower)) return true;
    if (!FALSE.has(lower)) {
      const msg = "Input should be a valid boolean, unable to interpret input";
      this.#complain("bool_parsing", name, msg, given);
    }
    return false;
  }

  /** A day or a moment, or null where none is given. */
  moment(name: string): string | null {
    const given = this.#last(name);
    if (given === null) return null;
    if (MOMENT.test(given)) return given;
    const msg = `String should match pattern '${MOMENT.source}'`;
    this.#complain("string_pattern_mismatch", name, msg, given, { pattern: MOMENT.source });
    return null;
  }

  /** One of a few words. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const given = this.#last(name);
    if (given === null) return choices[0];
    const found = choices.find((choice) => choice === given);
    if (found !== undefined) return found;
    const expected = choices.map((choice) => `'${choice}'`).join(" or ");
    this.#complain("enum", name, `Input should be ${expected}`, given, { expected });
    return choices[0];
  }

  /** Throws a 422 with everything that was wrong. */
  done(): void {
    if (this.#complaints.length > 0) throw unprocessable(this.#complaints);
  }

  #last(name: string): string | null {
    return this.#given.getAll(name).at(-1) ?? null;
  }

  #complain(
    type: string,
    name: string,
    msg: string,
    input: unknown,
    ctx?: Readonly<Record<string, unknown>>,
  ): void {
    const complaint = { type, loc: ["query", name], msg, input };
    this.#complaints.push(ctx === undefined ? complaint : { ...complaint, ctx });
  }
}
