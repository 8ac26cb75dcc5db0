import { describe, expect, it } from "vitest";
import { withoutShipPrefix, withoutTitles } from "./bare-name.ts";

describe("what stands around a name", () => {
  it.each([
    ["Dr. Ahmad Taheri", "Ahmad Taheri"],
    ["Major General Aye Win", "Aye Win"],
    ["Sheikh Hajji Omar Karim", "Omar Karim"],
    ["Qadri Jamil, PhD", "Qadri Jamil"],
    ["TAHERI, Dr. Ahmad", "TAHERI, Ahmad"],
    ["генерал Иван Петров", "Иван Петров"],
    ["الشيخ محمد حسين", "محمد حسين"],
    ["김철수 박정희 위원장", "김철수 박정희"],
  ])("%s is also %s", (titled, bare) => {
    expect(withoutTitles(titled)).toBe(bare);
  });

  it("is left where a name of two words would be one, and where there is none", () => {
    expect(withoutTitles("Haji Ibrahim")).toBeNull();
    expect(withoutTitles("Ivan Petrov")).toBeNull();
    expect(withoutTitles("")).toBeNull();
  });

  it("is a ship's prefix too", () => {
    expect(withoutShipPrefix("M/V Ocean Star")).toBe("Ocean Star");
    expect(withoutShipPrefix("M.T. Pugnax")).toBe("Pugnax");
    expect(withoutShipPrefix("Ocean Star")).toBeNull();
    expect(withoutShipPrefix("MV")).toBeNull();
  });
});
