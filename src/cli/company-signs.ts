import { type FrontFlag, frontFlags } from "../engine/network/fronts/front-flag.ts";
import { nearestListed } from "../engine/network/fronts/nearest-listed.ts";
import { type CompanyRow, companyRecords, type RecordedCompany } from "../engine/redflags/company-records.ts";
import { Fault } from "../fault.ts";
import type { Context } from "./command.ts";
import { frontWorld } from "./front-world.ts";
import type { Language } from "./language.ts";
import { paint, paragraph, type Terminal } from "./terminal.ts";

/** A company of the records, and the signs that it stands in front of a listed party. */
export type CompanySigns = RecordedCompany & { readonly flags: readonly FrontFlag[] };

/** Asks the lists at hand about the companies that records name. Says so and goes on where there are no lists. */
export async function companySigns(
  context: Context,
  rows: readonly CompanyRow[],
  day: string,
): Promise<readonly CompanySigns[]> {
  if (rows.length === 0) return [];
  const opened = await context.openLists().catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error;
    context.terminal.warn(`sluice: companies were not compared with the lists: ${error.message}\n`);
    return null;
  });
  if (opened === null) return [];
  const { snapshot } = opened;
  const { book, companies } = companyRecords(rows);
  const world = frontWorld(snapshot, book);
  return companies.flatMap((company) => {
    const search = nearestListed(world, company.id, day);
    const flags = frontFlags({ world, party: company.id, day, search });
    return flags.length === 0 ? [] : [{ ...company, flags }];
  });
}

/** The companies with their signs, step by step, each with what else it may mean. */
export function printCompanySigns(
  terminal: Terminal,
  all: readonly CompanySigns[],
  language: Language,
): string {
  if (all.length === 0) return "";
  const of = ({ name, accounts, flags }: CompanySigns): string =>
    [
      paragraph(terminal, { mark: "  ", text: `${name} (${accounts.join(", ")})` }),
      ...flags.flatMap((flag) => [
        paragraph(terminal, {
          mark: `  ${flag.rule} ${flag.severity.padEnd(6)} `,
          text: flag.title[language],
          paint: (line) => paint(terminal, "yellow", line),
        }),
        ...flag.evidence.map((row) => paragraph(terminal, { mark: "     · ", text: row[language] })),
        paragraph(terminal, {
          mark: "     ",
          text: `${language === "en" ? "Or else" : "다른 해석"}: ${flag.innocent[language]}`,
        }),
      ]),
    ].join("");
  return `\n${paint(terminal, "bold", "Companies of the records, and the lists")}\n${all.map(of).join("")}`;
}
