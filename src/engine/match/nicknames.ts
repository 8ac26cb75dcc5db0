import data from "../../../data/names/nicknames.json" with { type: "json" };

const NICKNAMES: ReadonlyMap<string, readonly string[]> = (() => {
  const both = new Map<string, string[]>();
  const add = (one: string, other: string): void => {
    both.set(one, [...(both.get(one) ?? []), other]);
  };
  for (const [name, short] of Object.entries(data)) {
    for (const nickname of short.split(" ")) {
      add(name, nickname);
      add(nickname, name);
    }
  }
  return both;
})();

const NONE: readonly string[] = [];

/** Short forms of a given name, and the names that it is a short form of. */
export function nicknamesOf(word: string): readonly string[] {
  return NICKNAMES.get(word) ?? NONE;
}
