import type { Actor } from "../../screening/alerts/alert-state.ts";
import { type CaseReportKind, draftFromCase } from "../../screening/reports/case-draft.ts";
import { EMPTY_FIELDS, type ReportFields } from "../../screening/reports/report-fields.ts";
import type { LegalReport } from "../../screening/reports/report-store.ts";
import { readCase, type WorkerCase } from "../cases/case-store.ts";
import type { ReportId } from "../cases/playbook.ts";
import { loadStates } from "../events/state-store.ts";
import { type Hold, listHolds } from "../holds/hold-store.ts";
import { plainOf, type WorkersTransaction } from "../tables.ts";
import { type AccountFacts, accountFacts } from "./account-facts.ts";
import { narrativeOf, sayAmount } from "./prefilled-report.ts";

/** The reports of a case that the desk of reports keeps, with its days and its fields. */
export const DESK_KINDS = {
  "ofac-blocked": "blocked-property",
  "ofac-rejected": "rejected-transaction",
} as const satisfies Partial<Record<ReportId, CaseReportKind>>;
export type DeskReportId = keyof typeof DESK_KINDS;
export const DESK_REPORT_IDS = Object.keys(DESK_KINDS) as readonly DeskReportId[];

/** What became of the money that each report tells of. */
const ENDINGS = { "ofac-blocked": "blocked", "ofac-rejected": "returned" } as const;

/** Holds, accounts and characters that the desk's fields have room for. */
const HOLDS_MAX = 200;
const PARTIES_MAX = 200;
const TEXT_CHARS_MAX = 4_000;
const NARRATIVE_CHARS_MAX = 20_000;

const cut = (values: readonly string[]): string => values.join("; ").slice(0, TEXT_CHARS_MAX);

/** All payouts in one sum, where they are of one currency and none is without an amount. */
function sumOf(holds: readonly Hold[]): ReportFields["value"] {
  const [first] = holds.flatMap(({ amount }) => amount ?? []);
  const amounts = holds.map(({ amount }) => amount);
  if (first === undefined || amounts.some((one) => one?.currency !== first.currency))
    return EMPTY_FIELDS.value;
  const scale = Math.max(...amounts.map((one) => one?.scale ?? 0));
  const sum = amounts.reduce(
    (total, one) => total + BigInt(one?.amount ?? 0) * 10n ** BigInt(scale - (one?.scale ?? 0)),
    0n,
  );
  const digits = sum.toString().padStart(scale + 1, "0");
  const amount = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return {
    ...EMPTY_FIELDS.value,
    amount,
    currency: first.currency,
    usd: first.currency === "USD" ? amount : "",
  };
}

function partyOf(account: string, facts: AccountFacts | undefined): ReportFields["parties"][number] {
  return {
    role: "account holder",
    name: cut(facts?.names ?? []),
    address: cut(facts?.addresses ?? []),
    country: facts?.country ?? "",
    account: cut([account, ...(facts?.payoutAccounts ?? [])]),
  };
}

/** What a case knows of a report's fields. Whose property it is by law, a person states: a red flag is no listing. */
function fieldsOf(
  one: WorkerCase,
  known: {
    readonly facts: ReadonlyMap<string, AccountFacts>;
    readonly holds: readonly Hold[];
    readonly organization: string;
    readonly eventOn: string;
  },
): ReportFields {
  const { facts, holds, organization, eventOn } = known;
  return {
    ...EMPTY_FIELDS,
    filer: { ...EMPTY_FIELDS.filer, name: organization },
    eventOn,
    legalAuthority: "North Korea Sanctions Regulations, 31 CFR part 510 (to be confirmed)",
    parties: one.cluster.accounts
      .slice(0, PARTIES_MAX)
      .map((account) => partyOf(account, facts.get(account))),
    property: {
      ...EMPTY_FIELDS.property,
      description: cut(
        holds.map((hold) =>
          [`Payout ${hold.reference}`, sayAmount(hold)].filter((text) => text !== "").join(", "),
        ),
      ),
      references: [...new Set(holds.map(({ reference }) => reference.slice(0, 200)))],
    },
    value: sumOf(holds),
    narrative: narrativeOf(one).slice(0, NARRATIVE_CHARS_MAX),
  };
}

/**
 * Starts the draft of an OFAC report at the desk of reports, from the payouts of a case that were blocked or returned, or,
 * where none was yet, from those that are held; its day is the first of theirs. The draft that stands where there is one.
 */
export async function startDeskDraft(
  trx: WorkersTransaction,
  asked: {
    readonly organizationId: string;
    readonly organization: string;
    readonly caseId: string;
    readonly report: DeskReportId;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<LegalReport> {
  const { organizationId, organization, caseId, report, by, at } = asked;
  const one = await readCase(trx, caseId);
  const accounts = one.cluster.accounts;
  const all = await listHolds(trx, { accounts }, { after: null, limit: HOLDS_MAX });
  const ended = all.filter(({ ending }) => ending === ENDINGS[report]);
  const holds = ended.length > 0 ? ended : all.filter(({ ending }) => ending === null);
  const states = await loadStates(trx, accounts);
  const facts = new Map([...states].map(([account, state]) => [account, accountFacts(state)]));
  const days = ended.flatMap(({ endedAt }) => endedAt?.slice(0, 10) ?? []).sort();
  const eventOn = days[0] ?? at.toISOString().slice(0, 10);
  return draftFromCase(plainOf(trx), {
    organizationId,
    caseId: one.id,
    kind: DESK_KINDS[report],
    fields: fieldsOf(one, { facts, holds, organization, eventOn }),
    eventOn,
    by,
    at,
  });
}
