import {
  attributeOf,
  childOf,
  elementsAt,
  readElements,
  textAt,
  textsAt,
  type XmlElement,
} from "../lists/xml.ts";
import type { Party, Transaction } from "../transaction.ts";
import {
  countryOfBic,
  jurisdictionsOf,
  PAYMENT_LIMITS,
  type PaymentFormat,
  type ReadPayment,
  readMoney,
  refuseMessage,
  statedProperties,
} from "./payment.ts";

/** The element below `Document` that tells what the message is. */
const BODIES: Readonly<Record<string, Exclude<PaymentFormat, "mt103">>> = {
  FIToFICstmrCdtTrf: "pacs.008",
  FICdtTrf: "pacs.009",
  CstmrCdtTrfInitn: "pain.001",
};

/** Parties and banks of a credit transfer by the element that names them. */
const PARTIES: readonly { readonly name: string; readonly role: Party["role"]; readonly note?: string }[] = [
  { name: "Dbtr", role: "payer" },
  { name: "Cdtr", role: "payee" },
  { name: "UltmtDbtr", role: "other", note: "ultimate debtor" },
  { name: "UltmtCdtr", role: "other", note: "ultimate creditor" },
  { name: "InitgPty", role: "other", note: "initiating party" },
  { name: "DbtrAgt", role: "payer-bank" },
  { name: "CdtrAgt", role: "payee-bank" },
  { name: "InstgAgt", role: "intermediary", note: "instructing agent" },
  { name: "InstdAgt", role: "intermediary", note: "instructed agent" },
  { name: "PrvsInstgAgt1", role: "intermediary", note: "previous instructing agent" },
  { name: "PrvsInstgAgt2", role: "intermediary", note: "previous instructing agent" },
  { name: "PrvsInstgAgt3", role: "intermediary", note: "previous instructing agent" },
  { name: "IntrmyAgt1", role: "intermediary" },
  { name: "IntrmyAgt2", role: "intermediary" },
  { name: "IntrmyAgt3", role: "intermediary" },
];

/** What a check reads beside the parties, or what is known to say nothing to it. */
const KNOWN: ReadonlySet<string> = new Set([
  ...PARTIES.map(({ name }) => name),
  ..."PmtId PmtTpInf IntrBkSttlmAmt IntrBkSttlmDt SttlmPrty SttlmTmIndctn InstdAmt Amt XchgRate XchgRateInf ChrgBr".split(
    " ",
  ),
  ..."ChrgsInf DbtrAcct CdtrAcct DbtrAgtAcct CdtrAgtAcct IntrmyAgt1Acct IntrmyAgt2Acct IntrmyAgt3Acct".split(
    " ",
  ),
  ..."RmtInf Purp PmtMtd BtchBookg NbOfTxs CtrlSum PmtInfId ReqdExctnDt CdtTrfTxInf RltdRmtInf".split(" "),
]);

/** True where the text begins as XML. */
export function looksLikeXml(text: string): boolean {
  return /^﻿?\s*<(?:[?!]|[A-Za-z])/.test(text);
}

function addressOf(party: XmlElement): { readonly text: string | null; readonly country: string | null } {
  const address = childOf(party, "PstlAdr");
  if (address === null) return { text: null, country: null };
  const part = (...names: readonly string[]): string =>
    names.flatMap((name) => textsAt(address, name)).join(" ");
  const parts = [
    part("BldgNm"),
    part("StrtNm", "BldgNb"),
    part("Flr", "Room"),
    ...textsAt(address, "AdrLine"),
    part("PstCd", "TwnNm"),
    part("CtrySubDvsn"),
  ].filter((text) => text !== "");
  const country = textAt(address, "Ctry");
  return { text: parts.length === 0 ? null : parts.join(", "), country };
}

