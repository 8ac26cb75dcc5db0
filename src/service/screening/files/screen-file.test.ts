import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJournal, type RunTerms } from "./journal.ts";
import { recordReader } from "./line-records.ts";
import { openSubjects } from "./opened-file.ts";
import { type RowOptions, readRows } from "./read-rows.ts";
import type { ResultFormat } from "./row-result.ts";
import { screenRows } from "./screen-file.ts";
import type { InputRow } from "./subject-of-cells.ts";
import { startWorkerPool } from "./worker-pool.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-screening-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS: RowOptions = { map: {}, schema: null, sheet: null, onProgress: () => undefined };

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string, options: Partial<RowOptions> = {}): Promise<readonly InputRow[]> {
  const rows: InputRow[] = [];
  for await (const some of readRows(await openSubjects(path), { ...OPTIONS, ...options }).rows)
    rows.push(...some);
  return rows;
}

/** Screens a file with workers that find every Kim. */
async function run(path: string, out: string, format: ResultFormat, terms: Partial<RunTerms> = {}) {
  const file = await openSubjects(path);
  const journal = await openJournal(
    out,
    {
      input: { name: file.name, sha256: file.sha256 },
      snapshot: "s",
      policy: {},
      at: null,
      format,
      reading: {},
      ...terms,
    },
    () => 0,
  );
  const pool = startWorkerPool(
    { module: new URL("./fixtures/fake-worker.ts", import.meta.url), data: { format, slowMs: 0 } },
    2,
  );
  try {
    return await screenRows({
      file,
      source: readRows(file, OPTIONS),
      pool,
      sink: journal,
      onTally: () => undefined,
    });
  } finally {
    await pool.close();
    await journal.close();
  }
}

const lines = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n");

