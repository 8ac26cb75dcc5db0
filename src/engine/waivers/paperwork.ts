import { sayDay } from "../day.ts";
import { readHsCode } from "../goods/hs-code.ts";
import { plainName } from "../names/plain-name.ts";
import type { Money } from "../transaction.ts";
import { compareMoney, sayMoney, timesOf, totalMoney } from "./amount.ts";
import type { AnnexLine, ApplicationFile } from "./application.ts";
import { addMonths } from "./calendar.ts";
import type { FormItem, WaiverTemplate } from "./template.ts";
import { countIn } from "./unit.ts";

/** Something that a form lacks or that does not agree: where in the file, and one plain sentence. */
export type PaperNote = { readonly where: string; readonly words: string };

const note = (where: string, words: string): PaperNote => ({ where, words });
const blank = (text: string): boolean => text.trim() === "";

/** What one authority's form asks for and the file does not say yet. */
export function missingFrom(file: ApplicationFile, template: WaiverTemplate): readonly PaperNote[] {
  return [
    ...template.form.flatMap(({ item, mark }) => {
      const prefix = mark === "" ? "" : `Item ${mark}: `;
      return MISSING[item](file).map(({ where, words }) => note(where, `${prefix}${words}`));
    }),
    ...routeMissing(file, template),
    ...periodMissing(file, template),
  ];
}

const one = (isMissing: boolean, where: string, words: string): readonly PaperNote[] =>
  isMissing ? [note(where, words)] : [];

const MISSING: Readonly<Record<FormItem, (file: ApplicationFile) => readonly PaperNote[]>> = {
  applicant: ({ applicant }) => [
    ...one(blank(applicant.name), "applicant.name", "who applies."),
    ...one(applicant.kind === null, "applicant.kind", "what kind of applicant it is."),
    ...one(blank(applicant.contact), "applicant.contact", "how the applicant can be reached."),
  ],
  nature: ({ nature }) => one(blank(nature), "nature", "what the assistance is, and how civilians benefit."),
  recipients: ({ recipients, beneficiaryCriteria }) => [
    ...one(recipients.length === 0, "recipients", "who receives it in the country."),
    ...recipients.flatMap(({ name, place }, at) => [
      ...one(blank(name), `recipients.${at}.name`, `the name of recipient ${at + 1}.`),
      ...one(blank(place), `recipients.${at}.place`, `where recipient ${at + 1} is.`),
    ]),
    ...one(blank(beneficiaryCriteria), "beneficiaryCriteria", "by what criteria beneficiaries were chosen."),
  ],
  reason: ({ reason, provisions }) => [
    ...one(blank(reason), "reason", "why an approval is required."),
    ...one(
      provisions.length === 0,
      "provisions",
      "which provisions stand in the way, such as “2397 paragraph 7”.",
    ),
  ],
  description: ({ description }) =>
    one(blank(description), "description", "a description of the goods and services."),
  "transfer-dates": ({ transfers }) => [
    ...one(transfers.length === 0, "transfers", "when the transfer is planned."),
    ...transfers.flatMap(({ from, until }, at) =>
      one(
        from === null || until === null,
        `transfers.${at}`,
        `the first and last day of transfer ${at + 1}.`,
      ),
    ),
  ],
  "transfer-routes": ({ transfers }) => [
    ...one(transfers.length === 0, "transfers", "the route of the transfer."),
    ...transfers.flatMap(({ route, method, departure, entry }, at) => [
      ...one(
        route.length < 2,
        `transfers.${at}.route`,
        `the places that transfer ${at + 1} passes, in order.`,
      ),
      ...one(
        blank(method),
        `transfers.${at}.method`,
        `how transfer ${at + 1} is made: road, rail, sea, air.`,
      ),
      ...one(
        blank(departure),
        `transfers.${at}.departure`,
        `the port or place of departure of transfer ${at + 1}.`,
      ),
      ...one(blank(entry), `transfers.${at}.entry`, `the port or place of entry of transfer ${at + 1}.`),
    ]),
  ],
  parties: ({ parties }) => [
    ...one(
      parties.length === 0,
      "parties",
      "the suppliers, carriers, forwarders, banks and receivers known so far.",
    ),
    ...parties.flatMap(({ properties, role }, at) =>
      one(
        (properties.name ?? []).length === 0,
        `parties.${at}.properties.name`,
        `the name of party ${at + 1} (${role}).`,
      ),
    ),
  ],
  payments: ({ payments, noPayments }) => [
    ...one(
      payments.length === 0 && !noPayments,
      "payments",
      "which payments go with it, or that there are none.",
    ),
    ...payments.flatMap(({ amount, payer, payee, banks }, at) => [
      ...one(amount === null, `payments.${at}.amount`, `the amount of payment ${at + 1}.`),
      ...one(blank(payer) || blank(payee), `payments.${at}`, `who pays whom in payment ${at + 1}.`),
      ...one(banks.length === 0, `payments.${at}.banks`, `the banks that payment ${at + 1} goes through.`),
    ]),
  ],
  annex: ({ lines }) => [
    ...one(lines.length === 0, "lines", "the annex: at least one line."),
    ...lines.flatMap((line, at) => lineMissing(line, at)),
  ],
  "anti-diversion": ({ antiDiversion }) =>
    one(
      blank(antiDiversion),
      "antiDiversion",
      "what keeps the goods from being diverted, and who watches over it.",
    ),
  changes: ({ changes }) => one(blank(changes), "changes", "what is to change, and why."),
  "state-notice": ({ reason }) =>
    one(
      blank(reason),
      "reason",
      "the Committee's approval or the request filed with it, or why none is needed.",
    ),
};

