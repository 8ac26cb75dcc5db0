import { auDfatXlsx } from "./au-dfat-xlsx/read.ts";
import { caSemaXml } from "./ca-sema-xml/read.ts";
import { chSecoJsonl } from "./ch-seco-jsonl/read.ts";
import { chSecoXml } from "./ch-seco-xml/read.ts";
import { digitalCurrency } from "./digital-currency/read.ts";
import { euFsfJsonl } from "./eu-fsf-jsonl/read.ts";
import { euFsfXml } from "./eu-fsf-xml/read.ts";
import { ftmJsonl } from "./ftm-jsonl/read.ts";
import { jpMetiXlsx } from "./jp-meti-xlsx/read.ts";
import { jpMofXlsx } from "./jp-mof-xlsx/read.ts";
import { ofacAdvancedXml } from "./ofac-advanced-xml/read.ts";
import { ofacEnhancedXml } from "./ofac-enhanced-xml/read.ts";
import { ofacLegacyCsv } from "./ofac-legacy-csv/read.ts";
import { ofacSdnXml } from "./ofac-sdn-xml/read.ts";
import { ofsiConlist } from "./ofsi-conlist/read.ts";
import { plainCsv } from "./plain-csv/read.ts";
import type { ListReader, SourceFile } from "./reader.ts";
import { ukSanctionsCsv } from "./uk-sanctions-csv/read.ts";
import { ukSanctionsTables } from "./uk-sanctions-tables/read.ts";
import { ukSanctionsXml } from "./uk-sanctions-xml/read.ts";
import { un1718Vessels } from "./un-1718-vessels/read.ts";
import { unXml } from "./un-xml/read.ts";
import { usCsl } from "./us-csl/read.ts";

/** Every format that Sluice reads, the most particular first: a plain CSV takes what no other recognizes. */
export const FORMATS: readonly ListReader[] = [
  ofacAdvancedXml,
  ofacEnhancedXml,
  ofacSdnXml,
  ofacLegacyCsv,
  usCsl,
  digitalCurrency,
  unXml,
  ukSanctionsXml,
  ukSanctionsCsv,
  ukSanctionsTables,
  ofsiConlist,
  auDfatXlsx,
  euFsfXml,
  euFsfJsonl,
  caSemaXml,
  chSecoXml,
  chSecoJsonl,
  un1718Vessels,
  jpMofXlsx,
  jpMetiXlsx,
  ftmJsonl,
  plainCsv,
];

/** The reader of a format by its name, or null. */
export function readerOf(format: string): ListReader | null {
  return FORMATS.find((reader) => reader.format === format) ?? null;
}

/** The reader whose format the files have by their content, or null where none knows them. */
export function recognize(files: readonly SourceFile[]): ListReader | null {
  return FORMATS.find((reader) => reader.recognizes(files)) ?? null;
}
