import type { Generated } from "kysely";

/** The tables of events (migration 0110). */
export type EventTables = {
  events: {
    id: string;
    organization_id: string;
    xid: Generated<string>;
    number: Generated<number>;
    kind: string;
    subject_id: string;
    at: Date;
    data: unknown;
  };
  event_horizons: { organization_id: string; xid: string; number: number };
};
