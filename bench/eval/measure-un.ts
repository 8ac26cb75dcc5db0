import type { Subject } from "../../src/engine/match/subject.ts";
import { shareOf } from "../../src/service/evaluation/curve.ts";
import { readRows } from "./data-file.ts";
import type { Figure, Row } from "./figure.ts";
import type { Parties, Party } from "./parties.ts";
import { screenSubjects } from "./screen-all.ts";

type Case = { readonly subject: Subject; readonly right: readonly string[] };

function casesOf(file: string, parties: Parties): { readonly cases: readonly Case[]; readonly gone: number } {
  const byId = new Map<string, Party>(parties.all.map((party) => [party.entity.id, party]));
  const rows = readRows(file);
  const cases = rows.flatMap((row): Case[] => {
    const right = parties.bearersOf(row.listed_name ?? "");
    const onUn = right.some((id) => byId.get(id)?.lists.includes("un-sc") === true);
    if (!onUn) return [];
    const schema = right.some((id) => byId.get(id)?.kind === "person") ? "Person" : "Organization";
    const facts = Object.entries({ birthDate: row.date_of_birth, nationality: row.nationality });
    const stated = facts.flatMap(([property, value]) =>
      value === undefined || value === "" ? [] : [[property, [value]] as const],
    );
    return [
      {
        subject: { schema, properties: { name: [row.full_name ?? ""], ...Object.fromEntries(stated) } },
        right,
      },
    ];
  });
  return { cases, gone: rows.length - cases.length };
}

/** The Security Council's own names, clean and with errors: is the entry meant the first match? */
export async function unFigure(file: string, parties: Parties): Promise<Figure> {
  const rows: Row[] = [];
  for (const [name, data, reach] of [
    ["clean", "un-positives-clean.csv", 100],
    ["with errors", "un-positives-typos.csv", 99.5],
  ] as const) {
    const { cases, gone } = casesOf(data, parties);
    const screened = await screenSubjects(
      file,
      cases.map(({ subject }) => subject),
      1,
    );
    const answered = cases.map((one, at) => ({ ...one, first: screened[at]?.matches[0]?.id ?? "" }));
    const share = shareOf(answered, ({ right, first }) => right.includes(first));
    rows.push({
      name,
      n: share.n,
      value: share.value * 100,
      low: share.low * 100,
      high: share.high * 100,
      reach,
      more: { "no longer listed": gone },
    });
  }
  return {
    id: "un-positives",
    title: "The Security Council's own names: right party first",
    about:
      "Labelled customers who are on the UN list, with date and nationality as given. Rows whose name the newest edition no longer bears are left out and counted.",
    unit: "percent",
    rows,
  };
}
