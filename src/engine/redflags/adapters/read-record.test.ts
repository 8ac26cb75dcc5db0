import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../fault.ts";
import { bundledRules } from "../rule.ts";
import { instantOf } from "./adapter.ts";
import { payoneer } from "./payoneer-report.ts";
import { finishRecord, readRecord } from "./read-record.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const NOW = Date.UTC(2026, 10, 1);
const place = { file: "f", where: "w" };

/** The events of an example file, without the records that are refused. */
function eventsIn(name: string) {
  const lines = readFileSync(join(ROOT, "examples/events", name), "utf8")
    .trim()
    .split("\n");
  return lines.flatMap((line) => {
    try {
      return readRecord(JSON.parse(line), place, NOW).events;
    } catch (error) {
      if (error instanceof Fault) return [];
      throw error;
    }
  });
}

describe("what other systems export", () => {
  it("Okta's sign-ins keep address, place and session", () => {
    const record = {
      uuid: "6f0f5a3e-0000-4000-8000-000000000001",
      published: "2026-03-02T08:15:00.000Z",
      eventType: "user.session.start",
      actor: { alternateId: "ada.quill@pebble.example", type: "User" },
      outcome: { result: "SUCCESS" },
      client: {
        ipAddress: "203.0.113.25",
        geographicalContext: {
          city: "Atlanta",
          country: "United States",
          geolocation: { lat: 33.9794, lon: -84.3459 },
        },
      },
      authenticationContext: { externalSessionId: "session-1" },
    };
    expect(readRecord(record, place, NOW).events[0]).toMatchObject({
      kind: "login",
      account: "ada.quill@pebble.example",
      ip: "203.0.113.25",
      country: "US",
      place: "Atlanta",
      latitude: 33.9794,
      session: "session-1",
    });
    expect(eventsIn("okta.jsonl").map(({ account }) => account)).toContain("homer@springfield.gov");
  });

  it("Entra's sign-ins are those of persons that succeeded", () => {
    const events = eventsIn("entra.jsonl");
    expect(events.map(({ account }) => account)).toEqual(
      expect.arrayContaining(["aragorn@lotr.com", "iotdevice@company.com"]),
    );
    expect(events.map(({ account }) => account)).not.toContain("boromir@lotr.com");
  });

  it("GitHub's audit log tells clones of private repositories", () => {
    expect(eventsIn("github.jsonl").find(({ account }) => account === "acme-inc-user")).toMatchObject({
      kind: "repository",
      action: "cloned",
      private: true,
      at: "2023-11-20T21:20:09.423Z",
    });
  });

  it("Stripe's smallest units become amounts, and PayPal's payees keep the platform's number", () => {
    expect(eventsIn("stripe.jsonl")).toContainEqual(
      expect.objectContaining({ kind: "payment", amount: "11.00", currency: "USD" }),
    );
    expect(eventsIn("paypal.jsonl")).toEqual([
      expect.objectContaining({ account: "dev-1041", amount: "980.50", direction: "out" }),
    ]);
  });

  it("Payoneer's report is known by its columns, and its account by a column or the file's name", () => {
    const row = {
      "Transaction Date": "03/12/2024",
      "Transaction Time": "20:40:11",
      "Time Zone": "EST",
      "Transaction ID": "7",
      Description: "Withdrawal to HARBOR BANK (4410)",
      "Credit Amount": "",
      "Debit Amount": "-1,240.00",
      Currency: "usd",
      Status: "Completed",
      Target: "HARBOR BANK (4410)",
    };
    expect(payoneer.matches(Object.keys(row))).toBe(true);
    expect(payoneer.matches(["Date", "Amount", "Currency"])).toBe(false);
    const eventsOf = (change: object) =>
      finishRecord("payoneer", payoneer.read({ ...row, ...change }, "dev-1"), place, NOW);
    expect(eventsOf({}).events).toEqual([
      expect.objectContaining({
        account: "dev-1",
        at: "2024-03-12T20:40:11-05:00",
        direction: "out",
        amount: "1240.00",
        currency: "USD",
        counterparty: "HARBOR BANK (4410)",
      }),
    ]);
    expect(eventsOf({ Account: "dev-2" }).events[0]?.account).toBe("dev-2");
    expect(eventsOf({ Status: "Pending" }).passedOver).toMatch(/Pending/);
    expect(() => eventsOf({ "Transaction Date": "31/12/2024" })).toThrow(Fault);
    expect(() => eventsOf({ "Time Zone": "Mars" })).toThrow(Fault);
  });

  it("anything else is refused with a fault, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            kind: fc.constantFrom("login", "payment", "account"),
            account: fc.jsonValue(),
            at: fc.jsonValue(),
            id: fc.jsonValue(),
            object: fc.jsonValue(),
            eventType: fc.string(),
            actor: fc.jsonValue(),
            action: fc.string(),
          }),
        ),
        (value) => {
          try {
            readRecord(value, place, NOW);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
    );
  });

  it("instants come in all the ways that exports write them", () => {
    expect(instantOf("2024-04-02 19:17:37.621000000")).toBe("2024-04-02T19:17:37.621Z");
    expect(instantOf(1_621_305_118_553)).toBe("2021-05-18T02:31:58.553Z");
    expect(instantOf(1_234_567_890)).toBe("2009-02-13T23:31:30.000Z");
    expect(instantOf("2024-04-02T19:17:37+0900")).toBe("2024-04-02T19:17:37+09:00");
    expect(instantOf("soon")).toBeUndefined();
  });
});

it("the table in docs/redflags.md names every rule with the way in which it is decided", () => {
  const docs = readFileSync(join(ROOT, "docs/redflags.md"), "utf8");
  for (const { id, mode, severity } of bundledRules().rules)
    expect(docs).toMatch(new RegExp(`\\| ${id} \\| .* \\| ${severity} \\| ${mode} \\|`));
});
