import { Fault } from "../fault.ts";
import { basisReservation, reservationsOn } from "./check/coverage.ts";
import { goodsFindings } from "./check/goods.ts";
import { type PartyHit, partyHits } from "./check/hits.ts";
import { networkFindings } from "./check/network.ts";
import { sayParty, screenSubject } from "./check/parties.ts";
import { hasRedFlags, redFlagFindings, redFlagReservations } from "./check/redflags.ts";
import { applyWaivers, waivePartyFindings } from "./check/waived.ts";
import { workFindings } from "./check/work.ts";
import { boundJurisdictions, type Question, screenOnce, type World } from "./check/world.ts";
import { isDay, sayDay } from "./day.ts";
import { sha256 } from "./digest.ts";
import { canonicalJson, type Json } from "./json.ts";
import { bundledRules } from "./redflags/rule.ts";
import type { Transaction } from "./transaction.ts";
import type { Answer, Finding, Verdict } from "./verdict.ts";

/**
 * May this go through? Pure: the same world, transaction and day give the same verdict, byte for byte in canonical
 * JSON. `at` is a day or an instant (ISO 8601, UTC); throws `input-invalid` where it is neither.
 */
export function check(world: World, transaction: Transaction, at: string): Verdict {
  return decide(questionOf(world, transaction, at));
}

/** A verdict with the hits that a person is to look at. */
export type Checked = { readonly verdict: Verdict; readonly hits: readonly PartyHit[] };

/** As `check`, with the hits behind it. */
export function checkWithHits(world: World, transaction: Transaction, at: string): Checked {
  const question = questionOf(world, transaction, at);
  const verdict = decide(question);
  return { verdict, hits: partyHits(question, verdict.findings) };
}

function questionOf(world: World, transaction: Transaction, at: string): Question {
  const day = at.slice(0, 10);
  if (!isDay(day) || (at.length > 10 && !/^T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/.test(at.slice(10)))) {
    throw new Fault({
      code: "input-invalid",
      file: "check",
      where: "at",
      reason: `“${at}” is not a day (YYYY-MM-DD) or an instant in UTC`,
    });
  }
  return {
    world,
    transaction,
    at,
    day,
    screen: screenOnce(world, day),
    bound: boundJurisdictions(transaction),
  };
}

function decide(question: Question): Verdict {
  const { world, transaction, at, day } = question;
  const parties = transaction.parties.flatMap((party, index) => {
    const about = `party:${index + 1}`;
    const screened = screenSubject(question, { subject: party, about, words: sayParty(party) });
    const known = new Set(
      screened
        .filter(({ finding }) => finding.startsWith("party-listed"))
        .flatMap(({ citations }) =>
          citations.flatMap((citation) => (citation.kind === "listing" ? [entryOf(citation)] : [])),
        ),
    );
    // A party that is listed itself shares its own address; to say so again would only hide the rest.
    const linked = networkFindings(question, party, about, screened).filter(
      ({ finding, citations }) =>
        !/^(address|phone|email|website)-shared/.test(finding) ||
        !citations.some((citation) => citation.kind === "listing" && known.has(entryOf(citation))),
    );
    return [...screened, ...linked];
  });
  const goods = goodsFindings(question);
  const work = workFindings(question);
  const all = sortFindings([
    ...(transaction.parties.length === 0 ? [NO_PARTY] : []),
    ...waivePartyFindings(question, parties),
    ...redFlagFindings(question),
    ...applyWaivers(question, [...goods.prohibitions, ...work.prohibitions]),
    ...goods.findings,
    ...work.findings,
  ]);
  const answer = combine(all);
  return {
    answer,
    at,
    summary: summarize(answer, all, transaction, day),
    findings: all,
    wouldChange: [
      ...new Set(
        all
          .filter(({ effect }) => effect === "prohibits" || effect === "refers")
          .flatMap(({ wouldChange }) => wouldChange.filter((words) => words !== "")),
      ),
    ],
    reservations: [...reservationsOn(question), ...basisReservation(all), ...redFlagReservations(question)],
    of: {
      transaction: hashOf(transaction as unknown as Json),
      snapshot: world.snapshot.hash,
      measures: world.measures.hash,
      waivers: world.waivers.map((waiver) => hashOf(waiver as unknown as Json)).sort(),
      policy: hashOf(world.policy as unknown as Json),
      ...(world.suppressions.length === 0
        ? {}
        : { suppressions: world.suppressions.map(({ reference }) => reference).sort() }),
      ...(hasRedFlags(transaction) ? { redFlags: bundledRules().hash } : {}),
    },
  };
}

const NO_PARTY: Finding = {
  finding: "parties-missing",
  effect: "refers",
  about: "transaction",
  words: "No party is named, so nobody could be screened.",
  citations: [],
  evidence: [],
  wouldChange: ["The parties to the transaction."],
  step: "screen",
};

const entryOf = ({ list, entry }: { readonly list: string; readonly entry: string }) => `${list} ${entry}`;

const hashOf = (value: Json) => sha256(canonicalJson(value));

/** One uncovered prohibition prohibits; else one doubt refers; else what was forbidden and is waived is permitted. */
export function combine(findings: readonly Finding[]): Answer {
  const has = (effect: Finding["effect"]) => findings.some((finding) => finding.effect === effect);
  if (has("prohibits")) return "prohibited";
  if (has("refers")) return "refer";
  return has("permits") ? "permitted" : "clear";
}

const EFFECTS: Readonly<Record<Finding["effect"], number>> = { prohibits: 0, refers: 1, permits: 2, note: 3 };

/** The gravest first; within an effect in the order of the transaction. */
function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => EFFECTS[a.finding.effect] - EFFECTS[b.finding.effect] || a.index - b.index)
    .map(({ finding }) => finding);
}

function summarize(answer: Answer, findings: readonly Finding[], { kind }: Transaction, day: string): string {
  const on = sayDay(day);
  const because = (effect: Finding["effect"]) => {
    const [first, ...others] = findings.filter((finding) => finding.effect === effect);
    const more =
      others.length === 0 ? "" : ` (and ${others.length} more ${others.length === 1 ? "reason" : "reasons"})`;
    return `${first?.words ?? ""}${more}`;
  };
  switch (answer) {
    case "prohibited":
      return `This ${kind} is prohibited on ${on}. ${because("prohibits")}`;
    case "refer":
      return `This ${kind} must not pass on ${on} before a person has decided. ${because("refers")}`;
    case "permitted":
      return `This ${kind} is permitted on ${on}: what is forbidden in it is covered by waivers in every part.`;
    case "clear": {
      // What is not in force that day, or no longer: the reader of a clear answer must not miss it.
      const [note] = findings.filter(({ finding }) =>
        /not-yet-listed|delisted|later$|namesake/.test(finding),
      );
      const but = note === undefined ? "" : ` ${note.words}`;
      return `This ${kind} may pass on ${on}: nothing found forbids it on that day.${but}`;
    }
  }
}
