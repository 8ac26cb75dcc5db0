import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailServer, startMailServer } from "./fixtures/mail-server.ts";
import { mailerOf } from "./mailer.ts";

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer({ user: "gate", password: "p@ss word" });
});
afterAll(() => server.close());

const FROM = "Sluice <sluice@gate.example>";
const MAIL = {
  id: "wvr_1.delivery",
  to: { name: "박지민", email: "park@office.example" },
  subject: "Report due: 이행 보고",
  text: "A report is due.\n보고 기한이 다가옵니다.",
};

it("hands a mail to a server that knows it, with one id however often it is sent", async () => {
  const mailer = mailerOf({
    smtpUrl: `smtp://gate:${encodeURIComponent("p@ss word")}@127.0.0.1:${server.port}`,
    mailFrom: FROM,
  });
  await mailer?.send(MAIL);
  await mailer?.send(MAIL);
  mailer?.close();
  const [first, second] = server.received;
  expect(first?.to).toEqual(["park@office.example"]);
  expect(first?.from).toBe("sluice@gate.example");
  expect(first?.headers).toContain("Message-ID: <wvr_1.delivery@gate.example>");
  expect(first?.headers).toContain("Auto-Submitted: auto-generated");
  expect(first?.text).toBe(MAIL.text);
  expect(second?.headers).toContain("Message-ID: <wvr_1.delivery@gate.example>");
});

it("says what the server said where it refuses, and where nobody is there", async () => {
  const stranger = mailerOf({ smtpUrl: `smtp://gate:wrong@127.0.0.1:${server.port}`, mailFrom: FROM });
  await expect(stranger?.send(MAIL)).rejects.toThrow(/535/);
  stranger?.close();
  const nowhere = mailerOf({ smtpUrl: "smtp://127.0.0.1:1", mailFrom: FROM });
  await expect(nowhere?.send(MAIL)).rejects.toThrow(/ECONNREFUSED/);
  nowhere?.close();
});

it("is none without settings, and refuses half of them and addresses that are none", () => {
  expect(mailerOf({ smtpUrl: null, mailFrom: null })).toBe(null);
  expect(() => mailerOf({ smtpUrl: "smtp://mail.example", mailFrom: null })).toThrow(/SLUICE_MAIL_FROM/);
  expect(() => mailerOf({ smtpUrl: "http://mail.example", mailFrom: FROM })).toThrow(/smtps/);
  expect(() => mailerOf({ smtpUrl: "smtp://mail.example", mailFrom: "nobody" })).toThrow(/no mail address/);
});

it("sends nothing in the clear to another machine", async () => {
  const other = await startMailServer({ user: "gate", password: "secret", host: "0.0.0.0" });
  const [address] = other.ownAddresses;
  // A machine without a network has no other address than the one that counts as itself.
  if (address !== undefined) {
    const mailer = mailerOf({ smtpUrl: `smtp://gate:secret@${address}:${other.port}`, mailFrom: FROM });
    await expect(mailer?.send(MAIL)).rejects.toThrow(/STARTTLS/i);
    mailer?.close();
  }
  expect(other.received).toEqual([]);
  await other.close();
});
