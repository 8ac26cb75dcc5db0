import { sql } from "kysely";
import type { Database, DatabaseTransaction } from "../database/database.ts";
import { asSystem } from "../database/tenant.ts";
import type { Listener } from "../live/listener.ts";
import { publish } from "../live/publish.ts";
import type { AddressGuard } from "./address-guard.ts";
import { DELIVERY_CHANNEL } from "./queue.ts";
import { type Sent, sendWebhook } from "./send.ts";
import { type SecretBox, signedHeaders } from "./signature.ts";
import type { WebhookTables } from "./tables.ts";

/** Pauses after each failed attempt, as Standard Webhooks proposes: ten attempts over three days. */
export const RETRY_MS: readonly number[] = [
  5_000,
  5 * 60_000,
  30 * 60_000,
  2 * 3_600_000,
  5 * 3_600_000,
  10 * 3_600_000,
  14 * 3_600_000,
  20 * 3_600_000,
  24 * 3_600_000,
];

/** An address that nothing has reached for so long is told no more, until someone looks and turns it on again. */
export const FAILING_MS_MAX = 5 * 86_400_000;

/** A process that tries a delivery has it for so long; a dead one's deliveries are taken over then. */
const HOLD_MS = 60_000;
const AT_ONCE = 8;
const POLL_MS = 5_000;

type Due = {
  readonly id: string;
  readonly organization_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly payload: string;
  readonly attempts: number;
  readonly url: string;
};

export type DelivererOptions = {
  readonly database: Database;
  readonly listener: Listener;
  readonly box: SecretBox;
  readonly guard: AddressGuard;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
  /** Told of each attempt, for the metrics. */
  readonly onAttempt?: (attempt: { readonly delivered: boolean; readonly ms: number }) => void;
  readonly retryMs?: readonly number[];
  readonly timeoutMs?: number;
};

