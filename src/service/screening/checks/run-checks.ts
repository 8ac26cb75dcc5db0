import { sha256 } from "../../../engine/digest.ts";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { fingerprint, subjectFacts } from "../../../engine/match/identity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import type { Transaction } from "../../../engine/transaction.ts";
import type { Verdict } from "../../../engine/verdict.ts";
import { parseWaiver, type Waiver } from "../../../engine/waivers/waiver.ts";
import { Fault } from "../../../fault.ts";
import { groupCommit } from "../../../platform/database/group-commit.ts";
import { timed } from "../../../platform/telemetry/stages.ts";
import { heldWaivers } from "../../waivers/held-waivers.ts";
import type { Caller } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPolicyOf } from "../policy/policy.ts";
import { recordDaySchema } from "../storable.ts";
import { plainOf } from "../tables.ts";
import { type CheckSetting, readSetting, settledOn } from "./check-setting.ts";
import { readChecks, type StoredCheck } from "./check-store.ts";
import { checkKeeper, type Decided, type Keeping, type Kept } from "./keep-checks.ts";

/** What is asked: transactions, the moment that the answers are for, the waivers relied on. */
export type CheckAsked = {
  readonly transactions: readonly Transaction[];
  /** A day or an instant; null for now. */
  readonly at: string | null;
  readonly waivers: readonly unknown[];
  readonly many: boolean;
  /** What the caller calls this request, so that it can be sent twice and be done once. */
  readonly idempotencyKey: string | null;
};

/** The checks, in the order asked, and whether they were made before under the same key. */
export type CheckedAll = { readonly checks: readonly StoredCheck[]; readonly replayed: boolean };

/** Lists and policy may change while a check is under way; more often than this in a row is no coincidence. */
const ATTEMPTS_MAX = 5;

/** Requests kept in one transaction: the last of them waits for all, and all of them for one disk. */
const REQUESTS_AT_ONCE = 32;
/** Organisations whose setting is remembered; forgotten together, which costs each a reading. */
const SETTINGS_MAX = 10_000;
/** Subjects of whom a false positive is known; forgotten together, which costs each a check that is decided twice. */
const SUPPRESSED_MAX = 100_000;

/** Decides checks and keeps them. */
export type RunChecks = (caller: Caller, asked: CheckAsked) => Promise<CheckedAll>;

type Running = {
  readonly parts: DeskParts;
  /** The setting that an organisation's last check met. It is compared with what stands when a check is kept. */
  readonly settings: Map<string, CheckSetting>;
  /** Organisation and fingerprint of subjects of whom something was suppressed: of them the setting is read beforehand. */
  readonly suppressed: Set<string>;
};

const runningOf = (parts: DeskParts): Running => ({ parts, settings: new Map(), suppressed: new Set() });

/**
 * Decides and keeps checks, each with its receipt in the organisation's log, all of a request or none. The same request
 * under the same key gives the same checks again; another request under it throws `conflict`. What comes at the same time
 * is kept in one transaction.
 */
export function checkRunner(parts: DeskParts): RunChecks {
  const running = runningOf(parts);
  const keep = groupCommit<Keeping, Kept>(checkKeeper(parts), REQUESTS_AT_ONCE);
  return async (caller, asked) => {
    const { transactions, at, waivers, many, idempotencyKey: key } = asked;
    const hash =
      key === null ? "" : sha256(canonicalJson({ transactions, at, waivers, many } as unknown as Json));
    const request = key === null ? null : { key, hash, many };
    const before = await askedBefore(parts, caller, request);
    if (before !== null) return before;
    const given = waivers.map((waiver) => parseWaiver(waiver, "request"));
    let setting: CheckSetting | null = null;
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const keeping = await decide(running, caller, { asked, given, request, setting });
      if (keeping === null) continue;
      const kept = await timed("keep", () => keep(caller.organizationId, keeping));
      if (kept.kind === "kept") return { checks: kept.checks, replayed: false };
      if (kept.kind === "other-setting") {
        setting = kept.setting;
        remember(running, caller.organizationId, setting);
      } else {
        const earlier = await askedBefore(parts, caller, request);
        if (earlier !== null) return earlier;
      }
    }
    throw listsChanged();
  };
}

/** What a check would answer now, with the organisation's own policy, false positives, waivers and facts. */
export type Preview = { readonly verdict: Verdict; readonly policyVersion: number };

/** Decides one transaction as `checkRunner` does, and keeps nothing: no check, no receipt, no alert. */
export function checkPreviewer(
  parts: DeskParts,
): (
  caller: Caller,
  asked: Pick<CheckAsked, "at" | "waivers"> & { readonly transaction: Transaction },
) => Promise<Preview> {
  return async (caller, { transaction, at, waivers }) => {
    const running = runningOf(parts);
    const given = waivers.map((waiver) => parseWaiver(waiver, "request"));
    const asked = { transactions: [transaction], at, waivers, many: false, idempotencyKey: null };
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const keeping = await decide(running, caller, { asked, given, request: null, setting: null });
      const [only] = keeping?.decided ?? [];
      if (keeping !== null && only !== undefined)
        return { verdict: only.verdict, policyVersion: keeping.setting.policy.version };
    }
    throw listsChanged();
  };
}

