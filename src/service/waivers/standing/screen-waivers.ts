import { DEFAULT_CHECK_POLICY } from "../../../engine/check/world.ts";
import { parseTransaction } from "../../../engine/transaction.ts";
import type { Finding } from "../../../engine/verdict.ts";
import type { ListingImpact, WaiverAct } from "../../../engine/waivers/acts.ts";
import { sayQuantity } from "../../../engine/waivers/amount.ts";
import type { ApplicationFile } from "../../../engine/waivers/application.ts";
import { quantityOf } from "../../../engine/waivers/unit.ts";
import { asSystem } from "../../../platform/database/tenant.ts";
import type { WaiverParts } from "../desk.ts";
import { atWaivers, SYSTEM, type WaiverParty, type WaiverTransaction, waiversOf } from "../tables.ts";
import { addAct, readWaiver, type StoredWaiver } from "../waiver-store.ts";

/** Lists of every jurisdiction that Sluice knows: a waiver's party that any of them names is reason to stop. */
const JURISDICTIONS = ["us", "eu", "gb", "ca", "kr", "jp", "au", "ch"];

/** Parties of one transaction, as the gate bounds it. */
const PARTIES_MAX = 200;

/** What the lists say of a waiver's parties: those listed, and those that may be. */
export type PartyScreening = {
  readonly snapshot: string;
  readonly parties: readonly {
    readonly name: string;
    readonly state: "clear" | "may-be-listed" | "listed";
    /** What a person reads first, and the listings that it rests on. */
    readonly words: string;
    readonly listings: readonly string[];
  }[];
};

/** Screens parties on the lists in force: on the spot, whoever asks. */
export async function screenParties(
  { gate, now }: Pick<WaiverParts, "gate" | "now">,
  parties: readonly WaiverParty[],
): Promise<PartyScreening> {
  const asked = parties.filter(({ properties }) =>
    Object.values(properties).some((values) => values.length > 0),
  );
  const transaction = parseTransaction(
    {
      kind: "project",
      reference: "waiver-parties",
      purpose: "",
      jurisdictions: JURISDICTIONS,
      parties: asked
        .slice(0, PARTIES_MAX)
        .map(({ schema, properties }) => ({ role: "other", schema, properties })),
    },
    "waiver",
  );
  const day = now().toISOString().slice(0, 10);
  const world = { waivers: [], policy: DEFAULT_CHECK_POLICY, suppressions: [] };
  const { verdict, snapshot } = await gate.check(transaction, day, world);
  return {
    snapshot,
    parties: asked.slice(0, PARTIES_MAX).map(({ properties }, index) => {
      const own = verdict.findings.filter(
        ({ about, step }) => about === `party:${index + 1}` && step === "screen",
      );
      const prohibits = own.filter(({ effect }) => effect === "prohibits");
      const refers = own.filter(({ effect }) => effect === "refers");
      const told = prohibits.length > 0 ? prohibits : refers;
      return {
        name: properties.name?.[0] ?? "unnamed",
        state: prohibits.length > 0 ? "listed" : refers.length > 0 ? "may-be-listed" : "clear",
        words: told[0]?.words ?? "",
        listings: listingsOf(told),
      };
    }),
  };
}

function listingsOf(findings: readonly Finding[]): readonly string[] {
  const listings = findings.flatMap(({ citations }) =>
    citations.flatMap((citation) =>
      citation.kind === "listing" ? [`${citation.list} ${citation.entry} of ${citation.edition}`] : [],
    ),
  );
  return [...new Set(listings)];
}

/** The parties that a waiver is screened by: those with facts, and those that its letter names only. */
export function partiesOf({
  parties,
  terms,
}: Pick<StoredWaiver, "parties" | "terms">): readonly WaiverParty[] {
  const known = new Set(parties.flatMap(({ properties }) => properties.name ?? []));
  const named = (terms.parties ?? []).filter((name) => !known.has(name));
  return [...parties, ...named.map((name) => ({ schema: "LegalEntity", properties: { name: [name] } }))];
}

const say = (amount: bigint, unit: string): string => sayQuantity(quantityOf(amount, unit));

function impactOf(
  waiver: StoredWaiver,
  party: { readonly name: string; readonly listings: readonly string[] },
  snapshot: string,
  told: readonly string[],
): ListingImpact {
  return {
    party: party.name,
    listing: party.listings.join("; ") || "a list in force",
    snapshot,
    lines: waiver.lines.map(({ line, unit, allowed, committed, reserved }) => ({
      line,
      undrawn: say(BigInt(allowed) - BigInt(committed) - BigInt(reserved), unit),
      reserved: say(BigInt(reserved), unit),
      passed: say(BigInt(committed), unit),
    })),
    onTheWay: waiver.shipments.filter(({ passed }) => !passed).map(({ reference }) => reference),
    told,
  };
}

