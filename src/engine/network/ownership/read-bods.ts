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
    versions.forEach(({ statement, where }, at) => {
      const next = versions[at + 1]?.statement;
      const before = versions[at - 1]?.statement;
      this.#statement(statement, where, {
        notBefore: before === undefined ? null : changeDay(before, statement),
        notAfter: next === undefined ? null : changeDay(statement, next),
      });
    });
  }

  #statement(
    statement: BodsStatement,
    where: string,
    valid: { readonly notBefore: string | null; readonly notAfter: string | null },
  ): void {
    const details = statement.recordDetails;
    const asset = details?.subject;
    if (typeof asset !== "string") {
      const reason = asset === undefined ? "no subject" : `the subject is not specified (${asset.reason})`;
      this.#builder.problem({ problem: "owner-unspecified", where, words: reason, party: null });
      return;
    }
    const owner = this.#owner(details?.interestedParty, statement, where, asset);
    if (owner === null) return;
    const interests = details?.interests ?? [];
    const stated: readonly BodsInterest[] = interests.length === 0 ? [{}] : interests;
    for (const interest of stated) {
      if (this.#isTold(statement, interest)) continue;
      this.#interest(statement, interest, { owner, asset, where, valid });
    }
  }

  /** True for an indirect interest whose components are in the file: to count it as well would count it twice. */
  #isTold({ recordDetails }: BodsStatement, { directOrIndirect }: BodsInterest): boolean {
    if (directOrIndirect !== "indirect") return false;
    return (recordDetails?.componentRecords ?? []).some(
      (id) => this.#records.get(id)?.at(-1)?.statement.recordType === "relationship",
    );
  }

  #owner(
    party: string | { readonly reason: string; readonly description?: string | undefined } | undefined,
    { recordId }: BodsStatement,
    where: string,
    asset: string,
  ): string | null {
    if (typeof party === "string") return party;
    const reason = party?.reason ?? "unknown";
    const words = `an owner of ${asset} is not named (${reason}${party?.description === undefined ? "" : `: ${party.description.slice(0, 200)}`})`;
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

  #interest(
    statement: BodsStatement,
    interest: BodsInterest,
    at: {
      readonly owner: string;
      readonly asset: string;
      readonly where: string;
      readonly valid: { readonly notBefore: string | null; readonly notAfter: string | null };
    },
  ): void {
    const known = interest.type === undefined ? "unspecified" : BODS_INTERESTS.get(interest.type);
    const kind: Interest = known ?? "unspecified";
    if (known === undefined) {
      const words = `“${interest.type?.slice(0, 60)}” is no interest type of BODS 0.4; kept as one of which nothing is stated`;
      this.#builder.problem({ problem: "interest-unknown", where: at.where, words, party: at.asset });
    }
    const closed =
      statement.recordStatus === "closed" ? (statement.statementDate?.slice(0, 10) ?? null) : null;
    const ends = [interest.endDate ?? closed, at.valid.notAfter].filter((day) => day !== null).toSorted();
    const starts = [interest.startDate, at.valid.notBefore ?? undefined]
      .filter((day) => day !== undefined)
      .toSorted();
    this.#builder.tie({
      owner: at.owner,
      asset: at.asset,
      interest: kind,
      share: this.#share(interest, at),
      period: this.#period(starts.at(-1), ends[0], at),
      confidence: confidenceOf(statement),
      source: statement.publicationDetails?.publisher?.name ?? statement.source?.description ?? this.#file,
      reference: statement.statementId,
      joint: jointOf(interest),
    });
  }

  #period(
    start: string | undefined,
    end: string | undefined,
    at: { readonly asset: string; readonly where: string },
  ): Period {
    const period = readPeriod(start === undefined ? [] : [start], end === undefined ? [] : [end]);
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

/** The day on which a later statement about a record takes over: when its interests began, else when it was made. */
function changeDay(before: BodsStatement, after: BodsStatement): string | null {
  const made = after.statementDate?.slice(0, 10) ?? null;
  const starts = (after.recordDetails?.interests ?? [])
    .flatMap(({ startDate }) => startDate ?? [])
    .toSorted();
  const first = starts[0]?.slice(0, 10);
  const earlier = before.statementDate?.slice(0, 10);
  return first !== undefined && earlier !== undefined && first > earlier ? first : made;
}

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
    const parsed = bodsStatementSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const words =
        `not a statement of BODS 0.4: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim();
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
