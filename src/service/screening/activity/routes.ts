import { z } from "zod";
import { daySchema } from "../../../engine/day.ts";
import { Fault } from "../../../fault.ts";
import type { Routes } from "../../../platform/http/routes.ts";
import { logSize, signedSize } from "../../../platform/receipts/log-reader.ts";
import { countAlerts } from "../alerts/alert-queue.ts";
import { callerOf } from "../caller.ts";
import { atDesk, type DeskParts } from "../desk.ts";
import { Day } from "../messages.ts";
import { plainOf } from "../tables.ts";
import { activityDays, activityOfPeople, decisionSpeed } from "./activity-store.ts";

/** A year and a leap day: what an annual report tells of. */
const DAYS_MAX = 366;
const DAY_MS = 86_400_000;

const count = z.int();
const minutes = z.number().nullable();

const ActivityMessage = z
  .object({
    from: Day,
    to: Day,
    days: z
      .array(
        z
          .object({
            day: Day,
            clear: count.describe("Checks with this answer"),
            permitted: count,
            refer: count,
            prohibited: count,
            subjects: count.describe("New subjects"),
            rescreened: count.describe("Subjects screened again"),
            batchRows: count,
            alerts: count.describe("Opened"),
            trueMatches: count.describe("Decided so"),
            falsePositives: count,
          })
          .readonly(),
      )
      .readonly(),
    people: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            decided: count,
            trueMatches: count,
            falsePositives: count,
            seconded: count,
            undone: count,
            medianMinutes: minutes.describe("From the alert to the decision"),
          })
          .readonly(),
      )
      .readonly(),
    speed: z
      .object({
        decided: count,
        medianMinutes: minutes,
        p90Minutes: minutes,
        late: count.describe("After the due day"),
      })
      .readonly(),
    waiting: z.object({ open: count, second: count, overdue: count }).readonly().describe("At this moment"),
    lists: z
      .array(
        z
          .object({
            id: z.string(),
            title: z.string(),
            edition: Day,
            ageDays: count.describe("On the last day of the span"),
          })
          .readonly(),
      )
      .readonly(),
    receipts: z
      .object({
        size: count,
        signed: count.nullable().describe("Up to which the log is signed; null where it never was"),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: "Activity" });

/** What was screened, hit and decided, by whom, how fast, and how old the lists were. */
export function activityRoutes(parts: DeskParts): Routes {
  return (api) => {
    api.route({
      method: "GET",
      url: "/api/v1/activity",
      schema: {
        summary: "What was screened, hit and decided in a span of days, by whom and how fast",
        tags: ["Reports"],
        querystring: z.object({ from: daySchema, to: daySchema }),
        response: { 200: ActivityMessage },
      },
      config: { permission: "reports.read" },
      handler: async (request) => {
        const { organizationId, by } = callerOf(request);
        const span = request.query;
        const days = (Date.parse(span.to) - Date.parse(span.from)) / DAY_MS + 1;
        if (days < 1) {
          const reason = `${span.from} is after ${span.to}`;
          throw new Fault({ code: "input-invalid", file: "request", where: "from", reason });
        }
        if (days > DAYS_MAX)
          throw new Fault({ code: "limit-exceeded", limit: "daysMax", allowed: DAYS_MAX, where: "request" });
        return atDesk(parts, organizationId, async (trx, now) => {
          const plain = plainOf(trx);
          const { team: open, second, overdue } = await countAlerts(trx, by.id, now);
          return {
            ...span,
            days: await activityDays(trx, span),
            people: await activityOfPeople(trx, span),
            speed: await decisionSpeed(trx, span),
            waiting: { open: Number(open), second: Number(second), overdue: Number(overdue) },
            lists: listAges(parts, span.to),
            receipts: {
              size: await logSize(plain, organizationId),
              signed: await signedSize(plain, organizationId),
            },
          };
        });
      },
    });
  };
}

/** The newest edition of each list that there was on the day, and its age then. */
function listAges({ gate }: DeskParts, day: string) {
  return gate.current().snapshot.lists.flatMap(({ id, title, editions }) => {
    const edition = editions
      .map(({ date }) => date)
      .filter((date) => date <= day)
      .at(-1);
    if (edition === undefined) return [];
    const ageDays = Math.max(0, Math.round((Date.parse(day) - Date.parse(edition.slice(0, 10))) / DAY_MS));
    return [{ id, title, edition, ageDays }];
  });
}
