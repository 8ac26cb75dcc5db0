import { sayDay } from "../day.ts";
import { scoreOf } from "../redflags/case.ts";
import type { PartyFlags } from "../redflags/party-flags.ts";
import { bundledRules, publishedOn, type Rule, type RuleBook } from "../redflags/rule.ts";
import type { Party, Transaction } from "../transaction.ts";
import type { Citation, Finding } from "../verdict.ts";
import { sayParty } from "./parties.ts";
import type { Question } from "./world.ts";

/** Rows of evidence in one finding: the first of each rule, then more while there is room. */
const EVIDENCE_MAX = 60;

function citeRule(book: RuleBook, rule: Rule): Citation {
  const [key = ""] = rule.sources;
  const source = book.sources.get(key);
  return {
    kind: "indicator",
    id: rule.id,
    title: rule.title.en,
    severity: rule.severity,
    publishedOn: publishedOn(book, rule),
    basis: rule.basis,
    source: source === undefined ? key : `${source.title}, ${source.address}`,
  };
}

/** True where a transaction carries flags of a party: what rules were applied is then part of its verdict. */
export function hasRedFlags({ parties }: Transaction): boolean {
  return parties.some(({ redFlags }) => redFlags !== undefined);
}

function rulesOf(book: RuleBook, { flags }: PartyFlags): readonly Rule[] {
  const ids = new Set(flags.map(({ rule }) => rule));
  return book.rules.filter(({ id }) => ids.has(id));
}

function partyFinding(book: RuleBook, party: Party, about: string, redFlags: PartyFlags): Finding {
  const known = redFlags.flags.flatMap((flag) => {
    const rule = book.byId.get(flag.rule);
    return rule === undefined ? [] : [{ flag, rule }];
  });
  const score = scoreOf(
    known.map(({ flag, rule }) => ({
      rule: rule.id,
      account: flag.account,
      severity: rule.severity,
      group: rule.group,
      weight: rule.weight,
      on: flag.on,
      words: rule.reason,
      innocent: rule.innocent,
      evidence: flag.evidence,
      rows: flag.evidence.length,
    })),
    redFlags.accounts.length,
  );
  // A rule that this version does not know was raised by another: somebody has to look at it.
  const unknown = known.length < redFlags.flags.length;
  const opens = score.opens || unknown;
  const rules = rulesOf(book, redFlags);
  const titles = rules
    .filter(({ severity }) => severity === "high")
    .slice(0, 3)
    .map(({ title }) => title.en.toLowerCase());
  const accounts =
    redFlags.accounts.length === 1 ? "The account" : `The ${redFlags.accounts.length} accounts`;
  return {
    finding: opens ? "red-flags" : "red-flags-weak",
    effect: opens ? "refers" : "note",
    about,
    words: `${accounts} behind ${sayParty(party)} show ${rules.length} red flags of disguised work${titles.length === 0 ? "" : `, such as ${titles.join("; ")}`}. ${unknown ? "One of them this version does not know." : score.because}`,
    citations: rules.map((rule) => citeRule(book, rule)),
    evidence: redFlags.flags
      .map(({ rule, words }) => ({
        fact: rule,
        query: words,
        listed: null,
        weight: book.byId.get(rule)?.weight ?? null,
      }))
      .filter(
        (row, at, all) => all.findIndex(({ fact, query }) => fact === row.fact && query === row.query) === at,
      )
      .slice(0, EVIDENCE_MAX),
    wouldChange: opens
      ? ["A person's decision on the case, after the worker was heard: each flag has innocent explanations."]
      : [],
    step: "redflags",
  };
}

/** What the accounts behind the parties show. Flags refer or are noted; they never prohibit and never clear. */
export function redFlagFindings({ transaction }: Question): readonly Finding[] {
  const book = bundledRules();
  return transaction.parties.flatMap((party, index) =>
    party.redFlags === undefined ? [] : [partyFinding(book, party, `party:${index + 1}`, party.redFlags)],
  );
}

/** Says which indicators stood in no text yet on the day: who is asked about that day could not have read of them. */
export function redFlagReservations({ transaction, day }: Question): readonly string[] {
  const book = bundledRules();
  const later = transaction.parties.flatMap(({ redFlags }) =>
    redFlags === undefined
      ? []
      : rulesOf(book, redFlags).filter((rule) => (publishedOn(book, rule) ?? "") > day),
  );
  if (later.length === 0) return [];
  const ids = [...new Set(later.map(({ id }) => id))].sort();
  return [
    `The indicators ${ids.join(", ")} were published after ${sayDay(day)}: they are applied to that day in hindsight.`,
  ];
}
