import fc from "fast-check";
import { expect, test } from "vitest";
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, refusePassword } from "./password.ts";

test("passwords that leaked, patterns and the person's own words are refused", () => {
  for (const password of [
    "password1234",
    "Passw0rd!2024",
    "qwertyuiop12",
    "123456789012",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabcabc",
    "iloveyou1234",
  ]) {
    expect(refusePassword(password, []), password).not.toBe(null);
  }
  const words = ["Jong Song", "jong.song@bank.example", "Bank of Example"];
  expect(refusePassword("jongsong2024!", words)).not.toBe(null);
  expect(refusePassword("short", [])).toContain("at least 12");
});

test("words that do not belong together and generated ones are taken, in any script", () => {
  for (const password of ["lantern otter plinth vague", "xK9#mQ2$vL5n", "안개 낀 부두의 붉은 등대지기"]) {
    expect(refusePassword(password, ["Someone", "someone@bank.example"]), password).toBe(null);
  }
});

test("any text is answered within bounds and in no long time", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: "binary" }), (password) => {
      const began = performance.now();
      const refused = refusePassword(password, [password.slice(0, 20)]);
      const chars = [...password.normalize("NFC")].length;
      if (chars < PASSWORD_CHARS_MIN || chars > PASSWORD_CHARS_MAX) expect(refused).not.toBe(null);
      expect(performance.now() - began).toBeLessThan(1000);
    }),
    { numRuns: 300 },
  );
});