function bankOf(agent: XmlElement): Pick<Party, "schema" | "properties"> {
  const institution = childOf(agent, "FinInstnId") ?? agent;
  const bic = textAt(institution, "BICFI") ?? textAt(institution, "BIC");
  const { text, country } = addressOf(institution);
  const member = textAt(institution, "ClrSysMmbId", "MmbId");
  const named = textAt(institution, "Nm") ?? bic;
  return {
    schema: "Organization",
    properties: statedProperties({
      name: [named ?? member],
      swiftBic: [bic],
      leiCode: [textAt(institution, "LEI")],
      registrationNumber: [member],
      address: [text],
      country: [(country ?? (bic === null ? null : countryOfBic(bic)))?.toLowerCase() ?? null],
    }),
  };
}

function customerOf(given: XmlElement): Pick<Party, "schema" | "properties"> {
  // Some versions put the party one level deeper.
  const party = childOf(given, "Pty") ?? given;
  const { text, country } = addressOf(party);
  const person = elementsAt(party, "Id", "PrvtId")[0] ?? null;
  const company = elementsAt(party, "Id", "OrgId")[0] ?? null;
  const birth = person === null ? null : childOf(person, "DtAndPlcOfBirth");
  const residence = textAt(party, "CtryOfRes");
  const place =
    birth === null ? [] : [textAt(birth, "CityOfBirth"), textAt(birth, "CtryOfBirth")].filter(Boolean);
  return {
    schema: person !== null ? "Person" : company !== null ? "Company" : "LegalEntity",
    properties: statedProperties({
      name: [textAt(party, "Nm")],
      address: [text],
      country: [(country ?? residence)?.toLowerCase() ?? null],
      ...(person === null
        ? {}
        : {
            birthDate: [birth === null ? null : textAt(birth, "BirthDt")],
            birthPlace: [place.join(", ")],
            idNumber: elementsAt(person, "Othr").map((other) => textAt(other, "Id")),
          }),
      ...(company === null
        ? {}
        : {
            swiftBic: [textAt(company, "AnyBIC") ?? textAt(company, "BICOrBEI")],
            leiCode: [textAt(company, "LEI")],
            registrationNumber: elementsAt(company, "Othr").map((other) => textAt(other, "Id")),
          }),
    }),
  };
}

function partiesOf(sources: readonly XmlElement[]): readonly Party[] {
  const found = PARTIES.flatMap(({ name, role, note }) => {
    // What the transaction itself names stands before what is named for all of its group.
    const element = sources.map((source) => childOf(source, name)).find((one) => one !== null);
    if (element === undefined || element === null) return [];
    const isBank = childOf(element, "FinInstnId") !== null;
    const { schema, properties } = isBank ? bankOf(element) : customerOf(element);
    if (properties.name === undefined) return [];
    const party: Party = { schema, properties, role, ...(note === undefined ? {} : { roleNote: note }) };
    return [party];
  });
  // A bank that hands the payment on is named twice or more: it is one party.
  return found.filter(
    (party, at) =>
      party.role !== "intermediary" ||
      !found.some(
        (other, place) =>
          place !== at &&
          (other.role !== "intermediary" || place < at) &&
          JSON.stringify(other.properties) === JSON.stringify(party.properties),
      ),
  );
}

/** The amount that the customer ordered, else the one that the banks settle. */
function fundsOf(transfer: XmlElement, where: string) {
  const amount =
    childOf(transfer, "InstdAmt") ??
    elementsAt(transfer, "Amt", "InstdAmt")[0] ??
    elementsAt(transfer, "Amt", "EqvtAmt", "Amt")[0] ??
    childOf(transfer, "IntrBkSttlmAmt");
  if (amount === null || amount === undefined) throw refuseMessage(where, "the amount is missing");
  return readMoney(amount.text, attributeOf(amount, "Ccy") ?? "", `${where}, ${amount.name}`);
}

function purposeOf(transfer: XmlElement): string {
  const words = [
    ...textsAt(transfer, "RmtInf", "Ustrd"),
    ...textsAt(transfer, "RmtInf", "Strd", "AddtlRmtInf"),
    ...textsAt(transfer, "RmtInf", "Strd", "RfrdDocInf", "Nb"),
    ...textsAt(transfer, "Purp", "Cd"),
    ...textsAt(transfer, "Purp", "Prtry"),
  ];
  return words.join(" ").slice(0, 4_000);
}

