import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say, WORD_KEYS } from "./words.ts";

const root = join(import.meta.dirname, "..");
const sources = globSync("**/*.{ts,tsx}", { cwd: root })
  .filter((file) => !file.startsWith("words/") && !file.includes(".test."))
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

/** Keys that are put together: `t(`verdict.${answer}`)` uses every key that begins so. */
const PREFIXES = [...sources.matchAll(/`([a-z.]+\.)\$\{/g)].map(([, prefix = ""]) => prefix);

describe("the app's words", () => {
  it("are all used", () => {
    const unused = WORD_KEYS.filter(
      (key) => !sources.includes(`"${key}"`) && !PREFIXES.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("say the same values in both languages", () => {
    const values = (text: string) =>
      [...text.matchAll(/\{(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name).sort();
    for (const key of WORD_KEYS) {
      expect(say("ko", key).trim()).not.toBe("");
      expect(values(say("ko", key)), key).toEqual(values(say("en", key)));
    }
  });

  it("say one day and two days", () => {
    expect(say("en", "policy.of.days", { count: "1" })).toBe("1 day");
    expect(say("en", "policy.of.days", { count: "30" })).toBe("30 days");
    expect(say("ko", "policy.of.days", { count: "1" })).toBe("1일");
  });

  it("put values where they belong, and leave what has none", () => {
    expect(say("en", "match.score", { score: "0.97" })).toBe("score 0.97");
    expect(say("ko", "match.score")).toBe("점수 {score}");
  });
});