describe("reading subjects", () => {
  it("recognizes English and Korean headers, and guesses what a party is from its facts", async () => {
    const path = put(
      "ko.csv",
      "번호,성명,생년월일,국적,메모\n7,정성화,1970-02-05,북한,x\n8,Silver Star,,,\n",
    );
    expect(await rowsOf(path)).toMatchObject([
      {
        row: 1,
        line: 2,
        id: "7",
        name: "정성화",
        subject: {
          schema: "LegalEntity",
          properties: { birthDate: ["1970-02-05"], nationality: ["kp"], country: ["kp"] },
        },
      },
      { row: 2, line: 3, id: "8", subject: { schema: "Thing" } },
    ]);
  });

  it("reads the code page that Korean Excel saves in", async () => {
    // "이름" and "김철수" in code page 949.
    const path = put(
      "cp949.csv",
      Buffer.from([0xc0, 0xcc, 0xb8, 0xa7, 0x0a, 0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6, 0x0a]),
    );
    expect(await rowsOf(path)).toMatchObject([{ name: "김철수" }]);
  });

  it("keeps both readings of a date that allows two, and says which facts it could not read", async () => {
    const path = put("dates.csv", "name,dob,country\nA Kim,03/04/1970,Freedonia\nB Kim,31/02/1970,\n");
    const [first, second] = await rowsOf(path);
    expect(first).toMatchObject({ subject: { properties: { birthDate: ["1970-04-03", "1970-03-04"] } } });
    expect(first?.notes).toEqual(['country "Freedonia" is no country that is known']);
    expect(second?.notes).toEqual(['birthDate "31/02/1970" is no date']);
  });

  it("makes a row of its own of a line whose quote never closes, and goes on after it", async () => {
    const rest = Array.from({ length: 60 }, (_, at) => `Kim ${at},x`).join("\n");
    const rows = await rowsOf(put("quote.csv", `name,note\n"open,x\n${rest}\n"Lee\nJr",y\n5" pipe,z\n`));
    expect(rows).toHaveLength(63);
    expect(rows[0]).toMatchObject({ row: 1, line: 2, problem: "a quote is opened and never closed" });
    expect(rows[1]).toMatchObject({ row: 2, line: 3, name: "Kim 0" });
    expect(rows[61]).toMatchObject({ line: 63, name: "Lee\nJr" });
    expect(rows[62]).toMatchObject({ line: 65, name: '5" pipe' });
  });

  it("loses no row to a quote that opens in one line and seems to close in another", async () => {
    const rows = await rowsOf(put("broken.csv", 'name,n\n"Kim, 1\nPark,2\n"Ri",3\n'));
    expect(rows).toMatchObject([
      { row: 1, line: 2, problem: "text follows a closing quote" },
      { row: 2, name: "Park" },
      { row: 3, name: "Ri" },
    ]);
  });

  it("does not screen half a name where an unquoted comma cut it", async () => {
    const [row] = await rowsOf(put("comma.csv", "name,country\nKim, Chol,KP\n"));
    expect(row).toMatchObject({ problem: "3 cells under 2 headers: a delimiter inside a cell needs quotes" });
  });

  it("finds the header below a title and a date", async () => {
    const path = put("title.csv", "Customers of the branch\n2026-11-23\n\nNr;Name\n1;Kim\n");
    expect(await rowsOf(path)).toMatchObject([{ row: 1, line: 5, id: "1", name: "Kim" }]);
  });

  it("reads back every table that is written as RFC 4180 says", async () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => `${text.replace(/\r/g, "")}.`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (table) => {
        const quoted = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
        const reader = recordReader(",");
        const texts = quoted.join("\n").split("\n");
        const records = [
          ...texts.flatMap((text, at) => reader.push({ line: at + 1, text, cut: false })),
          ...reader.end(),
        ];
        expect(records.map((record) => ("cells" in record ? record.cells : null))).toEqual(table);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps a row without a name as a row with a problem", async () => {
    const rows = await rowsOf(put("noname.csv", "id;name\n1;\n2;Kim\n"));
    expect(rows).toMatchObject([
      { row: 1, id: "1", problem: "neither a name nor an identifier" },
      { row: 2, id: "2", name: "Kim" },
    ]);
  });

  it("reads FollowTheMoney entities and plain objects line by line, and keeps lines that are neither", async () => {
    const path = put(
      "in.jsonl",
      [
        '{"id":"a","schema":"Company","properties":{"name":["Silver Star"],"jurisdiction":["cn"]}}',
        '{"고객번호":12,"성명":"정성화"}',
        "{broken",
        '{"id":"b","schema":"Address","properties":{"full":["x"]}}',
        "",
        "[1]",
      ].join("\n"),
    );
    expect(await rowsOf(path)).toMatchObject([
      { row: 1, id: "a", subject: { schema: "Company", properties: { jurisdiction: ["cn"] } } },
      { row: 2, id: "12", name: "정성화" },
      { row: 3, line: 3, problem: expect.stringContaining("not JSON") },
      { row: 4, problem: "Address is no kind of party" },
      { row: 5, line: 6, problem: "not a JSON object" },
    ]);
  });

  it("reads a workbook's first sheet or the one named, with its dates, formulas and rich text", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Customers");
    sheet.addRow(["이름", "생년월일", "비고"]);
    sheet.addRow([{ richText: [{ text: "정" }, { text: "성화" }] }, new Date(Date.UTC(1970, 1, 5)), 3]);
    sheet.addRow([]);
    sheet.addRow([{ formula: 'A1&"x"', result: "Kim" }, 1970]);
    book.addWorksheet("Other").addRows([["Name"], ["Lee"]]);
    const path = put("in.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    expect(await rowsOf(path)).toMatchObject([
      { row: 1, line: 2, name: "정성화", subject: { properties: { birthDate: ["1970-02-05"] } } },
      { row: 2, line: 4, name: "Kim", subject: { properties: { birthDate: ["1970"] } } },
    ]);
    expect(await rowsOf(path, { sheet: "Other" })).toMatchObject([{ name: "Lee" }]);
    await expect(rowsOf(path, { sheet: "None" })).rejects.toThrow('no sheet "None"; found: Customers, Other');
    const half = put("half.xlsx", readFileSync(path).subarray(0, 3000));
    await expect(rowsOf(half)).rejects.toMatchObject({ code: "input-invalid" });
  });

  it("names what was found where no column names a party", async () => {
    await expect(rowsOf(put("none.csv", "foo,bar\n1,2\n"))).rejects.toThrow("found: foo, bar");
    expect(await rowsOf(put("map.csv", "foo,bar\nKim,2\n"), { map: { foo: "name" } })).toMatchObject([
      { name: "Kim" },
    ]);
  });
});

