import { Fault } from "../../../fault.ts";
import type { EventPlace, WorkerEvent } from "../event.ts";
import { EVENT_SCHEMAS, parseEvent } from "../event.ts";
import type { Adapted, Adapter, ForeignRecord } from "./adapter.ts";
import { paypal, stripe } from "./payout-exports.ts";
import { entra, github, google, okta } from "./sign-in-logs.ts";

/** All systems whose exports are read, tried in this order. */
export const ADAPTERS: readonly Adapter[] = [okta, entra, google, github, paypal, stripe];

/** What a record became, and in whose words it was written; `sluice` is the common model itself. */
export type ReadRecord = {
  readonly format: string;
  readonly events: readonly WorkerEvent[];
  readonly passedOver: string | null;
};

const isOwn = ({ kind, account }: ForeignRecord): boolean =>
  typeof kind === "string" && Object.hasOwn(EVENT_SCHEMAS, kind) && account !== undefined;

/** Turns what an adapter gave into events of the model. Throws `input-invalid` where one is not what it should be. */
export function finishRecord(format: string, adapted: Adapted, place: EventPlace, now: number): ReadRecord {
  if ("passedOver" in adapted) return { format, events: [], passedOver: adapted.passedOver };
  return { format, events: adapted.events.map((event) => parseEvent(event, place, now)), passedOver: null };
}

/**
 * A record of a file as events. `now` is milliseconds since 1970. Throws `input-invalid` for what no adapter knows, and
 * for an event that is not what it should be.
 */
export function readRecord(value: unknown, place: EventPlace, now: number): ReadRecord {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Fault({ code: "input-invalid", ...place, reason: "a record is a JSON object" });
  const record = value as ForeignRecord;
  if (isOwn(record)) return finishRecord("sluice", { events: [record] }, place, now);
  const adapter = ADAPTERS.find((one) => one.matches(record));
  if (adapter === undefined) {
    const known = ["the common model (kind, id, account, at)", ...ADAPTERS.map(({ name }) => name)].join(
      ", ",
    );
    throw new Fault({
      code: "input-invalid",
      ...place,
      reason: `no known kind of event; known are ${known}`,
    });
  }
  return finishRecord(adapter.name, adapter.read(record), place, now);
}
