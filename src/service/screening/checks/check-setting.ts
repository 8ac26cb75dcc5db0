import { type RawBuilder, sql } from "kysely";
import type { Suppression } from "../../../engine/check/suppression.ts";
import { MARK } from "../../../platform/database/statement-marks.ts";
import { waiversThereAre } from "../../waivers/held-waivers.ts";
import type { PolicyInForce } from "../policy/policy.ts";
import { policyOfRow, selectPolicyInForce } from "../policy/policy-store.ts";
import { type SuppressionColumns, selectSuppressionsOf, suppressionOf } from "../suppressions/suppressed.ts";
import { type DeskTransaction, plainOf } from "../tables.ts";

/** What an organisation has decided beforehand, as far as checks of some subjects rest on it. */
export type CheckSetting = {
  readonly policy: PolicyInForce;
  /** Whether it keeps any waiver at all. */
  readonly waivers: boolean;
  /** False positives of the subjects asked about, whatever their days. */
  readonly suppressions: readonly Suppression[];
};

/** Reads the setting for subjects of these fingerprints, in one statement. */
export async function readSetting(
  trx: DeskTransaction,
  fingerprints: readonly string[],
  now: Date,
): Promise<CheckSetting> {
  const { rows } = await sql<{
    policy: Parameters<typeof policyOfRow>[0] | null;
    suppressions: readonly SuppressionColumns[] | null;
    waivers: boolean;
  }>`${sql.raw(MARK.prepared)}select (select row_to_json(policy) from (${selectPolicyInForce(trx, now)}) policy) as policy,
      (select json_agg(one) from (${selectSuppressionsOf(plainOf(trx), fingerprints)}) one) as suppressions,
      ${waiversThereAre()} as waivers`.execute(trx);
  const [row] = rows;
  return {
    policy: policyOfRow(row?.policy ?? undefined),
    waivers: row?.waivers ?? false,
    suppressions: (row?.suppressions ?? []).map(suppressionOf),
  };
}

/** Whether a setting still stands, for subjects of these fingerprints of whom nothing is suppressed: a part of a statement. */
export function settingIs(
  trx: DeskTransaction,
  { policy, waivers }: CheckSetting,
  fingerprints: readonly string[],
  now: Date,
): RawBuilder<boolean> {
  return sql<boolean>`coalesce((select version from (${selectPolicyInForce(trx, now)}) policy), 0) = ${policy.version}
    and ${waiversThereAre()} = ${waivers}
    and not exists (${selectSuppressionsOf(plainOf(trx), fingerprints)})`;
}

/** The suppressions of a setting that hold on a day for these fingerprints. */
export function settledOn(
  { suppressions }: CheckSetting,
  day: string,
  fingerprints: ReadonlySet<string>,
): readonly Suppression[] {
  return suppressions.filter(
    ({ subject, from, until }) => fingerprints.has(subject) && from <= day && day <= until,
  );
}
