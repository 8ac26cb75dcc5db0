import { z } from "zod";
import bundled from "../../../../data/redflags/tables.json" with { type: "json" };

const list = z.array(z.string().min(1)).readonly();

const tablesSchema = z.object({
  note: z.string(),
  vpnServices: list,
  remotePorts: z.array(z.int()).readonly(),
  remoteTools: list,
  keepAwakePrograms: list,
  kvmDevices: list,
  chineseRails: list,
  cryptoRails: list,
  stablecoins: list,
  places: z.array(z.object({ name: z.string(), country: z.string().nullable() }).readonly()).readonly(),
  continents: z.record(z.string(), z.string()),
  schoolCountries: list,
  jobCountries: list,
});

const tables = tablesSchema.parse(bundled);

/** The lists of names that rules look things up in: data, reviewed like the rules. */
export const TABLES: Omit<z.infer<typeof tablesSchema>, "continents"> & {
  /** The continent of a country's code. */
  readonly continentOf: ReadonlyMap<string, string>;
} = {
  ...tables,
  continentOf: new Map(
    Object.entries(tables.continents).flatMap(([continent, codes]) =>
      codes.split(" ").map((code) => [code, continent] as const),
    ),
  ),
};

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The entry of a table that a text names, or null. */
export function named(text: string, table: readonly string[]): string | null {
  const words = plain(text);
  return table.find((entry) => words.includes(plain(entry))) ?? null;
}
