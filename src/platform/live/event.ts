import type { Permission } from "../auth/permission.ts";

/** Every kind of event, with the permission that lets a caller see it. Events name things; the facts are fetched. */
export const EVENT_PERMISSIONS = {
  "check.decided": "checks.read",
  "subject.screened": "subjects.read",
  "subjects.imported": "subjects.read",
  "alert.opened": "alerts.read",
  "alert.changed": "alerts.read",
  "alert.closed": "alerts.read",
  "alert.reopened": "alerts.read",
  "decision.made": "alerts.read",
  "suppression.lapsed": "suppressions.read",
  "suppression.changed": "suppressions.read",
  "worker-case.opened": "workers.read",
  "worker-case.changed": "workers.read",
  "worker-case.decided": "workers.read",
  "worker-reply.received": "workers.read",
  "payout.held": "workers.read",
  "payout.released": "workers.read",
  "report.due": "reports.read",
  "policy.changed": "policy.read",
  "lists.updated": "lists.read",
  "lists.update-failed": "lists.read",
  "job.changed": "jobs.read",
  "receipts.signed": "receipts.read",
  "webhook.disabled": "webhooks.manage",
  "waiver-application.changed": "waivers.read",
  "waiver.changed": "waivers.read",
  "waiver.suspended": "waivers.read",
  "waiver-report.due": "waivers.read",
} as const satisfies Readonly<Record<string, Permission>>;

export type EventKind = keyof typeof EVENT_PERMISSIONS;

/** All kinds, as a list. */
export const EVENT_KINDS = Object.keys(EVENT_PERMISSIONS) as readonly EventKind[];

/** True where the text names a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(EVENT_PERMISSIONS, text);
}

/** The organisation that stands for all: its events concern the whole installation. */
export const INSTALLATION = "installation";

/** A place in the order of events; a reader resumes behind it. */
export type EventPlace = { readonly xid: string; readonly number: number };

/** An event as it is read. */
export type LiveEvent = EventPlace & {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: EventKind;
  /** The id of what it is about. */
  readonly subject: string;
  readonly at: Date;
  readonly data: unknown;
};

/** The place as text, for `Last-Event-ID`. */
export function placeText({ xid, number }: EventPlace): string {
  return `${xid}-${number}`;
}

/** Reads what `placeText` wrote; null for anything else. */
export function readPlace(text: string): EventPlace | null {
  const parts = /^(\d{1,19})-(\d{1,15})$/.exec(text);
  const [, xid, number] = parts ?? [];
  return xid === undefined || number === undefined ? null : { xid, number: Number(number) };
}

/** Negative, zero or positive as the first place is before, at or after the second. */
export function comparePlaces(a: EventPlace, b: EventPlace): number {
  const [x, y] = [BigInt(a.xid), BigInt(b.xid)];
  if (x !== y) return x < y ? -1 : 1;
  return a.number - b.number;
}
