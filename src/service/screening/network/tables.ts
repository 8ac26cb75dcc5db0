import type { JSONColumnType, Transaction } from "kysely";
import type { Interest } from "../../../engine/network/ownership/graph.ts";
import type { SourceKind } from "../../../engine/network/ownership/read-source.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";

/** Who brought or removed something. */
export type Author = {
  readonly kind: "person" | "key" | "system";
  readonly id: string;
  readonly name: string;
};

type Written = JSONColumnType<Author, string, string>;
type WrittenLater = JSONColumnType<Author | null, string | null, string | null>;

/** The tables of who owns whom (migration 0171). */
export type NetworkTables = {
  ownership_sources: {
    organization_id: string;
    id: string;
    name: string;
    kind: SourceKind;
    bytes: Buffer;
    size: number;
    parties: number;
    ties: number;
    problems: number;
    created_at: Date;
    created_by: Written;
    removed_at: Date | null;
    removed_by: WrittenLater;
  };
  ownership_facts: {
    organization_id: string;
    id: string;
    owner: string;
    owner_name: string | null;
    asset: string;
    asset_name: string | null;
    interest: Interest;
    share: string | null;
    from_date: string | null;
    until_date: string | null;
    source: string;
    reference: string;
    created_at: Date;
    created_by: Written;
    removed_at: Date | null;
    removed_by: WrittenLater;
  };
};

/** A transaction of one organisation that knows these tables. */
export type NetworkTransaction = Transaction<NetworkTables>;

/** The transaction with the tables of who owns whom in sight. */
export function networkOf(trx: DatabaseTransaction): NetworkTransaction {
  return trx.withTables<NetworkTables>() as unknown as NetworkTransaction;
}
