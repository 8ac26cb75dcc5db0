import { sha256 } from "../../digest.ts";
import { canonicalJson, type Json } from "../../json.ts";
import { compareShares, type Share, WHOLE, writePercent } from "../share.ts";
import { BODS_TYPES, BODS_VERSION } from "./bods.ts";
import type { Bounds } from "./bounds.ts";
import { type GraphParty, type OwnershipGraph, type Tie, tieAt } from "./graph.ts";

/** A graph as statements, and how many ties BODS has no word for. */
export type WrittenBods = { readonly statements: Iterable<Json>; readonly leftOut: number };

const ENTITY_TYPES: Readonly<Record<GraphParty["kind"], Json>> = {
  company: { type: "registeredEntity" },
  asset: { type: "legalEntity" },
  arrangement: { type: "arrangement" },
  trust: { type: "arrangement", subtype: "trust" },
  state: { type: "state" },
  unknown: { type: "unknownEntity" },
  person: { type: "unknownEntity" },
};

function detailsOfParty({ kind, name, country }: GraphParty): Json {
  const jurisdiction: Record<string, Json> =
    country === null ? {} : { jurisdiction: { code: country, name: country } };
  if (kind === "person") {
    const names: Record<string, Json> = name === null ? {} : { names: [{ type: "legal", fullName: name }] };
    return { isComponent: false, personType: "knownPerson", ...names };
  }
  return {
    isComponent: false,
    entityType: ENTITY_TYPES[kind],
    ...(name === null ? {} : { name }),
    ...jurisdiction,
  };
}

/** A percentage as a JSON number; the standard has no exact one. */
const percent = (share: Share): number => {
  const text = writePercent(share);
  const [numerator = "0", denominator = "1"] = text.split("/");
  return Number(numerator) / Number(denominator);
};

function shareOf({ min, max, minOpen, maxOpen }: Bounds): Json {
  if (compareShares(min, max) === 0) return { exact: percent(min) };
  return {
    ...(min.numerator === 0n && !minOpen
      ? {}
      : minOpen
        ? { exclusiveMinimum: percent(min) }
        : { minimum: percent(min) }),
    ...(compareShares(max, WHOLE) === 0 && !maxOpen
      ? {}
      : maxOpen
        ? { exclusiveMaximum: percent(max) }
        : { maximum: percent(max) }),
  };
}

function interestOf(tie: Tie, type: string): Json {
  const { period, share, joint } = tie;
  const bounds = share === null ? {} : shareOf(share);
  const words = joint?.kind === "holding" ? "Held jointly" : "In a joint arrangement";
  return {
    type,
    directOrIndirect: "unknown",
    ...(joint === null ? {} : { details: `${words} (${joint.id})` }),
    ...(Object.keys(bounds as object).length === 0 ? {} : { share: bounds }),
    ...(period.fromMin === null ? {} : { startDate: period.fromMin }),
    ...(period.untilMin === null ? {} : { endDate: period.untilMin }),
  };
}

type Envelope = { readonly day: string; readonly publisher: string };

function statement(
  record: { readonly recordId: string; readonly recordType: string; readonly recordDetails: Json },
  source: Json | null,
  { day, publisher }: Envelope,
): Json {
  const content: Json = {
    ...record,
    recordStatus: "new",
    statementDate: day,
    declarationSubject: record.recordId,
    publicationDetails: { publicationDate: day, bodsVersion: BODS_VERSION, publisher: { name: publisher } },
    ...(source === null ? {} : { source }),
  };
  return { statementId: sha256(canonicalJson(content)), ...content };
}

/**
 * The graph as BODS 0.4 statements, as of the day they are made: first the parties, then each tie as a relationship of
 * its own. Uncertain dates are written by their first day, as the standard asks.
 */
export function writeBods(graph: OwnershipGraph, day: string): WrittenBods {
  let leftOut = 0;
  for (let at = 0; at < graph.size; at++) if (BODS_TYPES[tieAt(graph, at).interest] === null) leftOut += 1;
  function* statements(): Generator<Json> {
    for (const party of graph.parties) {
      const recordType = party.kind === "person" ? "person" : "entity";
      yield statement({ recordId: party.id, recordType, recordDetails: detailsOfParty(party) }, null, {
        day,
        publisher: "Sluice",
      });
    }
    for (let at = 0; at < graph.size; at++) {
      const tie = tieAt(graph, at);
      const type = BODS_TYPES[tie.interest];
      if (type === null) continue;
      yield statement(
        {
          recordId: `relationship-${at + 1}`,
          recordType: "relationship",
          recordDetails: {
            isComponent: false,
            subject: tie.asset,
            interestedParty: tie.owner,
            interests: [interestOf(tie, type)],
          },
        },
        {
          type: tie.confidence === "confirmed" ? ["officialRegister"] : ["thirdParty"],
          description: [tie.source, tie.reference].filter((words) => words !== "").join(": "),
        },
        { day, publisher: tie.source === "" ? "Sluice" : tie.source },
      );
    }
  }
  return { statements: { [Symbol.iterator]: statements }, leftOut };
}