function lineMissing(line: AnnexLine, at: number): readonly PaperNote[] {
  const where = `lines.${at}`;
  const name = `line ${line.line}`;
  return [
    ...one(blank(line.item), `${where}.item`, `what ${name} is.`),
    ...one(line.hs === null, `${where}.hs`, `the HS code of ${name}.`),
    ...one(line.quantity === null, `${where}.quantity`, `the quantity of ${name}, with its unit.`),
    ...one(line.unitValue === null, `${where}.unitValue`, `what one unit of ${name} is worth.`),
    ...one(line.origin === null, `${where}.origin`, `the country of origin of ${name}.`),
    ...one(blank(line.specification), `${where}.specification`, `the specification of ${name}.`),
    ...one(blank(line.supplier), `${where}.supplier`, `who supplies ${name}.`),
  ];
}

/** True where the applicant files directly, by the authority's own rule: who it is, exemptions before, or an emergency. */
export function maySkipRouting(file: ApplicationFile, template: WaiverTemplate, day: string): boolean {
  const rule = template.directFiling;
  if (rule === null) return true;
  const { kind, exemptions } = file.applicant;
  if (kind !== null && rule.kinds.includes(kind)) return true;
  if (rule.emergency && file.emergency && !blank(file.emergencyReason)) return true;
  const since = addMonths(day, -rule.months);
  return (
    exemptions.filter(({ approvedOn }) => approvedOn >= since && approvedOn < day).length >= rule.exemptions
  );
}

function routeMissing(file: ApplicationFile, template: WaiverTemplate): readonly PaperNote[] {
  if (template.directFiling === null) return [];
  return [
    ...one(
      file.route === null,
      "route",
      "By which way it is filed: a Member State, the Resident Coordinator, the Secretary, or directly.",
    ),
    ...one(file.emergency && blank(file.emergencyReason), "emergencyReason", "Which emergency it is."),
    ...one(
      file.route === "secretary" && file.applicant.kind === "ngo" && blank(file.applicant.trackRecord),
      "applicant.trackRecord",
      "The organisation's record of aid, or the State that recognizes it: the Secretary forwards no request without one.",
    ),
  ];
}

