import { readFile, stat } from "node:fs/promises";
import { needsOf } from "../engine/check/needs.ts";
import { createWorld } from "../engine/check/world.ts";
import { sayDay } from "../engine/day.ts";
import { sayHs } from "../engine/goods/hs-code.ts";
import { parseTransaction } from "../engine/transaction.ts";
import { sayQuantity } from "../engine/waivers/amount.ts";
import { bundledForms } from "../engine/waivers/bundled-forms.ts";
import { dayIn } from "../engine/waivers/zone.ts";
import { Fault } from "../fault.ts";
import { keyIdOf, readPublicKey } from "../platform/receipts/signing-key.ts";
import { proveLetter } from "../service/waivers/letters/letter.ts";
import { type Command, type Context, type Given, suggestion, usageFault } from "./command.ts";
import { dayOf, todayOf } from "./days.ts";
import { jsonLine, readDocument } from "./documents.ts";
import { EXIT, exitOfAnswer } from "./exit-code.ts";
import { section } from "./print-verdict.ts";
import { paint, paragraph } from "./terminal.ts";
import { reconcileFile, remoteOf, showLedger } from "./waivers-remote.ts";
import { tellStory, tellStoryThere } from "./waivers-story.ts";
import { tellTour } from "./waivers-tour.ts";

const PARTS = ["verify", "needs", "templates", "story", "ledger", "reconcile"];
const KEY_BYTES_MAX = 10_000;

async function readKey(file: string): Promise<string> {
  if ((await stat(file)).size > KEY_BYTES_MAX) {
    const limit = { code: "limit-exceeded", limit: "keyBytesMax", allowed: KEY_BYTES_MAX } as const;
    throw new Fault({ ...limit, where: file });
  }
  return keyIdOf(readPublicKey(await readFile(file, "utf8"), file));
}

function onlyFile(given: Given, part: string): string {
  const [, file, ...others] = given.positionals;
  if (file === undefined || others.length > 0)
    throw usageFault(`waivers ${part} needs one FILE, or - for standard input`);
  return file;
}

/** Proves a letter or a credential without asking anyone. */
async function verify(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  const document = await readDocument(context, onlyFile(given, "verify"));
  const trusted = await Promise.all(given.values("key").map(readKey));
  const proven = proveLetter(document.value);
  const at = given.value("at") ?? new Date(terminal.now()).toISOString();
  if (at.length <= 10) dayOf("--at", at);
  if (proven.kind === "not")
    return told(context, given, { proven: false, valid: false, reasons: [proven.reason] });
  const { letter, keyId, form } = proven;
  const isOther = trusted.length > 0 && !trusted.includes(keyId);
  const day = dayIn(letter.zone, at);
  const reasons = [
    ...(isOther ? [`it is signed by key ${keyId}, which is none of those given`] : []),
    ...(day < letter.from ? [`it begins only on ${sayDay(letter.from)}`] : []),
    ...(day > letter.until ? [`it expired on ${sayDay(letter.until)}`] : []),
  ];
  const facts = { form, letter, keyId, keyIsTrusted: trusted.includes(keyId), day };
  return told(context, given, { proven: !isOther, valid: reasons.length === 0, reasons, ...facts });
}

type Told = {
  readonly proven: boolean;
  readonly valid: boolean;
  readonly reasons: readonly string[];
  readonly form?: string;
  readonly keyId?: string;
  readonly keyIsTrusted?: boolean;
  readonly day?: string;
  readonly letter?: Extract<ReturnType<typeof proveLetter>, { readonly kind: "signed" }>["letter"];
};

async function told({ terminal }: Context, given: Given, result: Told): Promise<number> {
  // A signature by a key that nobody vouches for proves who has the key, and not who that is.
  const code = !result.valid ? EXIT.prohibited : result.keyIsTrusted === true ? EXIT.clear : EXIT.refer;
  if (given.has("json")) {
    await terminal.write(jsonLine(result));
    return code;
  }
  const { letter } = result;
  const title = !result.proven
    ? paint(terminal, "red", "NOT PROVEN")
    : !result.valid
      ? paint(terminal, "red", "NOT IN ITS TIME")
      : result.keyIsTrusted === true
        ? paint(terminal, "green", "GENUINE, AND IN ITS TIME")
        : paint(terminal, "yellow", "SIGNED AND IN ITS TIME; WHOSE KEY IT IS, YOU MUST KNOW");
  const key = result.keyIsTrusted
    ? `Signed by key ${result.keyId}, as given.`
    : `Signed by its own key, ${result.keyId}. Compare it with the one you know, or give that with --key.`;
  await terminal.write(
    [
      `${paint(terminal, "bold", title)}\n`,
      ...result.reasons.map((text) => paragraph(terminal, { mark: "  - ", text })),
      ...(letter === undefined
        ? []
        : [
            paragraph(terminal, { mark: "", text: `${letter.reference}: ${letter.title}` }),
            paragraph(terminal, {
              mark: "",
              text: `From ${sayDay(letter.from)} to ${sayDay(letter.until)} by the days of ${letter.zone}. ${key}`,
            }),
            ...letter.lines.map(({ line, item, hs, quantity }) =>
              paragraph(terminal, {
                mark: `  ${line.padEnd(4)}`,
                text: `${item}, ${sayQuantity(quantity)} (HS ${hs.map(sayHs).join(", ")})`,
              }),
            ),
            paragraph(terminal, {
              mark: "",
              text: `What is left, and whether it was suspended or revoked since, no file can say: ${letter.verify}`,
            }),
          ]),
    ].join(""),
  );
  return code;
}

