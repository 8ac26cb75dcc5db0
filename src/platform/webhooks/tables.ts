import type { Generated } from "kysely";

/** The tables of webhooks (migration 0130). */
export type WebhookTables = {
  webhook_endpoints: {
    id: string;
    organization_id: string;
    url: string;
    description: string;
    kinds: string[] | null;
    created_by: string;
    created_at: Date;
    disabled_at: Generated<Date | null>;
    disabled_note: Generated<string | null>;
    failing_since: Generated<Date | null>;
    removed_at: Generated<Date | null>;
  };
  webhook_secrets: {
    organization_id: string;
    endpoint_id: string;
    number: number;
    sealed: Buffer;
    created_at: Date;
    ends_at: Generated<Date | null>;
  };
  webhook_deliveries: {
    id: string;
    organization_id: string;
    endpoint_id: string;
    event_id: string;
    kind: string;
    payload: string;
    created_at: Date;
    attempts: Generated<number>;
    due_at: Generated<Date | null>;
    held_until: Generated<Date | null>;
    delivered_at: Generated<Date | null>;
    last_attempt_at: Generated<Date | null>;
    last_status: Generated<number | null>;
    last_words: Generated<string | null>;
  };
};
