import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import { openSnapshotFile, writeSnapshot } from "./file.ts";
import type { Section } from "./sections.ts";

const SECTIONS: ReadonlyMap<string, Section> = new Map<string, Section>([
  ["b.bytes", new Uint8Array([1, 2, 3])],
  ["a.words", new Uint32Array([0xdeadbeef, 7])],
  ["c.short", new Uint16Array([65_535])],
  ["d.signed", new Int32Array([-1, 2])],
  ["e.float", new Float32Array([0.5])],
  ["f.empty", new Uint8Array(0)],
]);
const FILE = writeSnapshot({ lists: ["한글"] }, SECTIONS);

function faultOf(bytes: Uint8Array): string {
  try {
    openSnapshotFile(bytes, "it.snapshot");
    return "opened";
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.code;
  }
}

describe("a snapshot file", () => {
  it("gives back the header and every section as written", () => {
    const { header, sections, hash } = openSnapshotFile(FILE, "it.snapshot");
    expect(header).toEqual({ lists: ["한글"] });
    expect(sections.u8("b.bytes")).toEqual(SECTIONS.get("b.bytes"));
    expect(sections.u32("a.words")).toEqual(SECTIONS.get("a.words"));
    expect(sections.u16("c.short")).toEqual(SECTIONS.get("c.short"));
    expect(sections.i32("d.signed")).toEqual(SECTIONS.get("d.signed"));
    expect(sections.f32("e.float")).toEqual(SECTIONS.get("e.float"));
    expect(sections.u8("f.empty")).toHaveLength(0);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("does not depend on the order in which sections were made", () => {
    expect(writeSnapshot({ lists: ["한글"] }, new Map([...SECTIONS].reverse()))).toEqual(FILE);
  });

  it("opens from any place in memory", () => {
    const shifted = new Uint8Array(FILE.length + 3);
    shifted.set(FILE, 3);
    expect(openSnapshotFile(shifted.subarray(3), "it").sections.u32("a.words")).toEqual(
      SECTIONS.get("a.words"),
    );
  });

  it("is refused where any byte of it is altered", () => {
    fc.assert(
      fc.property(fc.nat(FILE.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = FILE.slice();
        altered[at] = (altered[at] ?? 0) ^ flip;
        expect(faultOf(altered)).toBe("snapshot-damaged");
      }),
    );
  });

  it("is refused where it was cut or grown", () => {
    for (let length = 0; length < FILE.length; length += 1)
      expect(faultOf(FILE.slice(0, length))).toBe("snapshot-damaged");
    const grown = new Uint8Array(FILE.length + 8);
    grown.set(FILE);
    expect(faultOf(grown)).toBe("snapshot-damaged");
  });

  it("says which section it lacks", () => {
    const { sections } = openSnapshotFile(FILE, "it.snapshot");
    expect(() => sections.u8("match.keys")).toThrow("no u8 section match.keys");
    expect(() => sections.u8("a.words")).toThrow("no u8 section a.words");
  });
});
