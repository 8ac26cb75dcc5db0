import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entity } from "../../../engine/entity/entity.ts";
import { screen } from "../../../engine/screen.ts";
import { readAlerts } from "../alerts/alert-store.ts";
import { atDesk } from "../desk.ts";
import { listedPerson, type TestDesk, testDesk } from "../fixtures/test-desk.ts";
import { checkPolicyOf, DEFAULT_ORGANIZATION_POLICY } from "../policy/policy.ts";
import { upsertSubject } from "../subjects/subject-store.ts";
import { rescreenOrganization } from "./rescreen-run.ts";
import { screenSubjects } from "./screen-subjects.ts";

const JONG = listedPerson("24979", "Jong Song Hwa", { birthDate: ["1970-02-05"], nationality: ["kp"] });
const OTHERS = Array.from({ length: 40 }, (_, at) => listedPerson(`${at}`, `Qarbon Zelmira Testov${at}`));
const BY = { kind: "person", id: "usr_ann", name: "Ann" } as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk([JONG, ...OTHERS]);
});
afterAll(() => desk.close());

const bring = (
  organizationId: string,
  name: string,
  ref: string | null = null,
  more: Entity["properties"] = {},
) =>
  atDesk(desk, organizationId, (trx, at) =>
    upsertSubject(
      trx,
      { id: null, ref, schema: "Person", properties: { name: [name], ...more }, businessLine: null },
      { organizationId, by: BY, at, source: "api" },
    ),
  );

const alertsOf = (organizationId: string) =>
  atDesk(desk, organizationId, async (trx, at) =>
    (await readAlerts(trx, { now: at })).map(({ entityId, subjectId, state, round, record }) => ({
      entity: entityId,
      subject: subjectId,
      phase: state.phase,
      round,
      channel: record.channel,
    })),
  );

describe("a subject", () => {
  it("is screened on arrival, and its hit becomes an alert that keeps the facts of both sides", async () => {
    const { id } = await bring("org_1", "Jong Song Hwa", "C-1");
    const settled = await screenSubjects(desk, "org_1", [id], { channel: "onboarding" });
    expect(settled).toMatchObject({ screened: 1, closed: [], lapsed: 0 });
    expect(settled.opened).toHaveLength(1);
    expect(await alertsOf("org_1")).toEqual([
      { entity: "us-ofac-24979", subject: id, phase: "open", round: 1, channel: "onboarding" },
    ]);
    expect(await alertsOf("org_other")).toEqual([]);
  });

  it("is not asked about twice while its alert waits", async () => {
    const { id, change } = await bring("org_1", "Jong Song Hwa", "C-1");
    expect(change).toBe("unchanged");
    const settled = await screenSubjects(desk, "org_1", [id], { channel: "periodic" });
    expect(settled.opened).toEqual([]);
  });
});

