import { tryParse } from "../../../parse.ts";
import { shareOfPercent } from "../share.ts";
import {
  BODS_INTERESTS,
  type BodsInterest,
  type BodsStatement,
  bodsStatementSchema,
  JOINT_DETAILS,
} from "./bods.ts";
import { type Bounds, between, UNKNOWN_SHARE } from "./bounds.ts";
import type { Confidence, GraphBuilder, Interest, Joint, PartyKind } from "./graph.ts";
import { type Period, readPeriod } from "./period.ts";
import type { PlacedRecord } from "./read-ftm.ts";

/** Reasons by which an owner who is not named does not exist, or is the public. */
const NOBODY = new Set(["noBeneficialOwners", "subjectExemptFromDisclosure"]);

/** The statements about one record in the order of their dates: each holds until the next. */
type Versions = readonly { readonly statement: BodsStatement; readonly where: string }[];

class BodsReader {
  readonly #builder: GraphBuilder;
  readonly #file: string;
  readonly #records: ReadonlyMap<string, Versions>;

  constructor(builder: GraphBuilder, file: string, records: ReadonlyMap<string, Versions>) {
    this.#builder = builder;
    this.#file = file;
    this.#records = records;
  }

  read(): void {
    for (const [recordId, versions] of this.#records) {
      const last = versions.at(-1);
      if (last === undefined) continue;
      if (last.statement.recordType === "relationship") this.#relationship(versions);
      else this.#party(recordId, last.statement);
    }
  }

  #party(id: string, { recordType, recordDetails }: BodsStatement): void {
    const name =
      recordDetails?.name ??
      recordDetails?.names?.find(({ fullName }) => fullName !== undefined)?.fullName ??
      null;
    const country = recordDetails?.jurisdiction?.code?.slice(0, 2).toUpperCase() ?? null;
    const kind = recordType === "person" ? personKind(recordDetails?.personType) : entityKind(recordDetails);
    this.#builder.party({ id, name, kind, country });
  }

  #relationship(versions: Versions): void {
    for (const span of spansOf(versions)) this.#span(span);
  }

  #span(span: Span): void {
    const { statement, where, interest } = span;
    const asset = statement.recordDetails?.subject;
    if (typeof asset !== "string") {
      const reason = asset === undefined ? "no subject" : `the subject is not specified (${asset.reason})`;
      this.#builder.problem({ problem: "owner-unspecified", where, words: reason, party: null });
      return;
    }
    if (this.#isTold(statement, interest)) return;
    const owner = this.#owner(statement, where, asset);
    if (owner !== null) this.#interest(span, owner, asset);
  }

  /** True for an indirect interest whose components are in the file: to count it as well would count it twice. */
  #isTold({ recordDetails }: BodsStatement, { directOrIndirect }: BodsInterest): boolean {
    if (directOrIndirect !== "indirect") return false;
    return (recordDetails?.componentRecords ?? []).some(
      (id) => this.#records.get(id)?.at(-1)?.statement.recordType === "relationship",
    );
  }

  #owner({ recordId, recordDetails }: BodsStatement, where: string, asset: string): string | null {
    const party = recordDetails?.interestedParty;
    if (typeof party === "string") return party;
    const reason = party?.reason ?? "unknown";
    const more = party?.description === undefined ? "" : `: ${party.description.slice(0, 200)}`;
    const words = `an owner of ${asset} is not named (${reason}${more})`;
    this.#builder.problem({ problem: "owner-unspecified", where, words, party: asset });
    if (NOBODY.has(reason)) return null;
    const id = `unnamed owner (${recordId})`;
    this.#builder.party({
      id,
      name: `an owner who is not named (${reason})`,
      kind: "unknown",
      country: null,
    });
    return id;
  }

  #interest({ statement, where, interest, from, until }: Span, owner: string, asset: string): void {
    const known = interest.type === undefined ? "unspecified" : BODS_INTERESTS.get(interest.type);
    const kind: Interest = known ?? "unspecified";
    if (known === undefined) {
      const words = `“${interest.type?.slice(0, 60)}” is no interest type of BODS 0.4; kept as one of which nothing is stated`;
      this.#builder.problem({ problem: "interest-unknown", where, words, party: asset });
    }
    this.#builder.tie({
      owner,
      asset,
      interest: kind,
      share: this.#share(interest, { asset, where }),
      period: this.#period(from, until, { asset, where }),
      confidence: confidenceOf(statement),
      source: statement.publicationDetails?.publisher?.name ?? statement.source?.description ?? this.#file,
      reference: statement.statementId,
      joint: jointOf(interest),
    });
  }

  #period(
    start: string | null,
    end: string | null,
    at: { readonly asset: string; readonly where: string },
  ): Period {
    const period = readPeriod(start === null ? [] : [start], end === null ? [] : [end]);
    if (period.contradicts) {
      const words = `the interest from ${start ?? "?"} until ${end ?? "?"} ends before it starts, or a date cannot be read; it is kept as one that may hold`;
      this.#builder.problem({ problem: "dates-contradict", where: at.where, words, party: at.asset });
    }
    return period;
  }

  #share({ share }: BodsInterest, at: { readonly asset: string; readonly where: string }): Bounds | null {
    if (share === undefined) return null;
    const read = boundsOfShare(share);
    if (read === null || typeof read !== "string") return read;
    const problem = /negative/u.test(read)
      ? "share-negative"
      : /over/u.test(read)
        ? "share-over-whole"
        : "share-unreadable";
    const words = `${JSON.stringify(share).slice(0, 120)} is ${read}; the stake is kept with an unknown share`;
    this.#builder.problem({ problem, where: at.where, words, party: at.asset });
    return UNKNOWN_SHARE;
  }
}

