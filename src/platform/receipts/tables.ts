import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Fixed<T> = ColumnType<T, T, never>;

/** The tables of the log (migration 0100). Hashes are bytes, sequences whole numbers from 1. */
export type ReceiptTables = {
  receipt_logs: {
    organization_id: Fixed<string>;
    size: number;
    chain: Buffer | null;
    peaks: Buffer;
  };
  receipts: {
    organization_id: Fixed<string>;
    sequence: Fixed<number>;
    kind: Fixed<string>;
    at: Fixed<Date>;
    previous: Fixed<Buffer | null>;
    body_digest: Fixed<Buffer>;
    hash: Fixed<Buffer>;
  };
  receipt_bodies: {
    organization_id: Fixed<string>;
    sequence: Fixed<number>;
    salt: Fixed<Buffer>;
    body: Fixed<string>;
  };
  receipt_nodes: {
    organization_id: Fixed<string>;
    level: Fixed<number>;
    position: Fixed<number>;
    hash: Fixed<Buffer>;
  };
  receipt_heads: {
    organization_id: Fixed<string>;
    size: Fixed<number>;
    at: Fixed<Date>;
    root: Fixed<Buffer>;
    chain: Fixed<Buffer>;
    key_id: Fixed<string>;
    text: Fixed<string>;
    signature: Fixed<Buffer>;
  };
  receipt_keys: {
    number: GeneratedAlways<number>;
    key_id: Fixed<string>;
    public_key: Fixed<Buffer>;
    at: Fixed<Date>;
    vouched_by: Fixed<string | null>;
    vouch: Fixed<Buffer | null>;
    reason: Fixed<string | null>;
  };
  receipt_holds: {
    id: Fixed<string>;
    organization_id: Fixed<string>;
    from_sequence: Fixed<number | null>;
    to_sequence: Fixed<number | null>;
    reason: Fixed<string>;
    placed_by: Fixed<string>;
    placed_at: Fixed<Date>;
    released_by: Generated<string | null>;
    released_at: Generated<Date | null>;
    release_reason: Generated<string | null>;
  };
  receipt_erasures: {
    organization_id: Fixed<string>;
    sequence: Fixed<number>;
    erasure_sequence: Fixed<number>;
    at: Fixed<Date>;
  };
  retention_policies: {
    organization_id: Fixed<string>;
    receipts_years: number;
    audit_years: number;
    origins_days: number;
    reason: string;
    set_by: string;
    set_at: Date;
  };
};
