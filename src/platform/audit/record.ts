import { isIP } from "node:net";
import type { DatabaseTransaction } from "../database/database.ts";
import { newId } from "../database/id.ts";
import type { AuditTables } from "./tables.ts";

/** Who acted. `service` is the program itself, as a job does. */
export type AuditActor = {
  readonly kind: "person" | "key" | "service";
  readonly id: string;
  readonly name: string;
  readonly role?: string;
};

/** What is written down of an act. */
export type AuditAct = {
  readonly organizationId: string;
  readonly actor: AuditActor;
  /** A verb with its object: `alert.assign`, `POST /api/v1/keys`. */
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: string };
  readonly at: Date;
  /** A few facts; never personal data, never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly status?: number;
  readonly traceId?: string;
  readonly origin?: { readonly address: string; readonly program: string | null };
};

/** Bounds of what one entry keeps, as the table has them. */
const CHARS = { name: 200, action: 200, targetKind: 100, targetId: 400, program: 300 } as const;

/** Writes an act down in the caller's transaction; resolves to the entry's id. */
export async function recordAct(trx: DatabaseTransaction, act: AuditAct): Promise<string> {
  const id = newId("aud");
  const { organizationId, actor, target, origin } = act;
  const tables = trx.withTables<AuditTables>();
  await tables
    .insertInto("audit_entries")
    .values({
      id,
      organization_id: organizationId,
      at: act.at,
      actor_kind: actor.kind,
      actor_id: actor.id.slice(0, CHARS.name),
      actor_name: actor.name.slice(0, CHARS.name),
      role: actor.role ?? null,
      action: act.action.slice(0, CHARS.action),
      target_kind: target.kind.slice(0, CHARS.targetKind),
      target_id: target.id.slice(0, CHARS.targetId),
      status: act.status ?? null,
      trace_id: act.traceId ?? null,
      details: act.details === undefined ? null : JSON.stringify(act.details),
    })
    .execute();
  if (origin !== undefined && isIP(origin.address) !== 0) {
    const program = origin.program?.slice(0, CHARS.program) ?? null;
    await tables
      .insertInto("audit_origins")
      .values({ entry_id: id, organization_id: organizationId, address: origin.address, program })
      .execute();
  }
  return id;
}
