import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import { isCountryCode } from "../entity/country.ts";
import { type Entity, valuesOf } from "../entity/entity.ts";
import { edgeOf, isA, isSchema, propertyOf } from "../entity/model.ts";
import { isPartialDate } from "../entity/partial-date.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "./reader.ts";

export type ReaderCase = {
  /** The files of one edition, cut down to a size that can be read some hundred times. */
  readonly files: readonly SourceFile[];
  readonly context?: ReadContext;
  /** True where each row is one party: then rows are targets plus rejected, whatever was done to the file. */
  readonly rowPerTarget?: boolean;
  /** How many mutated editions are read; fewer for large fixtures. */
  readonly runs?: number;
};

const CONTEXT: ReadContext = { prefix: "zz-test", authority: "Test Authority", country: "un" };
/** A mutated fixture that takes longer than this hangs, for all that a user knows. */
const READ_MS_MAX = 5_000;
const HTML = "<!DOCTYPE html><html><head><title>503</title></head><body>Service Unavailable</body></html>";

function broken(entity: Entity, byId: ReadonlyMap<string, Entity>): readonly string[] {
  if (!isSchema(entity.schema)) return [`${entity.id}: schema ${entity.schema}`];
  return Object.entries(entity.properties).flatMap(([name, values]) => {
    const property = propertyOf(entity.schema, name);
    if (property === null) return [`${entity.id}: ${entity.schema} has no ${name}`];
    const wrong = values.filter((value) => {
      if (value === "" || value !== value.trim()) return true;
      if (property.type === "country") return !isCountryCode(value);
      if (property.type === "date") return !isPartialDate(value);
      if (property.type !== "entity") return false;
      const other = byId.get(value);
      return other === undefined || (property.range !== null && !isA(other.schema, property.range));
    });
    const repeated = new Set(values).size < values.length ? ["repeated"] : [];
    return [...wrong, ...repeated].map((value) => `${entity.id}: ${name} ${value}`);
  });
}

/** Everything that any reader promises of what it gives, whether its source was whole or not. */
export function expectWellFormed(content: EditionContent, context: ReadContext): void {
  const byId = new Map(content.entities.map((entity) => [entity.id, entity]));
  expect(byId.size, "ids are distinct").toBe(content.entities.length);
  expect(content.entities.flatMap((entity) => broken(entity, byId)).slice(0, 20)).toEqual([]);
  expect(content.entities.filter(({ id }) => !id.startsWith(`${context.prefix}-`))).toEqual([]);
  const targets = new Set(
    content.entities
      .filter(({ schema }) => schema === "Sanction")
      .flatMap((sanction) => valuesOf(sanction, "entity")),
  );
  expect(content.report.targets).toBe(targets.size);
  expect(targets.size).toBeGreaterThan(0);
  const nameless = content.entities.filter(
    ({ id, schema, properties }) =>
      targets.has(id) && edgeOf(schema) === null && !properties.name && !properties.publicKey,
  );
  expect(
    nameless.map(({ id }) => id),
    "every target has a name",
  ).toEqual([]);
  expect(content.report.rows).toBeGreaterThanOrEqual(content.report.rejected.length);
  for (const row of content.report.rejected) {
    expect(row.where, "a rejected row says where it stands").not.toBe("");
    expect(row.reason).not.toBe("");
    expect(row.text.length).toBeLessThanOrEqual(500);
  }
  if (content.date !== null) expect(content.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

type Mutation = (bytes: Uint8Array) => Uint8Array;

function onLines(change: (lines: string[]) => void): Mutation {
  return (bytes) => {
    const lines = Buffer.from(bytes).toString("latin1").split("\n");
    change(lines);
    return new Uint8Array(Buffer.from(lines.join("\n"), "latin1"));
  };
}

const MUTATIONS: fc.Arbitrary<Mutation> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((part): Mutation => {
    return (bytes) => bytes.slice(0, Math.floor(bytes.length * part));
  }),
  fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((flips): Mutation => {
    return (bytes) => {
      const copy = bytes.slice();
      for (const [at, byte] of flips) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    };
  }),
  fc.nat().map((at) => onLines((lines) => lines.splice(at % lines.length, 1))),
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) =>
    onLines((lines) => {
      lines.splice(to % lines.length, 0, lines[from % lines.length] ?? "");
    }),
  ),
  fc.nat().map((at) => onLines((lines) => lines.splice(at % lines.length, 0, HTML))),
  fc.constant<Mutation>(() => new TextEncoder().encode(HTML)),
  fc.constant<Mutation>(() => new Uint8Array()),
  fc.constant<Mutation>((bytes) => bytes.map((byte) => byte & 0x7f)),
  fc.constant<Mutation>(
    (bytes) => new Uint8Array(Buffer.from(`\ufeff${Buffer.from(bytes).toString("utf8")}`, "utf16le")),
  ),
  fc.constant<Mutation>(
    (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString("utf8"), "latin1")),
  ),
);

/** Runs what every list reader promises: recognition by content, well-formed entities, the same bytes twice, and only Faults. */
export function readerContract(reader: ListReader, given: ReaderCase): void {
  const context = given.context ?? CONTEXT;

  const readOrFault = async (files: readonly SourceFile[]): Promise<EditionContent | Fault> => {
    try {
      return await reader.read(files, context);
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  };

  describe(`${reader.format} keeps the contract of list readers`, () => {
    test("it recognizes its files by content and nothing else", () => {
      const renamed = given.files.map(({ bytes }, index) => ({ name: `file-${index}`, bytes }));
      expect(reader.recognizes(renamed)).toBe(true);
      for (const bytes of [HTML, "", "a,b,c\n1,2,3\n", "{}", "<other/>", "\u001f\u008b"]) {
        expect(reader.recognizes([{ name: "x", bytes: new TextEncoder().encode(bytes) }]), bytes).toBe(false);
      }
      expect(reader.recognizes([])).toBe(false);
    });

    test("the edition is well-formed, accounted for and the same when read twice", async () => {
      const content = await reader.read(given.files, context);
      expectWellFormed(content, context);
      expect(content.report.format).toBe(reader.format);
      expect(content.report.basis).toBe(reader.basis);
      if (given.rowPerTarget === true) {
        expect(content.report.rows).toBe(content.report.targets + content.report.rejected.length);
      }
      expect(await reader.read(given.files, context)).toEqual(content);
    });

    test("a file that was damaged on its way gives an edition or a Fault, soon and accounted for", async () => {
      await fc.assert(
        fc.asyncProperty(MUTATIONS, fc.nat(), async (mutate, which) => {
          const files = given.files.map((file, index) =>
            index === which % given.files.length ? { name: file.name, bytes: mutate(file.bytes) } : file,
          );
          const begun = performance.now();
          const content = await readOrFault(files);
          expect(performance.now() - begun).toBeLessThan(READ_MS_MAX);
          reader.recognizes(files);
          if (content instanceof Fault) return;
          expectWellFormed(content, context);
          if (given.rowPerTarget === true) {
            // A damaged reference may be that of another entry, whose second row this then is.
            const { rows, targets, rejected } = content.report;
            expect(rows).toBeGreaterThanOrEqual(targets + rejected.length);
          }
        }),
        { numRuns: given.runs ?? 100 },
      );
    });
  });
}
