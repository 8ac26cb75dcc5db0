/** Kinds of events that an address can be told of (docs/events.md), by what they concern; the words of each are `told.…`. */
export const KIND_GROUPS = {
  asking: ["check.decided", "subject.screened", "subjects.imported"],
  review: [
    "alert.opened",
    "alert.changed",
    "alert.closed",
    "alert.reopened",
    "decision.made",
    "suppression.changed",
    "suppression.lapsed",
    "report.due",
  ],
  workers: [
    "worker-case.opened",
    "worker-case.changed",
    "worker-case.decided",
    "worker-reply.received",
    "payout.held",
    "payout.released",
  ],
  waivers: ["waiver-application.changed", "waiver.changed", "waiver.suspended", "waiver-report.due"],
  lists: ["lists.updated", "lists.update-failed"],
  house: ["policy.changed", "job.changed", "receipts.signed", "webhook.disabled"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All kinds, in their order. */
export const KINDS = Object.values(KIND_GROUPS).flat();
