import { sayDay } from "../../../engine/day.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { noteLapse } from "../suppressions/suppression-store.ts";
import { screenSubjects } from "./screen-subjects.ts";

/** Suppressions looked at in one go. */
const PAGE = 500;

/**
 * Screens again the subjects whose suppressions have come to their end, so that what is still a hit is asked about
 * anew, and writes the end down. Resolves to how many had ended.
 */
export async function noteEndedSuppressions(parts: DeskParts, organizationId: string): Promise<number> {
  let ended = 0;
  for (;;) {
    const rows = await atDesk(parts, organizationId, (trx, at) =>
      trx
        .selectFrom("suppressions")
        .select(["id", "subject_id", "until_day"])
        .where("until_day", "<", at.toISOString().slice(0, 10))
        .where("revoked_at", "is", null)
        .where("lapsed_at", "is", null)
        .orderBy("id")
        .limit(PAGE)
        .execute(),
    );
    if (rows.length === 0) return ended;
    const subjects = [...new Set(rows.flatMap(({ subject_id }) => subject_id ?? []))];
    await screenSubjects(parts, organizationId, subjects, { channel: "periodic" });
    await atDesk(parts, organizationId, async (trx, at) => {
      for (const { id, until_day } of rows)
        await noteLapse(trx, id, { at, words: `It ended on ${sayDay(until_day)}.` });
    });
    ended += rows.length;
  }
}
