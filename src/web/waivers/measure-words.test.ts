import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sayMeasure } from "./measure-words.ts";

const folder = join(import.meta.dirname, "../../../data/measures");

type Bundled = { readonly id: string; readonly instrument: string; readonly forbids: string };

const BUNDLED = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file): readonly Bundled[] => JSON.parse(readFileSync(join(folder, file), "utf8")).measures);

it("names every bundled measure by its act in both languages, in Korean without an English word", () => {
  expect(BUNDLED.length).toBeGreaterThan(70);
  for (const { id, instrument, forbids } of BUNDLED) {
    const [english, korean] = [sayMeasure("en", id), sayMeasure("ko", id)];
    expect(english).toContain(instrument);
    expect(english).toContain(forbids);
    expect(korean).toMatch(/[가-힣].*: .*[가-힣]/);
    // Acronyms and numbers of points (iii) stay as they are; a word in small letters would be English.
    expect(korean).not.toMatch(/[a-z]{4}/);
  }
});

it("leaves a measure that the data does not have by its id", () => {
  expect(sayMeasure("ko", "xx-unknown")).toBe("xx-unknown");
});