/** Which approvals a transaction would need. */
async function needs(context: Context, given: Given): Promise<number> {
  const { terminal } = context;
  const document = await readDocument(context, onlyFile(given, "needs"));
  const transaction = parseTransaction(document.value, document.name);
  const at = dayOf("--at", given.value("at")) ?? todayOf(terminal.now());
  const { snapshot } = await context.openLists();
  const found = needsOf(createWorld(snapshot), transaction, at, {
    usNgo: given.has("us-ngo"),
    fundMoney: given.has("fund-money"),
  });
  const code = exitOfAnswer(found.verdict.answer);
  if (given.has("json")) {
    const { needs: all, ...rest } = found;
    await terminal.write(
      jsonLine({ ...rest, needs: all.map(({ template, ...need }) => ({ template: template.id, ...need })) }),
    );
    return code;
  }
  await terminal.write(paragraph(terminal, { mark: "", text: found.verdict.summary }));
  for (const { template, because, lines } of found.needs) {
    const title = `${template.office}: ${template.title}`;
    const [first = "", ...others] = because;
    const more = others.length > 0 ? ` (and ${others.length} more of the kind)` : "";
    await terminal.write(
      [
        "\n",
        paragraph(terminal, { mark: "", text: title, paint: (text) => paint(terminal, "bold", text) }),
        paragraph(terminal, { mark: "  why    ", text: `${first}${more}` }),
        paragraph(terminal, { mark: "  lines  ", text: lines.join(", ") || "none by code" }),
        paragraph(terminal, { mark: "  time   ", text: `about ${template.daysUsual} days, as far as known` }),
        ...(template.dependsOn.length === 0
          ? []
          : [paragraph(terminal, { mark: "  after  ", text: template.dependsOn.join(", ") })]),
      ].join(""),
    );
  }
  await terminal.write(section(terminal, "First", found.first));
  return code;
}

/** The kinds of approval that there are. */
async function templates({ terminal }: Context, given: Given): Promise<number> {
  if (given.positionals.length > 1) throw usageFault("waivers templates takes no arguments");
  const { templates: all } = bundledForms();
  if (given.has("json")) await terminal.write(jsonLine(all));
  else
    for (const { id, office, title, basis } of all)
      await terminal.write(
        paragraph(terminal, { mark: `${id.padEnd(22)} `, text: `${title} (${office}); ${basis}` }),
      );
  return EXIT.clear;
}

/** The story of 2019: on a service of its own whose clock stands in 2019, in one that already runs, or asked of that. */
async function tell(context: Context, given: Given): Promise<number> {
  const remote = remoteOf(given);
  if (remote === null && given.has("ask-only")) throw usageFault("--ask-only needs --url URL");
  if (remote === null) return tellStory(context, given.has("json"));
  const there = given.has("ask-only") ? tellTour : tellStoryThere;
  return there(context, remote, given.has("json"));
}

async function run(context: Context, given: Given): Promise<number> {
  const [part = ""] = given.positionals;
  switch (part) {
    case "verify":
      return verify(context, given);
    case "needs":
      return needs(context, given);
    case "templates":
      return templates(context, given);
    case "story":
      if (given.positionals.length > 1) throw usageFault("waivers story takes no arguments");
      return tell(context, given);
    case "ledger":
      return showLedger(context, given);
    case "reconcile":
      return reconcileFile(context, given);
    default:
      throw usageFault(`waivers ${part}: no such part${suggestion(part, PARTS)} (${PARTS.join(", ")})`);
  }
}

/** `sluice waivers`: letters proved, approvals needed, and the story of 2019. */
export const waiversCommand: Command = {
  name: "waivers",
  summary: "prove a waiver's letter offline; say which approvals a shipment needs; compare ledgers",
  usage: [
    "sluice waivers verify FILE|- [--key FILE …] [--at DATE]",
    "sluice waivers needs FILE|- [--at DATE] [--us-ngo] [--fund-money]",
    "sluice waivers templates",
    "sluice waivers story [--url URL [--ask-only]]",
    "sluice waivers ledger WAIVER --url URL",
    "sluice waivers reconcile FILE --url URL",
  ],
  about: [
    "verify takes a letter (GET /api/v1/waivers/ID/letter?format=json) or its credential (format=vc) and proves the signature without asking anyone; with --key, only letters of those keys. It ends with 0 where the letter is of a key given and in its time, with 2 where its key was not given and a person must compare it, else with 1.",
    "needs takes a transaction as check does, and ends as check would.",
    "story starts a service of its own in a passing folder, with a clock that stands in 2019, and takes the video reunion from the prohibited shipment to the waiver that lapses unused, by the same addresses that everybody uses. With --url all of it happens in a service that already runs, in a throw-away organization made there for it, where alone a question may give its day; it stays to be looked at in the app until “sluice demo-data remove stories”. With --ask-only each day is asked about as that day, and nothing is kept.",
    "ledger shows what is left of a waiver of a running service, by its id or reference; reconcile compares an authority's or customs' usage file (CSV) with its ledgers and ends with 1 where they differ. Both, and story with --url, take the API key from the environment variable SLUICE_KEY.",
  ],
  flags: {
    key: { words: "a public key to believe (PEM); without it the file's own", value: "FILE", many: true },
    at: { words: "the day or instant asked about; now where not given", value: "DATE" },
    "us-ngo": { words: "needs: a non-governmental organization that US rules bind asks" },
    url: { words: "story, ledger, reconcile: the service that is asked", value: "URL" },
    "ask-only": { words: "story --url: ask about each day and keep nothing" },
    "fund-money": { words: "needs: the Inter-Korean Cooperation Fund pays" },
  },
  run,
};