describe("screening a file", () => {
  const ROWS = 1_000;
  const table = `id,name\n${Array.from({ length: ROWS }, (_, at) => `c${at},${at % 10 === 0 ? "Kim, =x" : "Lee"} ${at}`.replace(/,(.*)$/, ',"$1"')).join("\n")}\n`;

  it.each(["csv", "jsonl"] as const)("writes one %s line for each row, in order", async (format) => {
    const out = join(folder, `order.${format}`);
    expect(await run(put("order-in.csv", table), out, format)).toEqual({ rows: ROWS, hits: 100, errors: 0 });
    const written = lines(out).slice(format === "csv" ? 1 : 0);
    expect(written).toHaveLength(ROWS);
    written.forEach((line, at) => {
      expect(line).toContain(format === "csv" ? `${at + 1},${at + 2},c${at},` : `"row":${at + 1}`);
    });
  });

  it.each(["csv", "jsonl"] as const)(
    "goes on in %s wherever it was cut, with no row lost or doubled",
    async (format) => {
      const input = put("cut-in.csv", table);
      const whole = join(folder, `whole.${format}`);
      await run(input, whole, format);
      const expected = readFileSync(whole, "utf8");
      const out = join(folder, `cut.${format}`);
      await run(input, out, format);
      for (const share of [0, 0.0001, 0.3, 0.77, 0.999, 1]) {
        truncateSync(out, Math.floor(expected.length * share));
        expect(await run(input, out, format)).toEqual({ rows: ROWS, hits: 100, errors: 0 });
        expect(readFileSync(out, "utf8")).toBe(expected);
      }
    },
  );

  it("keeps a row on which the matcher fails as an error", async () => {
    const out = join(folder, "bug.jsonl");
    const input = put("bug.csv", "name\nKim\nbug\nLee\n");
    expect(await run(input, out, "jsonl")).toEqual({ rows: 3, hits: 1, errors: 1 });
    expect(JSON.parse(lines(out)[1] ?? "")).toMatchObject({
      row: 2,
      result: "error",
      problem: "not screened: the matcher broke",
    });
  });

  it("refuses to go on with another input, another day, or over a file that is no results", async () => {
    const out = join(folder, "terms.csv");
    await run(put("one.csv", "name\nKim\n"), out, "csv");
    await expect(run(put("one.csv", "name\nLee\n"), out, "csv")).rejects.toThrow("another input (one.csv)");
    await expect(run(put("one.csv", "name\nKim\n"), out, "csv", { at: "2018-09-13" })).rejects.toThrow(
      "another day (the newest editions)",
    );
    const foreign = put("foreign.csv", "precious\n");
    await expect(run(put("one.csv", "name\nKim\n"), foreign, "csv")).rejects.toThrow(
      "not the results of a run",
    );
    expect(readFileSync(foreign, "utf8")).toBe("precious\n");
  });

  it("refuses results that someone has sorted, and leaves them as they are", async () => {
    const out = join(folder, "sorted.csv");
    const input = put("sorted-in.csv", "name\nKim\nLee\nPark\n");
    await run(input, out, "csv");
    const [header = "", ...rest] = lines(out);
    const sorted = `${[header, ...rest.toReversed()].join("\n")}\n`;
    writeFileSync(out, sorted);
    await expect(run(input, out, "csv")).rejects.toThrow("was changed by another hand");
    expect(readFileSync(out, "utf8")).toBe(sorted);
  });

  it("keeps a second run away from results that are being written, and takes over from one that was killed", async () => {
    const out = join(folder, "locked.csv");
    const input = put("locked-in.csv", "name\nKim\n");
    writeFileSync(`${out}.lock`, `${process.pid}\n`);
    // The clock of these runs stands at 1970, so that a lock just written is fresh.
    await expect(run(input, out, "csv")).rejects.toThrow("another run is writing it");
    writeFileSync(`${out}.lock`, "999999999\n");
    expect(await run(input, out, "csv")).toEqual({ rows: 1, hits: 1, errors: 0 });
  });

  it("writes a name that a spreadsheet would run as a formula with an apostrophe", async () => {
    const out = join(folder, "formula.csv");
    await run(put("formula-in.csv", 'name\n"=HYPERLINK(""http://x"")"\n'), out, "csv");
    expect(lines(out)[1]).toBe(`1,2,,"'=HYPERLINK(""http://x"")",no-hit,0,,,,,,,,,,`);
  });
});
