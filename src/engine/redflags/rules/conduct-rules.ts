import {
  DAY_MS,
  daysBetween,
  distinct,
  found,
  fullestWindow,
  hiredOn,
  isoOf,
  msOf,
  newest,
  type RuleFunction,
  row,
  visitRow,
  visitsIn,
} from "./found.ts";

const overlappingJobs: RuleFunction = (view, threshold) => {
  const [profile] = view.profiles.toReversed();
  const jobs = (profile?.jobs ?? []).filter(({ fullTime, from }) => fullTime === true && from !== undefined);
  const held = jobs.filter(({ from = "", until = "9999-12-31" }, at) =>
    jobs.some(
      (other, index) => index !== at && from <= (other.until ?? "9999-12-31") && (other.from ?? "") <= until,
    ),
  );
  return profile === undefined || held.length < threshold("jobs")
    ? null
    : found(
        held.map(({ employer, from }) =>
          row(profile, "full-time-job", `${employer ?? "?"} from ${from ?? "?"}`),
        ),
        { jobs: held.length },
      );
};

const rightsSoon: RuleFunction = (view, threshold) => {
  const hired = hiredOn(view);
  if (hired === null) return null;
  const soon = view.repositories.filter(
    ({ action, at }) =>
      (action === "member-added" || action === "key-added" || action === "raised-rights") &&
      daysBetween(hired, at) >= 0 &&
      daysBetween(hired, at) <= threshold("days"),
  );
  return found(soon.map((one) => row(one, one.action, one.repository)));
};

const ownCopies: RuleFunction = (view, threshold) => {
  const personal = view.repositories.filter(
    ({ action, personal: own }) => action === "pushed" && own === true,
  );
  const opened = view.repositories.filter(
    ({ action, private: hidden }) => action === "made-public" && hidden !== false,
  );
  const cloned = fullestWindow(
    view.repositories.filter(({ action, private: hidden }) => action === "cloned" && hidden === true),
    ({ at }) => msOf(at),
    threshold("days") * DAY_MS,
  );
  const many = distinct(cloned.map(({ repository }) => repository)).length >= threshold("repositories");
  return found(
    [...personal, ...opened, ...(many ? cloned : [])].map((one) =>
      row(one, `repository-${one.action}`, one.repository),
    ),
  );
};

const sessionTwice: RuleFunction = (view) => {
  const bySession = Map.groupBy(
    visitsIn(view).filter(({ session }) => session !== null),
    ({ session }) => session,
  );
  return found(
    [...bySession.values()].flatMap((visits) =>
      distinct(visits.flatMap(({ device }) => device ?? [])).length > 1 ||
      distinct(visits.flatMap(({ network }) => network ?? [])).length > 1
        ? visits.map((visit) => visitRow(view.account, visit, "one-session"))
        : [],
    ),
  );
};

const fewBusinessHours: RuleFunction = (view, threshold) => {
  const offset = newest(view, ({ utcOffsetMinutes }) => utcOffsetMinutes);
  const role = newest(view, ({ role: one }) => one);
  if (offset === null || role !== "employee") return null;
  let within = 0;
  let all = 0;
  for (const { day, slots } of view.days) {
    for (const [slot, active] of slots.entries()) {
      if (!active) continue;
      const local = (((day * 1_440 + slot * 15 + offset) % 10_080) + 10_080) % 10_080;
      // 1 January 1970 was a Thursday: minute 0 of the week is Thursday's midnight.
      const weekend = local >= 2 * 1_440 && local < 4 * 1_440;
      const hour = (local % 1_440) / 60;
      all += 1;
      if (!weekend && hour >= 8 && hour < 18) within += 1;
    }
  }
  if (all < threshold("hoursMin") * 4 || within / all >= threshold("share")) return null;
  const [last] = view.days.toReversed();
  return found(
    [
      {
        at: isoOf((last?.day ?? 0) * DAY_MS),
        account: view.account,
        fact: "hours-in-business",
        value: `${Math.round((100 * within) / all)} %`,
      },
    ],
    { percent: Math.round((100 * within) / all) },
  );
};

const topic =
  (name: "personal-data" | "threat" | "employment-confirmation"): RuleFunction =>
  (view) =>
    found(
      view.messages
        .filter(({ topics }) => topics?.includes(name) === true)
        .map((one) => row(one, "message", name)),
    );

/** D6: work and data. */
export const CONDUCT_RULES: Readonly<Record<string, RuleFunction>> = {
  "RF-121": fewBusinessHours,
  "RF-122": topic("personal-data"),
  "RF-123": ownCopies,
  "RF-124": sessionTwice,
  "RF-125": topic("threat"),
  "RF-127": rightsSoon,
  "RF-128": overlappingJobs,
};

/** RF-108: an exchange's freeze answered by a request to confirm the employment. */
export const employmentConfirmation: RuleFunction = topic("employment-confirmation");
