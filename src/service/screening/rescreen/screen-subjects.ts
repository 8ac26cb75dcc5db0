import type { ScreenResult } from "../../../engine/screen.ts";
import { Fault, must } from "../../../fault.ts";
import type { Channel } from "../alerts/hit-record.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { checkPolicyOf } from "../policy/policy.ts";
import { policyInForce } from "../policy/policy-store.ts";
import { engineSubject, readSubjects, type StoredSubject } from "../subjects/subject-store.ts";
import { type Settled, settleScreening } from "./settle.ts";

/** Subjects screened and settled in one transaction: short enough that nobody waits long for a row. */
export const SCREEN_BATCH = 50;
/** Lists or policy may change while a batch is screened; more often than this in a row is no coincidence. */
const ATTEMPTS_MAX = 5;

/** What a batch came to. */
export type BatchSettled = Settled & { readonly screened: number };

export type ScreenOptions = {
  readonly channel: Channel;
  /** Told of each subject, as it stood before and what was found now. */
  readonly onScreened?: (before: StoredSubject, result: ScreenResult) => void;
};

/**
 * Screens stored subjects on the lists in force and settles their alerts, a batch at a time. Subjects that were removed
 * meanwhile are left out; one that is changed meanwhile is screened again as it then stands.
 */
export async function screenSubjects(
  parts: DeskParts,
  organizationId: string,
  ids: readonly string[],
  options: ScreenOptions,
): Promise<BatchSettled> {
  const all = { opened: [] as string[], closed: [] as string[], lapsed: 0, screened: 0 };
  for (let at = 0; at < ids.length; at += SCREEN_BATCH) {
    const batch = await screenBatch(parts, organizationId, ids.slice(at, at + SCREEN_BATCH), options);
    all.opened.push(...batch.opened);
    all.closed.push(...batch.closed);
    all.lapsed += batch.lapsed;
    all.screened += batch.screened;
  }
  return all;
}

async function screenBatch(
  parts: DeskParts,
  organizationId: string,
  ids: readonly string[],
  options: ScreenOptions,
): Promise<BatchSettled> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const settled = await tryBatch(parts, organizationId, ids, options);
    if (settled !== null) return settled;
  }
  throw new Fault({
    code: "conflict",
    what: "screening",
    reason: "the lists, the policy or the subjects changed each time; try again",
  });
}

/** Null where what was screened is not what stands any more. */
async function tryBatch(
  parts: DeskParts,
  organizationId: string,
  ids: readonly string[],
  { channel, onScreened }: ScreenOptions,
): Promise<BatchSettled | null> {
  const { gate, engine } = parts;
  const release = gate.current();
  const { before, policy } = await atDesk(parts, organizationId, async (trx, at) => ({
    before: (await readSubjects(trx, ids)).filter(({ removedAt }) => removedAt === null),
    policy: await policyInForce(trx, at),
  }));
  const results = new Map<string, ScreenResult>();
  const screenPolicy = checkPolicyOf(policy).screen;
  const answers = await Promise.all(
    before.map((subject) => gate.screen(engineSubject(subject), screenPolicy, null)),
  );
  if (answers.some(({ snapshot }) => snapshot !== release.hash)) return null;
  before.forEach(({ id }, index) => {
    results.set(id, must(answers[index], "an answer for each subject"));
  });
  const versions = new Map(before.map(({ id, version }) => [id, version]));
  const done = await atDesk(parts, organizationId, async (trx, at) => {
    const now = (await readSubjects(trx, [...results.keys()], true)).filter(
      ({ removedAt }) => removedAt === null,
    );
    const policyNow = await policyInForce(trx, at);
    const changed = now.some(({ id, version }) => versions.get(id) !== version);
    if (changed || policyNow.version !== policy.version) return null;
    const all = { opened: [] as string[], closed: [] as string[], lapsed: 0, screened: now.length };
    for (const subject of now) {
      const result = must(results.get(subject.id), "a result for each subject");
      const { snapshot } = release;
      const of = { organizationId, subject, result, snapshot, policy, engine, channel, at };
      const settled = await settleScreening(trx, of);
      all.opened.push(...settled.opened);
      all.closed.push(...settled.closed);
      all.lapsed += settled.lapsed;
    }
    return all;
  });
  if (done !== null) for (const one of before) onScreened?.(one, must(results.get(one.id), "a result"));
  return done;
}
