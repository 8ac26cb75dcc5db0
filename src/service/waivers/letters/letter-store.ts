import { sql } from "kysely";
import { canonicalJson, type Json } from "../../../engine/json.ts";
import { Fault } from "../../../fault.ts";
import type { Database } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Signer } from "../../../platform/receipts/signing-key.ts";
import { type Actor, type StoredTerms, type WaiverTransaction, waiversOf } from "../tables.ts";
import { addAct } from "../waiver-store.ts";
import { credentialOf, letterOf, type SignedLetter, signLetter } from "./letter.ts";

/** What letters are issued with. */
export type LetterParts = {
  readonly signer: Signer | null;
  readonly publicUrl: string;
};

/** Issues the letter of a waiver's terms in force, signed, with its credential. Gives its number. */
export async function issueLetter(
  trx: WaiverTransaction,
  { signer, publicUrl }: LetterParts,
  given: {
    readonly organizationId: string;
    readonly waiverId: string;
    readonly version: number;
    readonly terms: StoredTerms;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<string> {
  if (signer === null)
    throw new Fault({
      code: "rule-broken",
      rule: "key-at-hand",
      reason:
        "this process has not the installation's signing key, so it cannot sign a letter; the one that has it can",
    });
  const { organizationId, waiverId, version, terms, at } = given;
  const before = await trx
    .selectFrom("waiver_letters")
    .select("id")
    .where("waiver_id", "=", waiverId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  const id = newId("ltr");
  const facts = {
    id,
    organization: organizationId,
    waiverId,
    version,
    replaces: before?.id ?? null,
    at,
    publicUrl,
  };
  const letter = letterOf(terms, facts, signer);
  const { signature, key } = signLetter(letter, signer);
  await trx
    .insertInto("waiver_letters")
    .values({
      organization_id: organizationId,
      id,
      waiver_id: waiverId,
      version,
      body: canonicalJson(letter as unknown as Json),
      signature,
      key_id: key.id,
      credential: canonicalJson(credentialOf(letter, signer)),
      at,
    })
    .execute();
  await addAct(trx, { kind: "published", letter: id, version }, { ...given, waiverId });
  return id;
}

/** A letter as it is kept. */
export type KeptLetter = {
  readonly id: string;
  readonly organizationId: string;
  readonly waiverId: string;
  readonly version: number;
  readonly signed: SignedLetter;
  readonly credential: string;
};

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly waiver_id: string;
  readonly version: number;
  readonly body: string;
  readonly signature: string;
  readonly key_id: string;
  readonly credential: string;
};

function keptLetter(row: Row, pem: string): KeptLetter {
  return {
    id: row.id,
    organizationId: row.organization_id,
    waiverId: row.waiver_id,
    version: row.version,
    signed: { letter: JSON.parse(row.body), signature: row.signature, key: { id: row.key_id, pem } },
    credential: row.credential,
  };
}

/** The newest letter of a waiver. Throws `not-found` where it was recorded from elsewhere and has none of ours. */
export async function letterOfWaiver(
  trx: WaiverTransaction,
  waiverId: string,
  pemOf: (keyId: string) => string,
): Promise<KeptLetter> {
  const row = await trx
    .selectFrom("waiver_letters")
    .selectAll()
    .where("waiver_id", "=", waiverId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new Fault({ code: "not-found", what: "letter of waiver", id: waiverId });
  return keptLetter(row, pemOf(row.key_id));
}

/** A letter by its number, for anybody who knows it; null for a number of none. */
export async function publicLetter(
  database: Pick<Database, "kysely">,
  id: string,
  pemOf: (keyId: string) => string,
): Promise<KeptLetter | null> {
  const row = await database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('sluice.letter', ${id}, true)`.execute(trx);
    return waiversOf(trx).selectFrom("waiver_letters").selectAll().where("id", "=", id).executeTakeFirst();
  });
  return row === undefined ? null : keptLetter(row, pemOf(row.key_id));
}
