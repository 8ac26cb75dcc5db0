import type { Subject } from "../match/subject.ts";
import type { ScreenMatch } from "../screen.ts";
import type { Finding } from "../verdict.ts";
import { suppressionFor } from "./suppression.ts";
import type { Question } from "./world.ts";

/** A hit on a party that a finding refers or prohibits, with what the matcher saw: what a person is to look at. */
export type PartyHit = {
  readonly about: string;
  readonly words: string;
  readonly subject: Subject;
  readonly match: ScreenMatch;
};

/** The hits behind a verdict's findings on parties, without those that a false positive settles. */
export function partyHits(
  { world: { snapshot, suppressions }, transaction, day, screen }: Question,
  findings: readonly Finding[],
): readonly PartyHit[] {
  return transaction.parties.flatMap((party, index) => {
    const about = `party:${index + 1}`;
    const finding = findings.find(
      (one) =>
        one.about === about &&
        one.step === "screen" &&
        (one.effect === "refers" || one.effect === "prohibits"),
    );
    if (finding === undefined) return [];
    const subject: Subject = { schema: party.schema, properties: party.properties };
    return screen(subject)
      .matches.filter(
        ({ hit, id }) => hit && suppressionFor(suppressions, snapshot, { subject, entity: id, day }) === null,
      )
      .map((match) => ({ about, words: finding.words, subject, match }));
  });
}
