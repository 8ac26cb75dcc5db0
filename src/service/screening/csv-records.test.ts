import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, delimiterOf, readCsvRecords } from "./csv-records.ts";

async function read(text: string, size = 7, delimiter = ","): Promise<CsvRecord[]> {
  async function* parts(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const records: CsvRecord[] = [];
  for await (const record of readCsvRecords(parts(), delimiter)) records.push(record);
  return records;
}

describe("readCsvRecords", () => {
  it("reads cells, quotes, line ends of three kinds and says where a record begins", async () => {
    expect(await read('a,b\r\n"x, ""y""\nz",2\n\n3,4\n5,6')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x, "y"\nz', "2"] },
      { line: 5, cells: ["3", "4"] },
      { line: 6, cells: ["5", "6"] },
    ]);
  });

  it("keeps a quote inside a cell that does not begin with one", async () => {
    expect(await read('12" pipe,b\n')).toEqual([{ line: 1, cells: ['12" pipe', "b"] }]);
  });

  it("gives a record with a stray quote as broken and reads the next line as it stands", async () => {
    expect(await read('name,n\n"Kim, 1\nPark,2\n"Ri",3\n')).toEqual([
      { line: 1, cells: ["name", "n"] },
      { line: 2, broken: "text follows a closing quote" },
      { line: 3, cells: ["Park", "2"] },
      { line: 4, cells: ["Ri", "3"] },
    ]);
  });

  it("gives a quote that is never closed as one broken record", async () => {
    expect(await read('a,b\n1,"2\n3,4')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, broken: "a quote is opened and not closed" },
      { line: 3, cells: ["3", "4"] },
    ]);
  });

  it("refuses a gigantic line without holding the file, and goes on after it", async () => {
    const records = await read(`a,b\n${"x".repeat(300_000)}\n1,2\n`, 65_536);
    expect(records).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, broken: "the line is too long" },
      { line: 3, cells: ["1", "2"] },
    ]);
  });

  it("gives back what was written, however the text is cut into parts", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "성", " ", "\r"), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant("k"), cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
            .join("\n");
          const records = await read(text, size);
          expect(records.map((one) => ("cells" in one ? one.cells : one))).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("delimiterOf", () => {
  it("finds the delimiter by the header", () => {
    expect(delimiterOf("성명;생년월일;국적, 지역")).toBe(";");
    expect(delimiterOf("name\tbirth date")).toBe("\t");
    expect(delimiterOf("name")).toBe(",");
  });
});
