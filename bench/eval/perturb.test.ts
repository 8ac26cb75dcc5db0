import { describe, expect, it } from "vitest";
import { Random } from "../../src/service/evaluation/random.ts";
import { bagOf, shuffled } from "./fold.ts";
import { perturb, perturbBirthDate } from "./perturb.ts";

describe("perturbed names", () => {
  it("are the same on every run", () => {
    const once = perturb("Song Hwa Jong", "typo", new Random(7));
    expect(once).not.toBe("Song Hwa Jong");
    expect(perturb("Song Hwa Jong", "typo", new Random(7))).toBe(once);
  });

  it("keep the words where only their order changes", () => {
    const turned = perturb("Song Hwa Jong", "order", new Random(1)) ?? "";
    expect(turned).not.toBe("Song Hwa Jong");
    expect(bagOf(turned)).toBe(bagOf("Song Hwa Jong"));
  });

  it("are none where the name offers no place for the change", () => {
    expect(perturb("Zzyzx", "word-dropped", new Random(1))).toBeNull();
    expect(perturb("Zzyzx", "joined", new Random(1))).toBeNull();
    expect(perturb("Silver Star", "legal-form", new Random(1))).toBeNull();
  });

  it("keep all words of a name that others are added to, and its legal form at the end", () => {
    const added = perturb("Silver Star Trading Co., Ltd.", "word-added", new Random(3)) ?? "";
    expect(added).toMatch(/^Silver Star Trading .+ Co\., Ltd\.$/);
    expect(perturb("Silver Star Group", "word-added", new Random(9)) ?? "").not.toMatch(/Group.*Group/);
    expect(bagOf(perturb("Song Hwa Jong", "given-name-added", new Random(1)) ?? "")).toContain("song");
  });

  it("end where a line of a payment message ends", () => {
    const name = "Korea Kwangson Banking Corporation of Dandong";
    expect(perturb(name, "cut-off", new Random(1))).toBe(name.slice(0, 35).trim());
    expect(perturb("Korea Kwangson Banking Corp.", "cut-off", new Random(1))).toBeNull();
  });

  it("are written in Hebrew by its letters for foreign sounds, with final forms", () => {
    expect(perturb("Jozin Shchukin", "hebrew", new Random(1))).toBe("ג׳וזין שצ׳וקין");
  });

  it("only take birth dates that are dates", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { date } = perturbBirthDate("1970-02-05", new Random(seed));
      if (date !== null) expect(Number.isNaN(Date.parse(date)), date).toBe(false);
    }
  });
});

describe("a sample", () => {
  it("loses nothing but the one that is gone", () => {
    const keys = Array.from({ length: 100 }, (_, at) => `key ${at}`);
    const all = shuffled(keys, "seed", (key) => key);
    const fewer = shuffled(keys.slice(1), "seed", (key) => key);
    expect(all.filter((key) => key !== keys[0])).toEqual(fewer);
  });
});