function readTransfer(transfer: XmlElement, group: readonly XmlElement[], number: number): ReadPayment {
  const where = `transaction ${number}`;
  const reference =
    textAt(transfer, "PmtId", "EndToEndId") ??
    textAt(transfer, "PmtId", "InstrId") ??
    textAt(transfer, "PmtId", "TxId");
  if (reference === null) throw refuseMessage(where, "has no reference (PmtId)");
  const parties = partiesOf([transfer, ...group]);
  for (const role of ["payer", "payee"] as const)
    if (!parties.some((party) => party.role === role)) throw refuseMessage(where, `the ${role} has no name`);
  const funds = fundsOf(transfer, where);
  const countryOf = (role: Party["role"]): string | null =>
    parties.find((party) => party.role === role)?.properties.country?.[0]?.toUpperCase() ?? null;
  const from = countryOf("payer-bank") ?? countryOf("payer");
  const to = countryOf("payee-bank") ?? countryOf("payee");
  const countries = parties.flatMap(({ properties }) =>
    (properties.country ?? []).map((one) => one.toUpperCase()),
  );
  const transaction: Transaction = {
    kind: "payment",
    reference,
    purpose: purposeOf(transfer),
    parties,
    goods: [],
    services: [],
    from: from !== null && /^[A-Z]{2}$/.test(from) ? from : null,
    to: to !== null && /^[A-Z]{2}$/.test(to) ? to : null,
    route: [],
    funds,
    jurisdictions: jurisdictionsOf(countries, funds.currency),
    waivers: [],
    claims: [],
  };
  const unread = transfer.children.map(({ name }) => name).filter((name) => !KNOWN.has(name));
  return { transaction, unread: [...new Set(unread)] };
}

/** Reads the credit transfers of a pacs.008, pacs.009 or pain.001, of any version. Throws `input-invalid`. */
export function readIso20022(text: string): {
  readonly format: Exclude<PaymentFormat, "mt103">;
  readonly payments: readonly ReadPayment[];
} {
  const bodies: XmlElement[] = [];
  const paths = Object.keys(BODIES);
  try {
    readElements(
      { name: "message", bytes: new TextEncoder().encode(text) },
      {
        format: "iso-20022",
        roots: ["Document", "Envelope", "BizMsgEnvlp", "Message", "RequestPayload", "DataPDU"],
        records: [
          ...paths,
          ...paths.map((path) => `Document/${path}`),
          ...paths.map((path) => `Body/Document/${path}`),
        ],
      },
      (element) => bodies.push(element),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuseMessage("whole message", reason, error);
  }
  const [body] = bodies;
  const format = body === undefined ? undefined : BODIES[body.name];
  if (body === undefined || format === undefined)
    throw refuseMessage(
      "whole message",
      "no credit transfer was found: pacs.008, pacs.009 and pain.001 are read",
    );
  if (bodies.length > 1)
    throw refuseMessage("whole message", "it holds several documents; send them one by one");
  const groups = format === "pain.001" ? elementsAt(body, "PmtInf") : [body];
  const head = childOf(body, "GrpHdr");
  const transfers = groups.flatMap((group) =>
    elementsAt(group, "CdtTrfTxInf").map((transfer) => ({
      transfer,
      group: format === "pain.001" ? [group, ...(head === null ? [] : [head])] : head === null ? [] : [head],
    })),
  );
  if (transfers.length === 0) throw refuseMessage("whole message", "it holds no CdtTrfTxInf");
  if (transfers.length > PAYMENT_LIMITS.transactionsMax)
    throw refuseMessage(
      "whole message",
      `at most ${PAYMENT_LIMITS.transactionsMax} transfers are read at once`,
    );
  return {
    format,
    payments: transfers.map(({ transfer, group }, at) => readTransfer(transfer, group, at + 1)),
  };
}