/** Delivers what is due, any number of processes side by side, each delivery by one of them at a time. */
export class Deliverer {
  readonly #options: DelivererOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #poll: NodeJS.Timeout;
  readonly #unlisten: () => void;
  #round: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(options: DelivererOptions) {
    this.#options = options;
    this.#unlisten = options.listener.listen(DELIVERY_CHANNEL, () => this.wake());
    this.#poll = setInterval(() => this.wake(), POLL_MS);
    this.#poll.unref();
  }

  /** Looks for what is due, now. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#round !== null) {
      this.#again = true;
      return;
    }
    this.#round = this.#work()
      .catch(this.#options.onError)
      .finally(() => {
        this.#round = null;
        if (this.#again) {
          this.#again = false;
          this.wake();
        }
      });
  }

  async #work(): Promise<void> {
    for (;;) {
      const free = AT_ONCE - this.#running.size;
      if (free <= 0) {
        await Promise.race(this.#running);
        continue;
      }
      if (this.#stopped) return;
      const due = await asSystem(this.#options.database, (trx) => this.#claim(trx, free));
      for (const delivery of due) {
        const running: Promise<void> = this.#attempt(delivery)
          .catch(this.#options.onError)
          .finally(() => {
            this.#running.delete(running);
            this.wake();
          });
        this.#running.add(running);
      }
      if (due.length < free) return;
    }
  }

  async #claim(trx: DatabaseTransaction, limit: number): Promise<readonly Due[]> {
    const now = this.#options.now();
    const { rows } = await sql<Due>`with due as (
        select d.id from webhook_deliveries d
          join webhook_endpoints e on e.id = d.endpoint_id
        where d.due_at <= ${now} and (d.held_until is null or d.held_until < ${now})
          and e.disabled_at is null and e.removed_at is null
        order by d.due_at limit ${limit} for update of d skip locked)
      update webhook_deliveries d set held_until = ${new Date(now.getTime() + HOLD_MS)}
      from due, webhook_endpoints e
      where d.id = due.id and e.id = d.endpoint_id
      returning d.id, d.organization_id, d.endpoint_id, d.event_id, d.payload, d.attempts, e.url`.execute(
      trx,
    );
    return rows;
  }

  async #attempt(delivery: Due): Promise<void> {
    const { database, box, guard, now, timeoutMs, onAttempt } = this.#options;
    const at = now();
    const secrets = await asSystem(database, (trx) => secretsInForce(trx, box, delivery.endpoint_id, at));
    const headers = signedHeaders({ id: delivery.event_id, at, payload: delivery.payload, secrets });
    const began = performance.now();
    const sent = await sendWebhook({
      url: delivery.url,
      payload: delivery.payload,
      headers,
      guard,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const delivered = sent.status !== null && sent.status >= 200 && sent.status < 300;
    onAttempt?.({ delivered, ms: performance.now() - began });
    await asSystem(database, (trx) => this.#record(trx, delivery, sent, delivered));
  }

  async #record(trx: DatabaseTransaction, delivery: Due, sent: Sent, delivered: boolean): Promise<void> {
    const now = this.#options.now();
    const pause = (this.#options.retryMs ?? RETRY_MS)[delivery.attempts];
    const tables = trx.withTables<WebhookTables>();
    await tables
      .updateTable("webhook_deliveries")
      .set({
        attempts: delivery.attempts + 1,
        held_until: null,
        last_attempt_at: now,
        last_status: sent.status,
        last_words: sent.words,
        delivered_at: delivered ? now : null,
        // A little apart, so that what failed together does not come back together.
        due_at:
          delivered || pause === undefined || sent.status === 410
            ? null
            : new Date(now.getTime() + pause * (1 + Math.random() / 10)),
      })
      .where("id", "=", delivery.id)
      .execute();
    if (delivered) {
      await tables
        .updateTable("webhook_endpoints")
        .set({ failing_since: null })
        .where("id", "=", delivery.endpoint_id)
        .where("failing_since", "is not", null)
        .execute();
      return;
    }
    await this.#noteFailure(trx, delivery, sent, now);
  }

  async #noteFailure(trx: DatabaseTransaction, delivery: Due, sent: Sent, now: Date): Promise<void> {
    const tables = trx.withTables<WebhookTables>();
    const endpoint = await tables
      .updateTable("webhook_endpoints")
      .set(({ fn, val }) => ({ failing_since: fn.coalesce("failing_since", val(now)) }))
      .where("id", "=", delivery.endpoint_id)
      .where("disabled_at", "is", null)
      .returning("failing_since")
      .executeTakeFirst();
    if (endpoint === undefined || endpoint.failing_since === null) return;
    const since = endpoint.failing_since;
    const gone = sent.status === 410;
    if (!gone && now.getTime() - since.getTime() < FAILING_MS_MAX) return;
    const met = sent.words ?? `status ${sent.status}`;
    const note = gone
      ? "it answered that it is gone (410)"
      : `nothing has reached it since ${since.toISOString()}; the last attempt met: ${met}`;
    await tables
      .updateTable("webhook_endpoints")
      .set({ disabled_at: now, disabled_note: note })
      .where("id", "=", delivery.endpoint_id)
      .execute();
    await publish(trx, {
      organizationId: delivery.organization_id,
      kind: "webhook.disabled",
      id: delivery.endpoint_id,
      at: now,
    });
  }

  /** Takes no more, and waits for the attempts under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    clearInterval(this.#poll);
    await this.#round;
    await Promise.all(this.#running);
  }
}

async function secretsInForce(
  trx: DatabaseTransaction,
  box: SecretBox,
  endpointId: string,
  at: Date,
): Promise<readonly string[]> {
  const rows = await trx
    .withTables<WebhookTables>()
    .selectFrom("webhook_secrets")
    .select("sealed")
    .where("endpoint_id", "=", endpointId)
    .where(({ or, eb }) => or([eb("ends_at", "is", null), eb("ends_at", ">", at)]))
    .orderBy("number", "desc")
    .execute();
  return rows.map(({ sealed }) => box.open(sealed, endpointId));
}