describe("a new edition", () => {
  it("opens alerts for whom it adds, and closes with a note those of whom it removes", async () => {
    for (const [at, name] of [
      "Brand New Villain",
      "Perfectly Honest Baker",
      "Wolfgang Schikaneder",
    ].entries()) {
      const { id } = await bring("org_1", name, `N-${at}`);
      await screenSubjects(desk, "org_1", [id], { channel: "onboarding" });
    }
    desk.publishEdition([...OTHERS, listedPerson("900", "Brand New Villain")], "2026-01-05");
    const report = await rescreenOrganization(desk, "org_1");
    expect(report).toMatchObject({ kind: "delta", listingsTouched: 2, alertsOpened: 1, alertsClosed: 1 });
    expect(report.subjectsScreened).toBeLessThan(report.subjectsTotal);
    const alerts = await alertsOf("org_1");
    expect(alerts.map(({ entity, phase, channel }) => `${entity} ${phase} ${channel}`)).toEqual([
      "us-ofac-24979 closed onboarding",
      "us-ofac-900 open list-delta",
    ]);
    const again = await rescreenOrganization(desk, "org_1");
    expect(again).toMatchObject({ subjectsScreened: 0, alertsOpened: 0 });
  });

  it("tells which change of a listed party touched which subject, and what the scores were", async () => {
    const { id } = await bring("org_touch", "Jong Song Hwa", null, { birthDate: ["1970-02-05"] });
    desk.publishEdition([JONG, ...OTHERS], "2026-01-05");
    await screenSubjects(desk, "org_touch", [id], { channel: "onboarding" });
    const touchesOf = (run: string) =>
      atDesk(desk, "org_touch", (trx) =>
        trx.selectFrom("rescreen_touches").selectAll().where("run_id", "=", run).execute(),
      );
    const changed = listedPerson("24979", "Jong Song Hwa", {
      birthDate: ["1971"],
      nationality: ["kp"],
      alias: ["Chong Song-hwa"],
    });
    desk.publishEdition([changed, ...OTHERS], "2026-01-05");
    const { id: run, touches } = await rescreenOrganization(desk, "org_touch");
    expect(touches).toBe(1);
    const [touch] = await touchesOf(run);
    expect(touch).toMatchObject({
      subject_id: id,
      entity_id: "us-ofac-24979",
      caption: "Jong Song Hwa",
      change: "changed",
      changes: [
        { kind: "alias", fact: "alias", gained: ["Chong Song-hwa"], lost: [] },
        { kind: "birth", fact: "birthDate", gained: ["1971"], lost: ["1970-02-05"] },
      ],
    });
    expect(touch?.score_after).toBeLessThan(touch?.score_before ?? 0);
    desk.publishEdition(OTHERS, "2026-01-05");
    const gone = await rescreenOrganization(desk, "org_touch");
    expect(await touchesOf(gone.id)).toMatchObject([
      { change: "delisted", changes: [], score_after: null, lists: touch?.lists },
    ]);
    expect(await touchesOf(run)).toHaveLength(1);
    desk.publishEdition([...OTHERS, listedPerson("900", "Brand New Villain")], "2026-01-05");
  });

  it("asks again when the party returns to the list", async () => {
    desk.publishEdition([JONG, ...OTHERS, listedPerson("900", "Brand New Villain")], "2026-01-06");
    expect(await rescreenOrganization(desk, "org_1")).toMatchObject({ alertsOpened: 1, alertsClosed: 0 });
    const open = (await alertsOf("org_1")).filter(({ phase }) => phase === "open");
    expect(open.map(({ entity, round }) => `${entity} ${round}`).sort()).toEqual([
      "us-ofac-24979 2",
      "us-ofac-900 1",
    ]);
  });

  it("is compared in full where the snapshot before it is not kept any more", async () => {
    const before = desk.gate.current().hash;
    desk.publishEdition([JONG, ...OTHERS], "2026-01-07");
    desk.forget(before);
    expect(await rescreenOrganization(desk, "org_1")).toMatchObject({ kind: "full", alertsClosed: 1 });
  });

  it("finds by its changes alone whom an earlier engine had brought in, once this one has screened them", async () => {
    const { id } = await bring("org_3", "Tavrin Ollemark");
    await screenSubjects({ ...desk, engine: "an earlier one" }, "org_3", [id], { channel: "onboarding" });
    await desk.its.asOwner("update subjects set keys = '{}' where id = $1", [id]);
    expect(await rescreenOrganization(desk, "org_3")).toMatchObject({ kind: "full", alertsOpened: 0 });
    desk.publishEdition([JONG, ...OTHERS, listedPerson("901", "Tavrin Ollemark")], "2026-01-08");
    expect(await rescreenOrganization(desk, "org_3")).toMatchObject({ kind: "delta", alertsOpened: 1 });
  });
});

describe("re-screening by what changed", () => {
  const WORDS = [
    "Qarbon",
    "Zelmira",
    "Testov",
    "Haru",
    "Bex",
    "Ondrej",
    "Kim",
    "Chol",
    "Su",
    "Jong",
    "Hwa",
    "Mirov",
  ];
  const name = fc
    .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 })
    .map((words) => words.join(" "));
  const parties = fc.uniqueArray(fc.nat(14), { minLength: 3, maxLength: 12 });

  it("leaves the alerts that a full pass would", { timeout: 600_000 }, async () => {
    let organization = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 15, maxLength: 15 }),
        fc.array(name, { minLength: 12, maxLength: 12 }),
        fc.array(parties, { minLength: 2, maxLength: 4 }),
        async (listed, asked, editions) => {
          organization += 1;
          const org = `org_p${organization}`;
          const pool = listed.map((text, at) => listedPerson(`p${at}`, text));
          const edition = (places: readonly number[]) => pool.filter((_, at) => places.includes(at));
          desk.publishEdition(edition(editions[0] ?? []), "2026-02-01");
          for (const [at, text] of asked.entries()) {
            const { id } = await bring(org, text, `${at}`);
            await screenSubjects(desk, org, [id], { channel: "onboarding" });
          }
          for (const [at, places] of editions.slice(1).entries()) {
            const changed = edition(places).map((one) =>
              places[0] !== undefined && one.id === pool[places[0]]?.id
                ? { ...one, properties: { ...one.properties, alias: [listed[at] ?? ""] } }
                : one,
            );
            const snapshot = desk.publishEdition(changed, `2026-02-0${at + 2}`);
            await rescreenOrganization(desk, org);
            const policy = checkPolicyOf({ version: 0, policy: DEFAULT_ORGANIZATION_POLICY }).screen;
            const expected = asked.flatMap((text, ref) =>
              screen(snapshot, { schema: "Person", properties: { name: [text] } }, policy, null)
                .matches.filter(({ hit }) => hit)
                .map(({ id }) => `${ref} ${id}`),
            );
            const open = await atDesk(desk, org, async (trx, now) =>
              (await readAlerts(trx, { now: now }))
                .filter(({ state }) => state.phase === "open")
                .map(({ record }) => `${record.subject.ref} ${record.listed.id}`),
            );
            expect(open.sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: Number(process.env.RESCREEN_RUNS ?? 6) },
    );
  });
});