function periodMissing(file: ApplicationFile, { validity }: WaiverTemplate): readonly PaperNote[] {
  if (validity === null) return [];
  const usual = file.from === null ? null : addMonths(file.from, validity.monthsUsual);
  const isLong = usual !== null && file.until !== null && file.until > usual;
  return [
    ...one(
      file.from === null || file.until === null,
      "from",
      "The first and last day that the approval is asked for.",
    ),
    ...one(
      isLong && blank(file.periodReason),
      "periodReason",
      `Why it is to last longer than ${validity.monthsUsual} months.`,
    ),
  ];
}

/** What in the file does not agree with itself or with the authority's limits. `day` is the day of filing. */
export function conflictsIn(
  file: ApplicationFile,
  templates: readonly WaiverTemplate[],
  day: string,
): readonly PaperNote[] {
  return [
    ...lineConflicts(file),
    ...totalConflicts(file),
    ...transferConflicts(file),
    ...partyConflicts(file),
    ...templates.flatMap((template) => limitConflicts(file, template, day)),
  ];
}

function lineConflicts({ lines, transfers }: ApplicationFile): readonly PaperNote[] {
  const seen = new Set<string>();
  return lines.flatMap((line, at) => {
    const notes: PaperNote[] = [];
    if (seen.has(line.line)) notes.push(note(`lines.${at}.line`, `Two lines are numbered ${line.line}.`));
    seen.add(line.line);
    const code = line.hs === null ? null : readHsCode(line.hs);
    if (code?.kind === "invalid") notes.push(note(`lines.${at}.hs`, `Line ${line.line}: ${code.reason}.`));
    if (line.quantity !== null) {
      const counted = countIn(line.quantity, line.quantity.unit);
      if (counted.kind === "refused")
        notes.push(note(`lines.${at}.quantity`, `Line ${line.line}: ${counted.reason}.`));
      else if (counted.amount === 0n)
        notes.push(note(`lines.${at}.quantity`, `Line ${line.line} asks for nothing.`));
    }
    if (line.shipment !== null && line.shipment > Math.max(1, transfers.length))
      notes.push(
        note(
          `lines.${at}.shipment`,
          `Line ${line.line} goes with shipment ${line.shipment}, and ${transfers.length} are planned.`,
        ),
      );
    const transfer = line.shipment === null ? undefined : transfers[line.shipment - 1];
    const outside =
      line.shipOn !== null &&
      ((transfer?.from !== undefined && transfer.from !== null && line.shipOn < transfer.from) ||
        (transfer?.until !== undefined && transfer.until !== null && line.shipOn > transfer.until));
    if (outside && line.shipOn !== null)
      notes.push(
        note(
          `lines.${at}.shipOn`,
          `Line ${line.line} is to ship on ${sayDay(line.shipOn)}, outside of its shipment's days.`,
        ),
      );
    return notes;
  });
}

/** What the lines come to, or null where one states no value or they are in several currencies. */
export function worthOf(lines: readonly AnnexLine[]): Money | null {
  if (lines.some(({ quantity, unitValue }) => quantity === null || unitValue === null)) return null;
  return totalMoney(
    lines.flatMap(({ quantity, unitValue }) =>
      quantity === null || unitValue === null ? [] : [timesOf(unitValue, quantity)],
    ),
  );
}