/** One interest over the time in which it stood as one statement has it. */
type Span = {
  readonly statement: BodsStatement;
  readonly where: string;
  readonly interest: BodsInterest;
  readonly from: string | null;
  readonly until: string | null;
};

const dayOf = (text: string | undefined): string | null => text?.slice(0, 10) ?? null;

const earlierOf = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a < b ? a : b;

/**
 * The interests of one record through its statements. A statement that repeats an interest refines it; one that states
 * another share takes over on the day when its interest began, or, where that has not changed, when it was made; an
 * interest that is left out has ended by then, and a closed record ends all.
 */
function spansOf(versions: Versions): readonly Span[] {
  const done: Span[] = [];
  let open = new Map<string, Span>();
  for (const { statement, where } of versions) {
    const made = dayOf(statement.statementDate);
    const stated = statement.recordDetails?.interests ?? [];
    const interests: readonly BodsInterest[] = stated.length === 0 ? [{}] : stated;
    const now = new Map<string, Span>();
    for (const interest of interests) {
      const count = [...now.keys()].filter((key) => key.startsWith(`${interest.type} `)).length;
      const key = `${interest.type} ${count}`;
      const before = open.get(key);
      open.delete(key);
      const closed = statement.recordStatus === "closed" ? made : null;
      const span = {
        statement,
        where,
        interest,
        from: dayOf(interest.startDate),
        until: dayOf(interest.endDate) ?? closed,
      };
      if (before === undefined) now.set(key, span);
      else if (isSame(before.interest, interest)) now.set(key, { ...span, from: before.from });
      else {
        const began = dayOf(interest.startDate);
        const moved = began !== null && began > (dayOf(before.interest.startDate) ?? "");
        const change = moved ? began : made;
        done.push({ ...before, until: earlierOf(before.until, change) });
        now.set(key, { ...span, from: change });
      }
    }
    for (const gone of open.values()) done.push({ ...gone, until: earlierOf(gone.until, made) });
    open = now;
  }
  return [...done, ...open.values()];
}