const listsChanged = (): Fault =>
  new Fault({
    code: "conflict",
    what: "check",
    reason: "the lists or the policy changed each time; try again",
  });

/** Remembers what holds for any subject, and of whom something is suppressed: what, is read again when a check is kept. */
function remember({ settings, suppressed }: Running, organizationId: string, setting: CheckSetting): void {
  if (settings.size >= SETTINGS_MAX) settings.clear();
  settings.set(organizationId, { ...setting, suppressions: [] });
  if (suppressed.size >= SUPPRESSED_MAX) suppressed.clear();
  for (const { subject } of setting.suppressions) suppressed.add(`${organizationId} ${subject}`);
}

/** The checks that this request made before, or null. Throws `conflict` where another was sent under its key. */
async function askedBefore(
  parts: DeskParts,
  { organizationId, by }: Caller,
  request: Keeping["request"],
): Promise<CheckedAll | null> {
  if (request === null) return null;
  return atDesk(parts, organizationId, async (trx) => {
    const row = await trx
      .selectFrom("check_requests")
      .select(["request_hash", "checks"])
      .where("principal_id", "=", by.id)
      .where("idempotency_key", "=", request.key)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.request_hash !== request.hash) {
      throw new Fault({
        code: "conflict",
        what: "Idempotency-Key",
        reason: "it was used for another request before; a new request needs a new key",
      });
    }
    return { checks: await readChecks(trx, row.checks), replayed: true };
  });
}

/** Every subject that a transaction names. */
function subjectsOf(transaction: Transaction): readonly Subject[] {
  return transaction.parties.flatMap((party) => [
    party,
    ...(party.related ?? []).map(({ subject }) => subject),
  ]);
}

/** Throws `input-invalid` where the day is beyond what records may name. */
function assertDay(at: string): string {
  const day = at.slice(0, 10);
  if (recordDaySchema.safeParse(day).success) return day;
  throw new Fault({
    code: "input-invalid",
    file: "request",
    where: "at",
    reason: `“${at}” is no day or instant from 1900 to 2200`,
  });
}

/** The setting for subjects: the one remembered, where nothing is known to be suppressed of any of them. */
async function settingFor(
  running: Running,
  organizationId: string,
  prints: readonly ReadonlySet<string>[],
): Promise<CheckSetting> {
  const all = prints.flatMap((some) => [...some]);
  const known = running.settings.get(organizationId);
  if (known !== undefined && !all.some((print) => running.suppressed.has(`${organizationId} ${print}`)))
    return known;
  const setting = await atDesk(running.parts, organizationId, (trx, now) => readSetting(trx, all, now));
  remember(running, organizationId, setting);
  return setting;
}

/** Decides a request on the lists and the setting known; null where the lists changed meanwhile. */
async function decide(
  running: Running,
  { organizationId, by }: Caller,
  trying: {
    readonly asked: CheckAsked;
    readonly given: readonly Waiver[];
    readonly request: Keeping["request"];
    /** What stood when it could not be kept; null at first. */
    readonly setting: CheckSetting | null;
  },
): Promise<Keeping | null> {
  const { parts } = running;
  const { asked, given, request } = trying;
  const release = parts.gate.current();
  const at = asked.at ?? parts.now().toISOString();
  const day = assertDay(at);
  const { payouts, ownFacts } = parts;
  const transactions = await Promise.all(
    asked.transactions.map(async (stated) => {
      const known = ownFacts === undefined ? stated : await ownFacts(organizationId, stated);
      return payouts === undefined ? known : payouts.join(organizationId, known, day);
    }),
  );
  const prints = transactions.map(
    (transaction) =>
      new Set(
        subjectsOf(transaction).map(({ schema, properties }) =>
          fingerprint(subjectFacts({ schema, properties })),
        ),
      ),
  );
  const setting = trying.setting ?? (await settingFor(running, organizationId, prints));
  const held = setting.waivers
    ? await atDesk(parts, organizationId, (trx, now) => heldWaivers(plainOf(trx), asked.transactions, now))
    : [];
  // What is kept has a ledger: a copy that the request brings is not heard beside it.
  const own = new Set(held.map(({ reference }) => reference));
  const waivers = [...held, ...given.filter(({ reference }) => !own.has(reference))];
  const decided = await Promise.all(
    transactions.map(async (transaction, index): Promise<Decided | null> => {
      const subjects = prints[index] ?? new Set<string>();
      const settled = settledOn(setting, day, subjects);
      const world = { waivers, policy: checkPolicyOf(setting.policy), suppressions: settled };
      const { verdict, hits, snapshot } = await parts.gate.check(transaction, at, world);
      return snapshot === release.hash ? { transaction, verdict, hits, prints: subjects } : null;
    }),
  );
  const all = decided.flatMap((one) => (one === null ? [] : [one]));
  if (all.length < decided.length) return null;
  return { by, at, request, snapshot: release.snapshot, setting, waivers, decided: all };
}