function totalConflicts({ lines, statedTotal, payments }: ApplicationFile): readonly PaperNote[] {
  const currencies = new Set(
    lines.flatMap(({ unitValue }) => (unitValue === null ? [] : [unitValue.currency])),
  );
  const notes = one(
    currencies.size > 1,
    "lines",
    `The lines are valued in ${[...currencies].join(" and ")}; one currency can be added up.`,
  );
  const worth = worthOf(lines);
  if (worth === null) return notes;
  const order = statedTotal === null ? 0 : compareMoney(worth, statedTotal);
  const paid = totalMoney(payments.flatMap(({ amount }) => (amount === null ? [] : [amount])));
  const over = paid === null ? null : compareMoney(paid, worth);
  return [
    ...notes,
    ...one(
      order !== 0,
      "statedTotal",
      `The lines come to ${sayMoney(worth)}, and the total is stated as ${statedTotal === null ? "nothing" : sayMoney(statedTotal)}.`,
    ),
    ...one(
      over !== null && over > 0,
      "payments",
      `The payments come to ${paid === null ? "" : sayMoney(paid)}, more than the ${sayMoney(worth)} that the lines are worth.`,
    ),
  ];
}

function transferConflicts({ transfers, from, until }: ApplicationFile): readonly PaperNote[] {
  return transfers.flatMap((transfer, at) => {
    const { route, departure, entry } = transfer;
    const named = `transfer ${at + 1}`;
    const places = new Set(route.map(plainName));
    const first = plainName(route[0] ?? "");
    return [
      ...one(
        transfer.from !== null && transfer.until !== null && transfer.until < transfer.from,
        `transfers.${at}`,
        `The last day of ${named} is before its first.`,
      ),
      ...one(
        from !== null && transfer.from !== null && transfer.from < from,
        `transfers.${at}.from`,
        `The ${named} begins before the time that is asked for.`,
      ),
      ...one(
        until !== null && transfer.until !== null && transfer.until > until,
        `transfers.${at}.until`,
        `The ${named} ends after the time that is asked for.`,
      ),
      ...one(
        route.length > 0 && !blank(departure) && plainName(departure) !== first,
        `transfers.${at}.departure`,
        `The ${named} departs from ${departure}, and its route begins at ${route[0] ?? ""}.`,
      ),
      ...one(
        route.length > 0 && !blank(entry) && !places.has(plainName(entry)),
        `transfers.${at}.entry`,
        `The ${named} enters at ${entry}, which its route does not pass.`,
      ),
    ];
  });
}

function partyConflicts({ parties, lines, payments }: ApplicationFile): readonly PaperNote[] {
  const named = new Set(parties.flatMap(({ properties }) => properties.name ?? []).map(plainName));
  const strange = (name: string) => !blank(name) && !named.has(plainName(name));
  return [
    ...lines.flatMap(({ line, supplier }, at) =>
      one(
        strange(supplier),
        `lines.${at}.supplier`,
        `${supplier} supplies line ${line} and is not among the parties.`,
      ),
    ),
    ...payments.flatMap(({ banks }, at) =>
      banks
        .filter(strange)
        .map((bank) =>
          note(`payments.${at}.banks`, `${bank} handles payment ${at + 1} and is not among the parties.`),
        ),
    ),
  ];
}

function limitConflicts(file: ApplicationFile, template: WaiverTemplate, day: string): readonly PaperNote[] {
  const { validity, office } = template;
  const last = validity === null || file.from === null ? null : addMonths(file.from, validity.monthsMax);
  return [
    ...one(
      last !== null && file.until !== null && file.until > last,
      "until",
      `${office} gives at most ${validity?.monthsMax ?? 0} months: until ${last === null ? "" : sayDay(last)}.`,
    ),
    ...one(
      validity?.shipmentsMax !== undefined &&
        validity.shipmentsMax !== null &&
        file.transfers.length > validity.shipmentsMax,
      "transfers",
      `${office} allows at most ${validity?.shipmentsMax ?? 0} shipments, and ${file.transfers.length} are planned.`,
    ),
    ...one(
      file.route === "direct" && !maySkipRouting(file, template, day),
      "route",
      `Direct filing with ${office} is for Member States, UN agencies, the Red Cross and the IOC, for who had ${template.directFiling?.exemptions ?? 0} exemptions in ${template.directFiling?.months ?? 0} months, or for an emergency.`,
    ),
  ];
}
