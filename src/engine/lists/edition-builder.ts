import { Fault } from "../../fault.ts";
import { sha256 } from "../digest.ts";
import { edgeOf } from "../entity/model.ts";
import { Draft, fitsEnd, type Stated } from "./draft.ts";
import {
  type EditionContent,
  LIST_LIMITS,
  type ReadContext,
  type ReaderBasis,
  type RejectedRow,
  type SourceFile,
} from "./reader.ts";

/** Where a row or element stands in its source; `text` is its content, made only where it is rejected. */
export type RowPlace = { readonly file: string; readonly where: string; readonly text: () => string };

/** What a list states about the designation itself; each member goes to the Sanction's property of that name. */
export type SanctionFacts = {
  readonly program?: readonly Stated[];
  readonly programId?: readonly Stated[];
  readonly programUrl?: readonly Stated[];
  readonly authorityId?: readonly Stated[];
  readonly unscId?: readonly Stated[];
  readonly reason?: readonly Stated[];
  readonly provisions?: readonly Stated[];
  readonly status?: readonly Stated[];
  readonly sourceUrl?: readonly Stated[];
  readonly summary?: readonly Stated[];
  /** Date expressions, day before month. */
  readonly listingDate?: Stated;
  readonly startDate?: Stated;
  readonly endDate?: Stated;
  readonly modifiedAt?: Stated;
};

/** The parts of an address as the list has them; `full` where it states the whole, else it is joined from the parts. */
export type AddressFacts = {
  readonly full?: Stated;
  readonly street?: Stated;
  readonly street2?: Stated;
  readonly postOfficeBox?: Stated;
  readonly city?: Stated;
  readonly postalCode?: Stated;
  readonly region?: Stated;
  readonly state?: Stated;
  /** Code or name. */
  readonly country?: Stated;
  readonly remarks?: Stated;
  /** The list's own number of the address, where it has one: ids then stay the same between editions. */
  readonly key?: string;
};

/** One identity document or registration. `property` names the holder's own property that repeats the number. */
export type IdentificationFacts = {
  readonly type: string;
  readonly number: string;
  readonly passport?: boolean;
  readonly property?: string;
  /** Issuing country, code or name. */
  readonly country?: Stated;
  readonly authority?: Stated;
  readonly issued?: Stated;
  readonly expires?: Stated;
  readonly summary?: Stated;
  readonly key?: string;
};

/** An edge between two entities of the edition. */
export type LinkFacts = {
  readonly source: Draft;
  readonly target: Draft;
  readonly role?: Stated;
  readonly startDate?: Stated;
  readonly endDate?: Stated;
  readonly summary?: Stated;
};

/** Distinct unread labels kept; a damaged file could make one per line. */
const UNREAD_LABELS_MAX = 2_000;
const UNREAD_OVERFLOW = "more labels than are kept";
const REJECTED_TEXT_CHARS = 500;

