import { expect, it } from "vitest";
import { Random } from "../../src/service/evaluation/random.ts";
import { nameInHebrew } from "./in-hebrew.ts";

const all = (name: string): ReadonlySet<string | null> => {
  const random = new Random(7);
  return new Set(Array.from({ length: 200 }, () => nameInHebrew(name, random)));
};

it("writes Arabic letter by letter, with its article apart or not", () => {
  expect(all("محمد الشمري")).toEqual(new Set(["מחמד אלשמרי", "מחמד אל-שמרי"]));
});

it("writes Cyrillic and Latin by sound, ends words in final letters, and carries vowels at either end", () => {
  expect(all("Иван Путин")).toContain("איבן פוטין");
  expect(all("Ivan Putin")).toContain("איבן פוטין");
  expect(all("Jamal Rashid")).toContain("ג׳מל רשיד");
  expect(all("Jamal Rashid")).toContain("ג'מל רשיד");
  for (const name of all("Maria Kova")) expect(name).toMatch(/^מא?ריה קו[בו][אה]$/);
});

it("leaves alone what it cannot write", () => {
  for (const name of ["Ivan", "Ivan 2", "김 정은", "정은 Kim", ""])
    expect(all(name)).toEqual(new Set([null]));
});
