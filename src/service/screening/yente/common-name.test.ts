import { expect, test } from "vitest";
import { commonName } from "./common-name.ts";

test("the spelling that most of a party's names agree on is the one it is called by", () => {
  const names = [
    "Alexander Kovalenko",
    "Коваленко Олександр",
    "KOVALENKO, Oleksandr Ivanovych",
    "Oleksandr Ivanovych Kovalenko",
    "Oleksandr Kovalenko",
    "Oleksandr Ivanovych KOVALENKO",
  ];
  expect(commonName(names)).toBe("KOVALENKO, Oleksandr Ivanovych");
  expect(commonName(["정성화"])).toBe("정성화");
  expect(commonName([])).toBeNull();
});
