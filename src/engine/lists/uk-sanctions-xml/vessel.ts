import { normalizeIdentifier } from "../../entity/identifier.ts";
import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";

/** What the list says of a ship. */
export type VesselFacts = {
  readonly imoNumbers: readonly string[];
  readonly mmsis: readonly string[];
  readonly owners: readonly string[];
  readonly ownersOrOperators: readonly string[];
  readonly previousOwnersOrOperators: readonly string[];
  readonly flags: readonly string[];
  readonly previousFlags: readonly string[];
  readonly types: readonly string[];
  readonly tonnages: readonly string[];
  readonly lengths: readonly string[];
  readonly yearsBuilt: readonly string[];
  readonly hullNumbers: readonly string[];
};

export const NO_VESSEL: VesselFacts = {
  imoNumbers: [],
  mmsis: [],
  owners: [],
  ownersOrOperators: [],
  previousOwnersOrOperators: [],
  flags: [],
  previousFlags: [],
  types: [],
  tonnages: [],
  lengths: [],
  yearsBuilt: [],
  hullNumbers: [],
};

/** Writes a ship's particulars; a number that fails its check digit is kept as stated and counted. */
export function addVessel(builder: EditionBuilder, draft: Draft, facts: VesselFacts): void {
  for (const raw of facts.imoNumbers) {
    const { value, valid } = normalizeIdentifier("imo", raw);
    draft.add("imoNumber", value);
    if (valid === true || value === "") continue;
    builder.unread("IMO number that fails its check digit");
    draft.keep(`IMO number as stated: ${raw}`);
  }
  draft.addCountry("flag", ...facts.flags).addCountry("pastFlags", ...facts.previousFlags);
  draft
    .add("mmsi", ...facts.mmsis)
    .add("type", ...facts.types)
    .add("tonnage", ...facts.tonnages);
  draft.add("registrationNumber", ...facts.hullNumbers);
  for (const year of facts.yearsBuilt) draft.addDate("buildDate", year);
  for (const length of facts.lengths) if (length.trim() !== "") draft.keep(`Length: ${length}`);
}