/** Who is told: whoever recorded, confirmed and applied for it, and whoever holds something reserved on it. */
async function toldOf(trx: WaiverTransaction, waiver: StoredWaiver): Promise<readonly string[]> {
  const holders = await trx
    .selectFrom("waiver_reservations")
    .select("by")
    .where("waiver_id", "=", waiver.id)
    .where("counted", "=", true)
    .execute();
  const applicant =
    waiver.applicationId === null
      ? undefined
      : await trx
          .selectFrom("waiver_applications")
          .select("created_by")
          .where("id", "=", waiver.applicationId)
          .executeTakeFirst();
  const people = [
    waiver.recordedBy,
    ...(waiver.confirmedBy === null ? [] : [waiver.confirmedBy]),
    ...(applicant === undefined ? [] : [applicant.created_by]),
    ...holders.map(({ by }) => by),
  ];
  return [...new Set(people.map(({ name }) => name))];
}

/**
 * Screens one waiver's parties on the lists in force and acts on what changed since it was screened last: a party that a list
 * names suspends it at once, with what is affected; one that may be meant is put before a person; one that a list no longer
 * names is told. Done once for each snapshot, whichever process is first.
 */
export async function screenWaiver(
  parts: WaiverParts,
  organizationId: string,
  waiverId: string,
): Promise<void> {
  const before = await atWaivers(parts, organizationId, (trx, at) => readWaiver(trx, waiverId, at));
  if (before.screenedSnapshot === parts.gate.current().hash) return;
  const screening = await screenParties(parts, partiesOf(before));
  await atWaivers(parts, organizationId, async (trx, at) => {
    const waiver = await readWaiver(trx, waiverId, at, true);
    if (waiver.screenedSnapshot === screening.snapshot) return;
    const known = new Map(
      waiver.screened.map((text) => [text.slice(text.indexOf(" ") + 1), text.split(" ")[0] ?? ""]),
    );
    const told = await toldOf(trx, waiver);
    const acts: WaiverAct[] = [];
    for (const party of screening.parties) {
      const was = known.get(party.name) ?? "clear";
      if (party.state === was) continue;
      const listing = party.listings.join("; ") || "a list in force";
      if (party.state === "listed") {
        const reason = `${party.name} is named by ${listing}`;
        acts.push({ kind: "suspended", reason, impact: impactOf(waiver, party, screening.snapshot, told) });
      } else if (party.state === "may-be-listed" && was === "clear") {
        acts.push({ kind: "questioned", party: party.name, listing, snapshot: screening.snapshot });
      } else acts.push({ kind: "delisted", party: party.name, snapshot: screening.snapshot, told });
    }
    await trx
      .updateTable("waivers")
      .set({
        screened_snapshot: screening.snapshot,
        screened: JSON.stringify(
          screening.parties
            .filter(({ state }) => state !== "clear")
            .map(({ state, name }) => `${state} ${name}`),
        ),
      })
      .where("id", "=", waiverId)
      .execute();
    for (const act of acts) await addAct(trx, act, { organizationId, waiverId, by: SYSTEM, at });
  });
}

/** Screens every waiver that can still be drawn on, of every organisation, on the lists now in force; resolves to how many. */
export async function screenAllWaivers(parts: WaiverParts): Promise<number> {
  const snapshot = parts.gate.current().hash;
  const rows = await asSystem(parts.database, (trx) =>
    waiversOf(trx)
      .selectFrom("waivers")
      .select(["organization_id", "id"])
      .where(({ or, eb }) =>
        or([eb("screened_snapshot", "is", null), eb("screened_snapshot", "!=", snapshot)]),
      )
      // A day of grace for time zones in which the last day goes on.
      .where("until_day", ">=", new Date(parts.now().getTime() - 86_400_000).toISOString().slice(0, 10))
      .execute(),
  );
  for (const { organization_id, id } of rows) await screenWaiver(parts, organization_id, id);
  return rows.length;
}

/** The parties of an application's file, as they are screened. */
export function partiesOfFile({ parties, applicant }: ApplicationFile): readonly WaiverParty[] {
  const known = new Set(parties.flatMap(({ properties }) => properties.name ?? []));
  const own = applicant.name !== "" && !known.has(applicant.name);
  return [
    ...parties.map(({ schema, properties }) => ({ schema, properties })),
    ...(own ? [{ schema: "LegalEntity", properties: { name: [applicant.name] } }] : []),
  ];
}
