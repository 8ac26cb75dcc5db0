import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../fault.ts";
import { looksLikePayment, readPaymentMessage } from "./read-message.ts";

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");

const partiesOf = (name: string) =>
  readPaymentMessage(fixture(name)).payments.map(({ transaction }) =>
    transaction.parties.map(({ role, properties }) => `${role}: ${properties.name?.[0]}`),
  );

describe("a payment message", () => {
  it("is read from a pacs.008 of a bank's clearing, with both parties, both banks and the exact amount", () => {
    const { format, payments } = readPaymentMessage(fixture("fedwire-pacs.008.xml"));
    expect(format).toBe("pacs.008");
    expect(payments.map(({ unread }) => unread)).toEqual([[]]);
    const [payment] = payments;
    expect(payment?.transaction).toMatchObject({
      kind: "payment",
      reference: "Scenario01EtoEId001",
      purpose: "INV34563",
      from: "US",
      to: "US",
      funds: { amount: "51000074", scale: 2, currency: "USD" },
      jurisdictions: ["us"],
    });
    expect(payment?.transaction.parties[0]).toEqual({
      role: "payer",
      schema: "LegalEntity",
      properties: {
        name: ["Corporation A"],
        address: ["Avenue of the Fountains 167565, Suite D110, 85268 Fountain Hills, AZ"],
        country: ["us"],
      },
    });
  });

  it("is read in SWIFT's envelope with prefixes of its own, and names each bank on the way once", () => {
    expect(partiesOf("cbpr-pacs.008.xml")).toEqual([
      [
        "payer: GB Engineering",
        "payee: US Engines",
        "payer-bank: CHASGB2LXXX",
        "payee-bank: HNBAUS51XXX",
        "intermediary: CHASUS33XXX",
        "intermediary: ANBTUS44XXX",
      ],
    ]);
    const [payment] = readPaymentMessage(fixture("cbpr-pacs.008.xml")).payments;
    expect(payment?.transaction).toMatchObject({ from: "GB", to: "US", jurisdictions: ["us", "gb"] });
  });

  it("is read between banks alone", () => {
    const { format, payments } = readPaymentMessage(fixture("cbpr-pacs.009.xml"));
    expect(format).toBe("pacs.009");
    expect(payments[0]?.transaction.parties.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["payer", "payee"]),
    );
  });

  it("is read from a customer's own order with several payments, each with the payer of its group", () => {
    const { format, payments } = readPaymentMessage(fixture("swiss-pain.001.xml"));
    expect(format).toBe("pain.001");
    expect(payments.length).toBeGreaterThan(3);
    for (const { transaction } of payments)
      expect(transaction.parties.map(({ role }) => role)).toEqual(expect.arrayContaining(["payer", "payee"]));
  });

  it("is read from MT103s one behind the other, acknowledgements between them left aside", () => {
    const { format, payments } = readPaymentMessage(fixture("mt103-bulk.rje"));
    expect(format).toBe("mt103");
    expect(payments.length).toBeGreaterThan(2);
    expect(payments[0]?.transaction).toMatchObject({
      reference: "234234233",
      funds: { amount: "370000", scale: 2, currency: "USD" },
      from: "NG",
      to: "US",
      jurisdictions: ["us"],
      purpose: "/RFB/042517477151 REFERENCE:1500009007 TRANSFER",
    });
    expect(partiesOf("mt103-out.rje")[0]).toEqual([
      "payer: FOO CAPITAL MARKETS LP",
      "payer-bank: NORTH FOO BANK",
      "payee: MERCADOS Y GESTION DE VALORES SA",
    ]);
  });

  it("is read where only its fields were pasted, with the person's passport and birth date of option F", () => {
    const pasted = [
      ":20:PAY-1",
      ":32A:180914USD4800,00",
      ":50F:CCPT/KP/BANK/927220230",
      "1/JONG SONG HWA",
      "2/CHANGBAI ROAD 1",
      "3/CN/YANJI",
      "4/19700205",
      "5/KP/PYONGYANG",
      ":59:/123",
      "BRIGHT HARBOR APP STUDIO",
      "YANJI CITY",
      ":70:APP MILESTONE 3",
    ].join("\n");
    const [payment] = readPaymentMessage(pasted).payments;
    expect(payment?.transaction.parties[0]).toEqual({
      role: "payer",
      schema: "Person",
      properties: {
        name: ["JONG SONG HWA"],
        address: ["CHANGBAI ROAD 1, YANJI"],
        country: ["cn"],
        birthDate: ["1970-02-05"],
        birthPlace: ["PYONGYANG"],
        passportNumber: ["927220230"],
        nationality: ["kp"],
      },
    });
  });

  it.each([
    ["a return", fixture("return-pacs.004.xml"), "no credit transfer"],
    ["an MT103 without a payee", ":20:X\n:32A:190101USD1,\n:50K:SOMEBODY", "payee is missing"],
    ["an amount that is none", ":20:X\n:32A:190101USDabc\n:50K:A\n:59:B", "32A"],
    ["a name", "Jong Song Hwa", "neither an MT103"],
    ["a cut document", fixture("fedwire-pacs.008.xml").slice(0, 900), "ends before"],
  ])("is refused with a reason where it is %s", (_, text, reason) => {
    expect(() => readPaymentMessage(text)).toThrow(reason);
  });

  it("is told from a name that is typed", () => {
    expect(looksLikePayment("Jong Song Hwa")).toBe(false);
    expect(looksLikePayment("<script>")).toBe(true);
    expect(looksLikePayment(fixture("mt103-out.rje"))).toBe(true);
  });

  it("is read or refused with a fault, whatever is done to it", () => {
    const whole = fixture("mt103-bulk.rje").slice(0, 1_200);
    const xml = fixture("cbpr-pacs.008.xml");
    fc.assert(
      fc.property(
        fc.constantFrom(whole, xml),
        fc.nat(4_000),
        fc.nat(60),
        fc.string(),
        (text, at, cut, put) => {
          const spoiled = text.slice(0, at) + put + text.slice(at + cut);
          try {
            readPaymentMessage(spoiled);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
