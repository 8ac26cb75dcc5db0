import { countryCode, isCountryCode } from "../../entity/country.ts";
import { isPartialDate, partialDateOf } from "../../entity/partial-date.ts";
import { periodText } from "../ofac-period.ts";
import { attributeOf, childOf, elementsAt, textAt, type XmlElement } from "../xml.ts";

/** The value sets of the standard, by the name of their elements: `AliasType`, `Country`, `FeatureType`. */
export class ReferenceValues {
  readonly #sets = new Map<string, Map<string, XmlElement>>();

  /** Learns one `ReferenceValueSets` element. */
  learn(sets: XmlElement): void {
    for (const values of sets.children) {
      for (const value of values.children) {
        const set = this.#sets.get(value.name) ?? new Map<string, XmlElement>();
        this.#sets.set(value.name, set);
        set.set(attributeOf(value, "ID") ?? "", value);
      }
    }
  }

  /** The value's element; throws `UnknownReference` where the file has none of that id. */
  element(set: string, id: string | null): XmlElement {
    const found = this.#sets.get(set)?.get(id ?? "");
    if (found === undefined) throw new UnknownReference(set, id);
    return found;
  }

  /** The value's words; throws `UnknownReference` where the file has none of that id. */
  text(set: string, id: string | null): string {
    return this.element(set, id).text;
  }

  /** A country's name, or its ISO code where the name is none that is known. */
  country(id: string | null): string {
    const country = this.element("Country", id);
    const code = attributeOf(country, "ISO2")?.toLowerCase() ?? "";
    return countryCode(country.text) === null && isCountryCode(code) ? code : country.text;
  }
}

/** An id that the file refers to and does not define; its element is rejected with this reason. */
export class UnknownReference extends Error {
  constructor(set: string, id: string | null) {
    super(`${set} ${(id ?? "").slice(0, 40)} is referred to but not in the file`);
  }
}

/** The parts of a location, with the country's code or name. */
export type Location = {
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly country: string | null;
  readonly remarks: string | null;
};

/** Reads a location; a part has several values where it stands in several scripts, the primary one first. */
export function locationOf(element: XmlElement, references: ReferenceValues): Location {
  const parts = new Map<string, readonly string[]>();
  for (const part of elementsAt(element, "LocationPart")) {
    const values = [...elementsAt(part, "LocationPartValue")].sort(
      (a, b) => Number(attributeOf(b, "Primary") === "true") - Number(attributeOf(a, "Primary") === "true"),
    );
    parts.set(
      references.text("LocPartType", attributeOf(part, "LocPartTypeID")),
      values.flatMap((value) => textAt(value, "Value") ?? []),
    );
  }
  const country = childOf(element, "LocationCountry");
  return {
    parts,
    country: country === null ? null : references.country(attributeOf(country, "CountryID")),
    remarks: textAt(element, "Comment"),
  };
}

/** All words of a location in one line. */
export function locationText({ parts, country }: Location): string {
  const words = [...parts.values()].flatMap((values) => values.slice(0, 1));
  return [...words, ...(country === null ? [] : [country])].join(", ");
}

function dayOf(point: XmlElement | null): string | null {
  if (point === null) return null;
  const [year, month, day] = ["Year", "Month", "Day"].map((name) => Number(textAt(point, name) ?? "0"));
  return partialDateOf(year ?? 0, month ?? 0, day ?? 0);
}

/** The date of a `DateOfIssue` or `Date` element, or null where it is none. */
export function dateOf(element: XmlElement | null): string | null {
  return dayOf(element);
}

/** A `DatePeriod` as a date expression, from the earliest start to the latest end; null where it states no day. */
export function periodOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  const start = childOf(element, "Start");
  const end = childOf(element, "End");
  const from = dayOf(start && (childOf(start, "From") ?? childOf(start, "To")));
  const to = dayOf(end && (childOf(end, "To") ?? childOf(end, "From"))) ?? from;
  if (from === null || to === null || !isPartialDate(from) || !isPartialDate(to)) return null;
  const approximate = [start, end].some(
    (boundary) => boundary !== null && attributeOf(boundary, "Approximate") === "true",
  );
  return periodText({ from, to, approximate });
}
