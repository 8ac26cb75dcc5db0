import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../platform/database/database.ts";
import { type TestDatabase, testDatabase } from "../../../platform/database/test-database.ts";
import { type MailServer, startMailServer } from "../../../platform/mail/fixtures/mail-server.ts";
import { type Mailer, mailerOf } from "../../../platform/mail/mailer.ts";
import { ANN, BOB, keepMadeUp, madeUpTerms } from "../fixtures/made-up-waiver.ts";
import { remindAll } from "../waivers-desk.ts";
import { sendReportMails } from "./report-mails.ts";

let its: TestDatabase;
let people: Database;
let server: MailServer;
let mailer: Mailer | null;
let now = new Date("2019-09-29T12:00:00Z");

beforeAll(async () => {
  its = await testDatabase();
  people = await openDatabase({ url: its.authUrl, max: 2, schema: "auth" });
  server = await startMailServer({ user: "gate", password: "secret" });
  const smtpUrl = `smtp://gate:secret@127.0.0.1:${server.port}`;
  mailer = mailerOf({ smtpUrl, mailFrom: "sluice@gate.example" });
  await its.asOwner(`insert into auth.organization (id, name, demo, created_at) values
    ('org_1', 'Red Cross', false, now()), ('org_2', 'Ministry', false, now()), ('org_demo', 'Demonstration', true, now())`);
  for (const [id, name] of [
    [ANN.id, "Ann"],
    [BOB.id, "Bob"],
    ["usr_olga", "Olga"],
  ])
    await its.asOwner(
      `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
       values ($1, $2, lower($2) || '@office.example', false, now(), now())`,
      [id, name],
    );
  await its.asOwner(
    `insert into auth.membership (organization_id, user_id, role, created_at) values
     ('org_1', $1, 'analyst', now()), ('org_1', $2, 'second-reviewer', now()), ('org_1', 'usr_olga', 'owner', now()),
     ('org_2', 'usr_olga', 'owner', now()), ('org_demo', $1, 'owner', now())`,
    [ANN.id, BOB.id],
  );
  const terms = (reference: string) =>
    madeUpTerms({ reference, title: "Video reunions", from: "2019-03-08", until: "2019-09-08" });
  await keepMadeUp(its.database, "org_1", terms("REF-1"));
  await keepMadeUp(its.database, "org_2", terms("REF-2"));
  await keepMadeUp(its.database, "org_demo", terms("REF-3"));
});
afterAll(async () => {
  mailer?.close();
  await server.close();
  await people.close();
  await its.close();
});

const parts = () => ({ database: its.database, now: () => now, publicUrl: "https://gate.example" });
const mails = () => {
  if (mailer === null) throw new Error("the mailer is set up");
  return { mailer, people };
};
const remind = () => remindAll({ ...parts(), mails: mails() });

it("mails once that a report is due, to whoever carries the waiver, else to the owners, and to nobody of a demonstration", async () => {
  expect(await remind()).toBe(3);
  server.setBusy(true);
  expect(await sendReportMails(parts(), mails())).toEqual({ sent: 0, waiting: 2 });
  expect(server.received).toEqual([]);
  server.setBusy(false);
  expect(await sendReportMails(parts(), mails())).toEqual({ sent: 2, waiting: 0 });
  expect(await sendReportMails(parts(), mails())).toEqual({ sent: 0, waiting: 0 });
  expect(server.received.map(({ to }) => to).sort()).toEqual([
    ["ann@office.example"],
    ["olga@office.example"],
  ]);
  const ofAnn = server.received.find(({ to }) => to[0] === "ann@office.example");
  expect(ofAnn?.headers).toContain("Subject: Report due 2019-10-08: REF-1");
  expect(ofAnn?.text).toContain("A report on REF-1 is due on 2019-10-08.");
  expect(ofAnn?.text).toContain("REF-1에 대한 보고 기한은 2019-10-08입니다.");
  expect(ofAnn?.text).toMatch(/https:\/\/gate\.example\/waivers\/wvr_\w+/);
  expect(await remind()).toBe(0);
});

it("mails again when the day has passed, but not to who wants none, and nothing of a report that was filed meanwhile", async () => {
  now = new Date("2019-10-09T12:00:00Z");
  await its.asOwner("insert into waiver_mail_refusals (organization_id, person_id) values ('org_1', $1)", [
    ANN.id,
  ]);
  expect(await remind()).toBe(3);
  await its.asOwner(
    `insert into waiver_reports (organization_id, id, waiver_id, kind, reference, filed_on, body, at, by)
     select organization_id, 'wrp_1', id, 'implementation', null, '2019-10-09', 'Nothing crossed.', now(), recorded_by
     from waivers where reference = 'REF-2'`,
  );
  const before = server.received.length;
  expect(await sendReportMails(parts(), mails())).toEqual({ sent: 0, waiting: 1 });
  expect(server.received.length).toBe(before);
  const left = await its.asOwner(
    "select organization_id, given_up, problem from waiver_mails where sent_at is null",
  );
  expect(left).toEqual([
    { organization_id: "org_2", given_up: true, problem: expect.stringContaining("the report was filed") },
  ]);
});
