import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "./say.ts";
import { WORDS, type WordKey } from "./words.ts";

const root = join(import.meta.dirname, "..");
const sources = globSync("**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !file.startsWith("words/") && !file.includes(".test."))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

const WORD_KEYS = Object.keys(WORDS) as readonly WordKey[];

/** Keys that are put together: `t(`verdict.${answer}`)` uses every key that begins so. */
const PREFIXES = [...sources.matchAll(/`([a-z.]+\.)\$\{/g)].map(([, prefix = ""]) => prefix);

describe("the app's words", () => {
  it("are all used", () => {
    const unused = WORD_KEYS.filter(
      (key) => !sources.includes(`"${key}"`) && !PREFIXES.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("stand in one file each: the same key in two would be said wrongly in one of them", () => {
    const keys = globSync("words/*.ts", { cwd: root })
      .filter((file) => !file.includes(".test."))
      .flatMap((file) => [
        ...readFileSync(join(root, file), "utf8").matchAll(/^ {2}"([a-z][\w-]*\.[\w.-]*)": \[/gm),
      ])
      .map(([, key]) => key);
    expect(keys.length).toBeGreaterThanOrEqual(WORD_KEYS.length);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("say the same values in both languages", () => {
    const values = (text: string) =>
      [...text.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name).sort();
    for (const [key, [en, ko]] of Object.entries(WORDS)) {
      expect(ko.trim()).not.toBe("");
      expect(values(ko), key).toEqual(values(en));
    }
  });

  it("say one day and two days", () => {
    expect(say(WORDS["policy.of.days"][0], { count: "1" })).toBe("1 day");
    expect(say(WORDS["policy.of.days"][0], { count: "30" })).toBe("30 days");
    expect(say(WORDS["policy.of.days"][1], { count: "1" })).toBe("1일");
  });

  it("put values where they belong, and leave what has none", () => {
    expect(say(WORDS["match.score"][0], { score: "0.97" })).toBe("score 0.97");
    expect(say(WORDS["match.score"][1])).toBe("점수 {score}");
  });
});