const isSame = (a: BodsInterest, b: BodsInterest): boolean =>
  a.startDate === b.startDate && JSON.stringify(a.share ?? null) === JSON.stringify(b.share ?? null);

function confidenceOf({ source }: BodsStatement): Confidence {
  const types = source?.type ?? [];
  return types.includes("verified") || types.includes("officialRegister") ? "confirmed" : "stated";
}

function personKind(type: string | undefined): PartyKind {
  return type === "anonymousPerson" || type === "unknownPerson" ? "unknown" : "person";
}

function entityKind(details: BodsStatement["recordDetails"]): PartyKind {
  const { type, subtype } = details?.entityType ?? {};
  if (type === "anonymousEntity" || type === "unknownEntity") return "unknown";
  if (type === "state" || type === "stateBody") return "state";
  if (type !== "arrangement") return "company";
  return subtype === "trust" || subtype === "nomination" ? "trust" : "arrangement";
}

function jointOf({ details }: BodsInterest): Joint | null {
  const found = details === undefined ? null : JOINT_DETAILS.exec(details);
  if (found === null) return null;
  return { kind: found[1] === "Held jointly" ? "holding" : "arrangement", id: found[2] ?? "" };
}

/** A number as JSON has it, in decimals; null where it has none that are exact. */
function decimals(value: number): string | null {
  const text = String(Math.abs(value));
  return /^\d+(?:\.\d+)?$/u.test(text) ? text : null;
}

function boundsOfShare(share: NonNullable<BodsInterest["share"]>): Bounds | string | null {
  const numberOf = (value: number | boolean | undefined) => (typeof value === "number" ? value : undefined);
  const low = share.exact ?? share.minimum ?? numberOf(share.exclusiveMinimum);
  const high = share.exact ?? share.maximum ?? numberOf(share.exclusiveMaximum);
  if (low === undefined && high === undefined) return null;
  if ((low ?? 0) < 0 || (high ?? 0) < 0) return "a negative share";
  const [min, max] = [decimals(low ?? 0), decimals(high ?? 100)];
  if (min === null || max === null) return "not a share";
  const exact = share.exact !== undefined;
  return between({
    min: shareOfPercent(min),
    max: shareOfPercent(max),
    // Before 0.3 the exclusive ends were marks beside the bounds and not bounds of their own.
    minOpen:
      !exact &&
      (share.exclusiveMinimum === true ||
        (share.minimum === undefined && numberOf(share.exclusiveMinimum) !== undefined)),
    maxOpen:
      !exact &&
      (share.exclusiveMaximum === true ||
        (share.maximum === undefined && numberOf(share.exclusiveMaximum) !== undefined)),
  });
}

const dateOf = ({ statementDate }: BodsStatement): string => statementDate ?? "";

/** Adds the statements of a BODS 0.4 file to the graph. What is no statement is told and left out. */
export function addBods(builder: GraphBuilder, records: Iterable<PlacedRecord>, file: string): void {
  const byRecord = new Map<string, { readonly statement: BodsStatement; readonly where: string }[]>();
  for (const { where, value } of records) {
    const parsed = tryParse(bodsStatementSchema, value, "it");
    if (parsed.problem !== null) {
      const words = `not a statement of BODS 0.4: ${parsed.problem.where} ${parsed.problem.reason}`;
      builder.problem({ problem: "row-unreadable", where, words, party: null });
      continue;
    }
    const known = byRecord.get(parsed.data.recordId);
    if (known === undefined) byRecord.set(parsed.data.recordId, [{ statement: parsed.data, where }]);
    else known.push({ statement: parsed.data, where });
  }
  for (const versions of byRecord.values()) {
    // Statements without a date come first, and those of one day in the order of the file.
    versions.sort((a, b) => dateOf(a.statement).localeCompare(dateOf(b.statement), "en"));
  }
  new BodsReader(builder, file, byRecord).read();
}
