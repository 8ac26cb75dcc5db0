/**
 * What no rule may read: who somebody is, as against what was misrepresented. The names stand for fields that the event
 * model does not have; a test walks what the rules declare and what they read, and fails on any of them.
 */
export const FORBIDDEN_INPUTS: readonly string[] = [
  "ethnicity",
  "race",
  "sex",
  "gender",
  "age",
  "birthDate",
  "birthYear",
  "birthPlace",
  "religion",
  "face",
  "appearance",
  "skin",
  "accent",
  "nationality",
];

/**
 * Paths of what is declared or read that the guard forbids. A nationality in a company's papers is only handed on to the
 * check, whose network step may read it where resolution 2397 (2017), paragraph 8, names it (docs/fronts.md).
 */
export function forbiddenInputs(paths: Iterable<string>): readonly string[] {
  const forbidden = new Set(FORBIDDEN_INPUTS.map((name) => name.toLowerCase()));
  return [...paths].filter((path) => path.split(".").some((part) => forbidden.has(part.toLowerCase())));
}

/** A value that notes which of its members are read, by path, through lists and members; it answers as the value does. */
export function recordReads<T extends object>(value: T, note: (path: string) => void, path = ""): T {
  return new Proxy(value, {
    get(target, name) {
      const held: unknown = Reflect.get(target, name);
      // A set needs itself; a list's own functions must walk the recorder, or what they read would go unseen.
      if (typeof held === "function") return target instanceof Set ? held.bind(target) : held;
      if (typeof name === "symbol" || (Array.isArray(target) && name === "length")) return held;
      const index = Array.isArray(target) && /^-?\d+$/.test(name);
      if (index && held === undefined) return held;
      const here = index ? path : path === "" ? name : `${path}.${name}`;
      if (held === null || typeof held !== "object") {
        note(here);
        return held;
      }
      return recordReads(held, note, here);
    },
    ownKeys(target) {
      // Who walks all members reads all of them.
      if (!Array.isArray(target)) note(`${path}.*`);
      return Reflect.ownKeys(target);
    },
  });
}
