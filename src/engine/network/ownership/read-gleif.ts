import type { SourceFile } from "../../lists/reader.ts";
import { readElements, rootName, textAt, textsAt, type XmlElement } from "../../lists/xml.ts";
import { WHOLE } from "../share.ts";
import { exactly } from "./bounds.ts";
import type { Confidence, GraphBuilder, Interest, Tie } from "./graph.ts";
import { ShareReader } from "./read-share.ts";

const FORMAT = "gleif";
const ROOTS = ["LEIData", "RelationshipData", "ReportingExceptionData"];
const RECORDS = [
  "LEIRecords/LEIRecord",
  "RelationshipRecords/RelationshipRecord",
  "ReportingExceptions/Exception",
];

/** Relations of GLEIF's level 2, from a child to what stands above it, and what they are to the rules. */
const RELATIONS: ReadonlyMap<string, readonly Interest[]> = new Map<string, readonly Interest[]>([
  // Who consolidates a company in its accounts controls it and owns something of it; how much is not stated.
  ["IS_DIRECTLY_CONSOLIDATED_BY", ["consolidated", "ownership"]],
  ["IS_ULTIMATELY_CONSOLIDATED_BY", ["consolidated", "ownership"]],
  ["IS_INTERNATIONAL_BRANCH_OF", ["ownership"]],
  ["IS_FUND-MANAGED_BY", ["linked"]],
  ["IS_SUBFUND_OF", ["linked"]],
  ["IS_FEEDER_TO", ["linked"]],
]);

/** Reasons by which a parent exists and is not told. */
const WITHHELD =
  /^(?:NON_PUBLIC|BINDING_LEGAL_COMMITMENTS|LEGAL_OBSTACLES|CONSENT_NOT_OBTAINED|DISCLOSURE_DETRIMENTAL|DETRIMENT_NOT_EXCLUDED)$/u;

/** True where the file is GLEIF's: companies, relations or reporting exceptions, in XML. */
export function isGleif(file: SourceFile): boolean {
  return ROOTS.includes(rootName(file) ?? "");
}

class GleifReader {
  readonly #builder: GraphBuilder;
  readonly #shares: ShareReader;
  readonly #file: string;

  constructor(builder: GraphBuilder, file: string) {
    this.#builder = builder;
    this.#shares = new ShareReader(builder);
    this.#file = file;
  }

  take(element: XmlElement, path: string): void {
    const where = `${this.#file}: line ${element.line}`;
    if (path.startsWith("LEIRecords")) this.#company(element, where);
    else if (path.startsWith("RelationshipRecords")) this.#relation(element, where);
    else this.#exception(element, where);
  }

  #company(element: XmlElement, where: string): void {
    const id = textAt(element, "LEI");
    if (id === null) {
      this.#unreadable(where, "the record has no LEI");
      return;
    }
    const category = textAt(element, "Entity", "EntityCategory");
    this.#builder.party({
      id,
      name: textAt(element, "Entity", "LegalName"),
      kind: category === "RESIDENT_GOVERNMENT_ENTITY" ? "state" : "company",
      country: textAt(element, "Entity", "LegalJurisdiction")?.slice(0, 2).toUpperCase() ?? null,
    });
  }

  #relation(element: XmlElement, where: string): void {
    const asset = textAt(element, "Relationship", "StartNode", "NodeID");
    const owner = textAt(element, "Relationship", "EndNode", "NodeID");
    const type = textAt(element, "Relationship", "RelationshipType") ?? "";
    if (asset === null || owner === null) {
      this.#unreadable(where, "the relation names no two companies");
      return;
    }
    for (const id of [owner, asset]) {
      // Companies are described in another file, which need not be at hand.
      if (!this.#builder.knows(id)) this.#builder.party({ id, name: null, kind: "company", country: null });
    }
    const interests = RELATIONS.get(type);
    if (interests === undefined) {
      const words = `“${type.slice(0, 60)}” is no relation that is known; kept as an interest of which nothing is stated`;
      this.#builder.problem({ problem: "interest-unknown", where, words, party: asset });
    }
    const periods = (element.children.find(({ name }) => name === "Relationship")?.children ?? [])
      .filter(({ name }) => name === "RelationshipPeriods")
      .flatMap(({ children }) => children)
      .filter((period) => textAt(period, "PeriodType") === "RELATIONSHIP_PERIOD");
    const days = (name: string) => periods.flatMap((period) => textsAt(period, name));
    for (const interest of interests ?? (["unspecified"] as const)) {
      this.#builder.tie({
        owner,
        asset,
        interest,
        share: type === "IS_INTERNATIONAL_BRANCH_OF" ? exactly(WHOLE) : null,
        period: this.#shares.period(days("StartDate"), days("EndDate"), { where, asset }),
        confidence: confidenceOf(element),
        source: this.#file,
        reference: `${asset} ${type}${referenceOf(element)}`,
        joint: null,
      } satisfies Tie);
    }
  }

  #exception(element: XmlElement, where: string): void {
    const asset = textAt(element, "LEI");
    const reason = textAt(element, "ExceptionReason") ?? "";
    if (asset === null) {
      this.#unreadable(where, "the exception has no LEI");
      return;
    }
    if (!WITHHELD.test(reason)) return;
    const words = `a parent of ${asset} is not told (${reason})`;
    this.#builder.problem({ problem: "owner-unspecified", where, words, party: asset });
    const owner = `parent of ${asset} that is not told`;
    this.#builder.party({ id: owner, name: null, kind: "unknown", country: null });
    this.#builder.tie({
      owner,
      asset,
      interest: "ownership",
      share: null,
      period: this.#shares.period([], [], { where, asset }),
      confidence: "stated",
      source: this.#file,
      reference: `${asset} ${reason}`,
      joint: null,
    });
  }

  #unreadable(where: string, words: string): void {
    this.#builder.problem({ problem: "row-unreadable", where, words, party: null });
  }
}

function confidenceOf(element: XmlElement): Confidence {
  // A relation that is no longer active and states no end may have ended at any time.
  if (textAt(element, "Relationship", "RelationshipStatus") === "INACTIVE") return "doubtful";
  return textAt(element, "Registration", "ValidationSources") === "FULLY_CORROBORATED"
    ? "confirmed"
    : "stated";
}

function referenceOf(element: XmlElement): string {
  const reference = textAt(element, "Registration", "ValidationReference");
  return reference === null ? "" : ` ${reference}`;
}

/** Adds companies, relations or exceptions of GLEIF's files to the graph. Throws a `Fault` for XML that is not whole. */
export function addGleif(builder: GraphBuilder, file: SourceFile): void {
  const reader = new GleifReader(builder, file.name);
  readElements(file, { format: FORMAT, roots: ROOTS, records: RECORDS }, (element, path) =>
    reader.take(element, path),
  );
}