/** An id's part: the list's own reference with only the characters that every system takes. */
export function idPart(reference: string): string {
  return reference
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Collects one edition: entities with what is attached to them, and the account of every row. */
export class EditionBuilder {
  readonly context: ReadContext;
  readonly #format: string;
  readonly #basis: ReaderBasis;
  readonly #files: readonly SourceFile[];
  readonly #notes: string[];
  readonly #drafts = new Map<string, Draft>();
  readonly #sanctioned = new Set<string>();
  readonly #rejected: RejectedRow[] = [];
  readonly #unread = new Map<string, number>();
  readonly #attached = new Map<string, number>();
  /** Ids made in the row at hand. */
  readonly #begun: string[] = [];
  #rows = 0;

  constructor(options: {
    readonly format: string;
    readonly basis: ReaderBasis;
    readonly context: ReadContext;
    readonly files: readonly SourceFile[];
    readonly notes?: readonly string[];
  }) {
    this.context = options.context;
    this.#format = options.format;
    this.#basis = options.basis;
    this.#files = options.files;
    this.#notes = [...(options.notes ?? [])];
  }

  /**
   * Takes one row or top-level element: `take` returns null where it became part of a target, or the reason why it
   * could not; then every entity that it began is dropped and the row is kept as rejected.
   */
  row(place: RowPlace, take: () => string | null): void {
    this.#rows += 1;
    this.#begun.length = 0;
    const reason = take();
    if (reason === null) return;
    for (const id of this.#begun) {
      this.#drafts.delete(id);
      this.#sanctioned.delete(id);
    }
    this.#rejected.push({
      file: place.file,
      where: place.where,
      reason,
      text: place.text().slice(0, REJECTED_TEXT_CHARS),
    });
    if (this.#rejected.length > LIST_LIMITS.rejectedMax) {
      this.refuse(`more than ${LIST_LIMITS.rejectedMax} rows could not be read; the last: ${reason}`);
    }
  }

  /** Keeps a part of the source that could not be read, as a row of its own. */
  reject(place: RowPlace, reason: string): void {
    this.row(place, () => reason);
  }

  /** Refuses the whole edition. */
  refuse(reason: string): never {
    const file = this.#files.map(({ name }) => name).join(", ");
    throw new Fault({ code: "list-refused", list: this.context.prefix, file, reason });
  }

  /** Counts something of the source that the reader does not know. */
  unread(label: string, count = 1): void {
    const known = this.#unread.has(label) || this.#unread.size < UNREAD_LABELS_MAX;
    const name = known ? label : UNREAD_OVERFLOW;
    this.#unread.set(name, (this.#unread.get(name) ?? 0) + count);
  }

  /** Adds a sentence that a user should see with this edition; a repeated one is said once. */
  note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes.push(sentence);
  }

  /** The id of a listing with this reference. */
  idOf(reference: string): string {
    return `${this.context.prefix}-${idPart(reference)}`;
  }

  /** The entity begun under this reference, or null. */
  get(reference: string): Draft | null {
    return this.#drafts.get(this.idOf(reference)) ?? null;
  }

  /** Begins a listed party; null where the reference is blank or taken: reject the row with `duplicateReason`. */
  begin(schema: string, reference: string): Draft | null {
    if (idPart(reference) === "") return null;
    if (this.#sanctioned.size >= LIST_LIMITS.targetsMax) {
      throw new Fault({
        code: "limit-exceeded",
        limit: "targetsMax",
        allowed: LIST_LIMITS.targetsMax,
        where: this.context.prefix,
      });
    }
    return this.#open(schema, this.idOf(reference));
  }

  /** Why `begin` gave null. */
  duplicateReason(reference: string): string {
    if (idPart(reference) === "") return "the entry has no reference";
    return `reference ${reference.trim().slice(0, 80)} is used by an earlier entry`;
  }

  /** An entity attached to another, with an id made from the owner's: `<owner>-<kind>-<key or running number>`. */
  attach(owner: Draft, schema: string, kind: string, key?: string): Draft {
    const stem = `${owner.id}-${kind}`;
    const wanted = key === undefined || idPart(key) === "" ? null : `${stem}-${idPart(key)}`;
    const keyed = wanted === null ? null : this.#open(schema, wanted);
    if (keyed !== null) return keyed;
    for (;;) {
      const number = (this.#attached.get(stem) ?? 0) + 1;
      this.#attached.set(stem, number);
      const draft = this.#open(schema, `${stem}-${number}`);
      if (draft !== null) return draft;
    }
  }

  /** Attaches the designation: makes the entity a target of the list. Several may stand on one entity. */
  sanction(target: Draft, facts: SanctionFacts, key?: string): Draft {
    const sanction = this.attach(target, "Sanction", "sanction", key);
    sanction.add("entity", target.id).add("authority", this.context.authority);
    sanction.add("country", this.context.country);
    const { listingDate, startDate, endDate, modifiedAt, ...texts } = facts;
    for (const [property, values] of Object.entries(texts)) sanction.add(property, ...values);
    sanction.addDate("listingDate", listingDate).addDate("startDate", startDate);
    sanction.addDate("endDate", endDate).addDate("modifiedAt", modifiedAt);
    this.#sanctioned.add(target.id);
    return sanction;
  }

  /** Counts an entity as a target whose Sanction the source states itself, as FollowTheMoney files do. */
  markTarget(target: Draft): void {
    this.#sanctioned.add(target.id);
  }

  /** Attaches an address and repeats its text on the holder; null where the list states nothing of it. */
  address(holder: Draft, facts: AddressFacts): Draft | null {
    const { key, country, full, remarks, ...parts } = facts;
    const stated = Object.values(parts).flatMap((part) => {
      const text = part?.trim().replace(/\s+/g, " ") ?? "";
      return text === "" ? [] : [text];
    });
    const place = country?.trim() ?? "";
    const whole = full?.trim() ?? "";
    if (stated.length === 0 && place === "" && whole === "" && (remarks?.trim() ?? "") === "") return null;
    const text = whole === "" ? [...stated, place].filter((part) => part !== "").join(", ") : whole;
    // Without the list's own number its text names it: an id that counts would shift when an address is added.
    const name = key === undefined || key === "" ? sha256(text).slice(0, 8) : key;
    const address = this.attach(holder, "Address", "addr", name);
    address.add("full", text).addCountry("country", place).add("remarks", remarks);
    for (const [property, value] of Object.entries(parts)) address.add(property, value);
    holder.add("addressEntity", address.id);
    if (stated.length > 0 || whole !== "") holder.add("address", text);
    holder.add("country", ...address.values("country"));
    return address;
  }

  /** Attaches an identity document or registration; on holders that are no legal entity its facts become notes. */
  identification(holder: Draft, facts: IdentificationFacts): Draft | null {
    if (facts.property !== undefined && holder.allows(facts.property))
      holder.add(facts.property, facts.number);
    if (!holder.allows("idNumber")) {
      const dates = [
        facts.issued && `issued ${facts.issued}`,
        facts.expires && `expires ${facts.expires}`,
      ].filter(Boolean);
      holder.keep(
        [facts.type, facts.number, facts.country && `(${facts.country})`, ...dates].filter(Boolean).join(" "),
      );
      return null;
    }
    // Named by its number, a document keeps its id when others are added before it.
    const key = facts.key === undefined || facts.key === "" ? facts.number : facts.key;
    const document = this.attach(holder, facts.passport === true ? "Passport" : "Identification", "id", key);
    document.add("holder", holder.id).add("type", facts.type).add("number", facts.number);
    if (facts.passport === true) document.add("passportNumber", facts.number);
    document.addCountry("country", facts.country).add("authority", facts.authority);
    document.addDate("startDate", facts.issued).addDate("endDate", facts.expires);
    document.add("summary", facts.summary);
    if (facts.property === undefined || !holder.allows(facts.property)) holder.add("idNumber", facts.number);
    return document;
  }

  /**
   * An edge between two entities. Where the model does not allow the schema between the two, the edge is an UnknownLink
   * with the same role. A repeated statement adds its role to the edge that stands already.
   */
  link(schema: string, facts: LinkFacts): Draft {
    const { source, target } = facts;
    const fits = fitsEnd(source, schema, "source") && fitsEnd(target, schema, "target");
    const kind = fits ? schema : "UnknownLink";
    const ends = edgeOf(kind) ?? { source: "subject", target: "object" };
    const reference = target.id.startsWith(`${this.context.prefix}-`)
      ? target.id.slice(this.context.prefix.length + 1)
      : target.id;
    const id = `${source.id}-${kind.toLowerCase()}-${reference}`;
    const edge = this.#drafts.get(id) ?? this.#make(kind, id);
    edge.add(ends.source, source.id).add(ends.target, target.id);
    edge.add(kind === "Family" || kind === "Associate" ? "relationship" : "role", facts.role);
    edge.addDate("startDate", facts.startDate).addDate("endDate", facts.endDate);
    return edge.add("summary", facts.summary);
  }

  /** The edition as read; refuses one without a single target. `date` is YYYY-MM-DD or null. */
  finish(date: string | null): EditionContent {
    if (this.#sanctioned.size === 0) {
      this.refuse(
        `no target could be read from ${this.#rows} rows (${this.#rejected[0]?.reason ?? "none stated"})`,
      );
    }
    const unread = [...this.#unread].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      date,
      entities: [...this.#drafts.values()].map((draft) => draft.build()),
      report: {
        format: this.#format,
        basis: this.#basis,
        rows: this.#rows,
        targets: this.#sanctioned.size,
        rejected: this.#rejected,
        unread: Object.fromEntries(unread),
        notes: this.#notes,
      },
    };
  }

  #open(schema: string, id: string): Draft | null {
    return this.#drafts.has(id) ? null : this.#make(schema, id);
  }

  #make(schema: string, id: string): Draft {
    const draft = new Draft(id, schema, (label) => this.unread(label));
    this.#drafts.set(id, draft);
    this.#begun.push(id);
    return draft;
  }
}
