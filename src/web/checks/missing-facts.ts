import type { Finding } from "../api/shapes.ts";
import { partyAbout, placeBeside } from "./beside-party.ts";
import type { CheckReceipt } from "./check-receipt.ts";

type Properties = Readonly<Record<string, readonly string[]>>;
type Named = { readonly schema: string; readonly properties: Properties };

/** A fact that would tell a party from those of its name. */
export type MissingFact = "birth" | "country" | "id";
/** Whom a reason refers to a person, and which facts of it were not stated. */
export type Missing = { readonly name: string; readonly facts: readonly MissingFact[] };

const COUNTRIES = ["nationality", "country", "jurisdiction", "citizenship", "flag"];
const NUMBERS = [
  "passportNumber",
  "idNumber",
  "registrationNumber",
  "taxNumber",
  "imoNumber",
  "leiCode",
  "swiftBic",
  "innCode",
  "uscCode",
];

const states = (properties: Properties, names: readonly string[]): boolean =>
  names.some((name) => (properties[name]?.length ?? 0) > 0);

function factsNotStated({ schema, properties }: Named): readonly MissingFact[] {
  const mayBePerson = schema === "Person" || schema === "LegalEntity";
  return [
    ...(mayBePerson && !states(properties, ["birthDate"]) ? (["birth"] as const) : []),
    ...(states(properties, COUNTRIES) ? [] : (["country"] as const)),
    ...(states(properties, NUMBERS) ? [] : (["id"] as const)),
  ];
}

/** Whoever is held for a name alone, each once, with the facts that would decide it and were not stated. */
export function missingFacts(
  findings: readonly Finding[],
  { parties }: CheckReceipt["transaction"],
): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const { effect, step, about, words } of findings) {
    if (effect !== "refers" || step !== "screen") continue;
    const party = partyAbout(about, parties);
    if (party === undefined) continue;
    const subject: Named = party.related?.[placeBeside(party, words)]?.subject ?? party;
    const name = subject.properties.name?.[0] ?? "–";
    const facts = factsNotStated(subject);
    if (facts.length > 0) found.set(name, { name, facts });
  }
  return [...found.values()];
}
