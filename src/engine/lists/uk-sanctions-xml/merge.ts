import { idPart } from "../edition-builder.ts";
import type { Designation } from "./designation.ts";
import type { VesselFacts } from "./vessel.ts";

/** Designations of lists that write one row per name, address or date: rows of one reference become one designation. */
export type DesignationRows = {
  readonly add: (row: Designation) => void;
  /** In the order of their first rows. */
  readonly merged: () => readonly Designation[];
};

/** Starts collecting rows. */
export function createDesignationRows(): DesignationRows {
  const groups = new Map<string, Designation[]>();
  return {
    add: (row) => {
      const key = idPart(row.reference);
      const group = groups.get(key) ?? [];
      if (group.length === 0) groups.set(key, group);
      group.push(row);
    },
    merged: () => [...groups.values()].map(merge),
  };
}

function merge(rows: readonly Designation[]): Designation {
  const one = (pick: (row: Designation) => string): string =>
    rows.map(pick).find((text) => text !== "") ?? "";
  const distinct = <T>(pick: (row: Designation) => readonly T[]): readonly T[] => [
    ...new Map(rows.flatMap(pick).map((value) => [JSON.stringify(value), value])).values(),
  ];
  return {
    reference: one((row) => row.reference),
    authorityIds: distinct((row) => row.authorityIds),
    groupId: one((row) => row.groupId),
    unReferences: distinct((row) => row.unReferences),
    kind: one((row) => row.kind),
    regime: distinct((row) => row.regime),
    source: one((row) => row.source),
    measures: distinct((row) => row.measures),
    reasons: distinct((row) => row.reasons),
    notes: distinct((row) => row.notes),
    designatedOn: one((row) => row.designatedOn),
    startedOn: one((row) => row.startedOn),
    updatedOn: one((row) => row.updatedOn),
    names: distinct((row) => row.names),
    otherScripts: distinct((row) => row.otherScripts),
    titles: distinct((row) => row.titles),
    addresses: distinct((row) => row.addresses),
    phones: distinct((row) => row.phones),
    websites: distinct((row) => row.websites),
    emails: distinct((row) => row.emails),
    births: distinct((row) => row.births),
    birthPlaces: distinct((row) => row.birthPlaces),
    birthCountries: distinct((row) => row.birthCountries),
    nationalities: distinct((row) => row.nationalities),
    countries: distinct((row) => row.countries),
    positions: distinct((row) => row.positions),
    genders: distinct((row) => row.genders),
    passports: distinct((row) => row.passports),
    nationalIds: distinct((row) => row.nationalIds),
    entityTypes: distinct((row) => row.entityTypes),
    registrations: distinct((row) => row.registrations),
    parents: distinct((row) => row.parents),
    subsidiaries: distinct((row) => row.subsidiaries),
    vessel: mergeVessels(distinct),
  };
}

function mergeVessels(distinct: <T>(pick: (row: Designation) => readonly T[]) => readonly T[]): VesselFacts {
  return {
    imoNumbers: distinct((row) => row.vessel.imoNumbers),
    mmsis: distinct((row) => row.vessel.mmsis),
    owners: distinct((row) => row.vessel.owners),
    ownersOrOperators: distinct((row) => row.vessel.ownersOrOperators),
    previousOwnersOrOperators: distinct((row) => row.vessel.previousOwnersOrOperators),
    flags: distinct((row) => row.vessel.flags),
    previousFlags: distinct((row) => row.vessel.previousFlags),
    types: distinct((row) => row.vessel.types),
    tonnages: distinct((row) => row.vessel.tonnages),
    lengths: distinct((row) => row.vessel.lengths),
    yearsBuilt: distinct((row) => row.vessel.yearsBuilt),
    hullNumbers: distinct((row) => row.vessel.hullNumbers),
  };
}
