import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readFrozen } from "./frozen.ts";
import { fillPage, matchingFiles } from "./pages.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("the page about matching", () => {
  it("says what the frozen results say (npm run matching:pictures makes it anew)", () => {
    for (const { path, content } of matchingFiles())
      expect([path, readFileSync(join(ROOT, path), "utf8") === content]).toEqual([path, true]);
  });

  it("is filled in between its marks and nowhere else", () => {
    const page = "Before.\n<!-- made: curve -->\nstale words\n<!-- end -->\nAfter.\n";
    const filled = fillPage(page, readFrozen());
    expect(filled).toMatch(
      /^Before\.\n<!-- made: curve -->\n\n\| hits in 1,000[\s\S]*\n\n<!-- end -->\nAfter\.\n$/,
    );
    expect(filled).not.toContain("stale words");
    expect(fillPage(filled, readFrozen())).toBe(filled);
  });

  it("has pictures that are whole XML and say in words what they show", () => {
    for (const { path, content } of matchingFiles()) {
      if (!path.endsWith(".svg")) continue;
      expect(() => new SaxesParser().write(content).close()).not.toThrow();
      expect(content).toMatch(/aria-label="[^"]{40,}"/);
      expect(content).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
