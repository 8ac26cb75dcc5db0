import { sayDay } from "../day.ts";
import { coverageOn } from "../snapshot/listing-state.ts";
import type { Finding } from "../verdict.ts";
import type { Question } from "./world.ts";

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** What the lists held cannot show of that day, in a sentence each. */
export function reservationsOn({ world, day }: Question): readonly string[] {
  const scope = world.policy.screen.lists;
  const lists = world.snapshot.lists.filter(
    ({ id, kind }) => kind !== "allow" && kind !== "watch" && (scope === null || scope.includes(id)),
  );
  const uncovered: string[] = [];
  const old: string[] = [];
  for (const list of lists) {
    const coverage = coverageOn(list, day);
    if (coverage.kind === "not-covered") {
      uncovered.push(`${list.title} (oldest ${coverage.oldest === null ? "none" : sayDay(coverage.oldest)})`);
      continue;
    }
    const age = daysBetween(coverage.edition.date, day);
    if (age > world.policy.editionAgeDaysMax)
      old.push(`${list.title} (${sayDay(coverage.edition.date)}, ${age} days before)`);
  }
  return [
    ...(uncovered.length === 0
      ? []
      : [
          `No edition of ${sayDay(day)} or before is held of: ${uncovered.join(", ")}. For these the answer rests on the days of listing that are stated; who stood on them then and has left since cannot be seen.`,
        ]),
    ...(old.length === 0
      ? []
      : [
          `The newest edition held that was in force on ${sayDay(day)} is old for: ${old.join(", ")}. Who was listed in between may not be seen.`,
        ]),
    ...(lists.length === 0 ? ["No list is loaded: nobody was screened."] : []),
  ];
}

/** Paragraphs that were not read in the source named are said to be so: they must be confirmed before they are relied on. */
export function basisReservation(findings: readonly Finding[]): readonly string[] {
  const unread = findings
    .filter(({ effect }) => effect !== "note")
    .flatMap(({ citations }) =>
      citations.flatMap((citation) =>
        citation.kind === "measure" && citation.basis === "background"
          ? [`${citation.instrument}${citation.paragraph === "" ? "" : ` ${citation.paragraph}`}`]
          : [],
      ),
    );
  if (unread.length === 0) return [];
  return [
    `Stated from background knowledge in part, and to be confirmed in the source before it is relied on: ${[...new Set(unread)].sort().join("; ")}.`,
  ];
}
