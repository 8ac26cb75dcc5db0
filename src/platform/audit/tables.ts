import type { Generated } from "kysely";

/** The tables of the audit log (migration 0140). */
export type AuditTables = {
  audit_entries: {
    id: string;
    organization_id: string;
    at: Date;
    actor_kind: "person" | "key" | "service" | "nobody";
    actor_id: string;
    actor_name: string;
    role: Generated<string | null>;
    action: string;
    target_kind: string;
    target_id: string;
    status: Generated<number | null>;
    trace_id: Generated<string | null>;
    details: Generated<unknown>;
  };
  audit_origins: { entry_id: string; organization_id: string; address: string; program: string | null };
};
