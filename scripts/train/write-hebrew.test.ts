import { describe, expect, it } from "vitest";
import { Random } from "../../src/service/evaluation/random.ts";
import { writeHebrew } from "./write-hebrew.ts";

/** All ways that many writers write a name. */
function waysOf(name: string): ReadonlySet<string | null> {
  const random = new Random(5);
  return new Set(Array.from({ length: 400 }, () => writeHebrew(name, random)));
}

describe("names in Hebrew for training", () => {
  it("are written as newspapers do, among other ways", () => {
    expect(waysOf("Vladimir Putin")).toContain("ולדימיר פוטין");
    expect(waysOf("Yasser Arafat")).toContain("יאסר אראפאט");
    expect(waysOf("Kim Jong-un")).toContain("קים ג׳ונג און");
  });

  it("follow the Arabic and the Russian spelling letter by letter", () => {
    expect(waysOf("صالح خليل")).toContain("צאלח ח׳ליל");
    expect(waysOf("Юрий Щукин")).toContain("יורי שצ׳וקין");
  });

  it("keep one writer's habits through a name", () => {
    for (const name of waysOf("Khalil Khatami"))
      expect(new Set([...(name ?? "")].filter((letter) => letter === "ח" || letter === "כ")).size).toBe(1);
  });

  it("are none of a name that is one word or cannot be read", () => {
    expect([...waysOf("Madonna"), ...waysOf("Kim J."), ...waysOf("金 正恩")]).toEqual([null, null, null]);
  });
});
