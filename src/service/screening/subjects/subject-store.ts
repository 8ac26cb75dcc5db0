import type { Properties } from "../../../engine/entity/entity.ts";
import { canonicalJson } from "../../../engine/json.ts";
import { fingerprint, subjectFacts } from "../../../engine/match/identity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import { Fault } from "../../../fault.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Actor } from "../alerts/alert-state.ts";
import type { Channel } from "../alerts/hit-record.ts";
import { captionOfSubject } from "../alerts/hit-record.ts";
import { factKeys } from "../fronts/fact-keys.ts";
import { touchKeys } from "../rescreen/touch-keys.ts";
import type { DeskTransaction, NearMatch } from "../tables.ts";

/** A subject as it stands. */
export type StoredSubject = {
  readonly id: string;
  readonly ref: string | null;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Properties;
  readonly businessLine: string | null;
  readonly fingerprint: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly removedAt: string | null;
  readonly screened: {
    readonly at: string;
    readonly snapshot: string;
    readonly with: string;
    readonly near: readonly NearMatch[];
    readonly margin: number | null;
    readonly crowded: boolean;
  } | null;
};

/** What the engine is asked about a stored subject. */
export function engineSubject({ schema, properties }: Pick<StoredSubject, "schema" | "properties">): Subject {
  return { schema, properties };
}

const COLUMNS = [
  ...(["id", "ref", "caption", "schema", "properties", "business_line", "fingerprint", "version"] as const),
  ...(["created_at", "updated_at", "removed_at", "screened_at", "screened_snapshot"] as const),
  ...(["screened_with", "near", "margin", "crowded"] as const),
] as const;

function selectSubjects(trx: DeskTransaction) {
  return trx.selectFrom("subjects").select(COLUMNS);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSubjects>["executeTakeFirstOrThrow"]>>;

function subjectOf(row: Row): StoredSubject {
  const { screened_at: at, screened_snapshot: snapshot, screened_with: screenedWith } = row;
  return {
    id: row.id,
    ref: row.ref,
    caption: row.caption,
    schema: row.schema,
    properties: row.properties,
    businessLine: row.business_line,
    fingerprint: row.fingerprint,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    removedAt: row.removed_at?.toISOString() ?? null,
    screened:
      at === null || snapshot === null || screenedWith === null
        ? null
        : {
            at: at.toISOString(),
            snapshot,
            with: screenedWith,
            near: row.near,
            margin: row.margin,
            crowded: row.crowded,
          },
  };
}

/** Subjects by their ids, in the order of ids; `lock` keeps others from changing them until the transaction ends. */
export async function readSubjects(
  trx: DeskTransaction,
  ids: readonly string[],
  lock = false,
): Promise<readonly StoredSubject[]> {
  if (ids.length === 0) return [];
  const query = selectSubjects(trx)
    .where("id", "in", [...ids])
    .orderBy("id");
  return (await (lock ? query.forUpdate() : query).execute()).map(subjectOf);
}

/** One subject, removed or not. Throws `not-found`. */
export async function readSubject(trx: DeskTransaction, id: string, lock = false): Promise<StoredSubject> {
  const [subject] = await readSubjects(trx, [id], lock);
  if (subject === undefined) throw new Fault({ code: "not-found", what: "subject", id });
  return subject;
}

/** What a page of subjects is asked for by. */
export type SubjectFilter = {
  readonly q?: string | undefined;
  readonly ref?: string | undefined;
  readonly schema?: string | undefined;
  readonly businessLine?: string | undefined;
  readonly removed?: boolean | undefined;
};

/** Subjects in the order of their ids (their arrival), after one, at most `limit`. */
export async function listSubjects(
  trx: DeskTransaction,
  filter: SubjectFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly StoredSubject[]> {
  let query = selectSubjects(trx).orderBy("id").limit(page.limit);
  if (page.after !== null) query = query.where("id", ">", page.after);
  if (filter.ref !== undefined) query = query.where("ref", "=", filter.ref);
  if (filter.schema !== undefined) query = query.where("schema", "=", filter.schema);
  if (filter.businessLine !== undefined) query = query.where("business_line", "=", filter.businessLine);
  if (filter.q !== undefined) {
    const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((where) => where.or([where("caption", "ilike", like), where("ref", "ilike", like)]));
  }
  if (filter.removed !== true) query = query.where("removed_at", "is", null);
  return (await query.execute()).map(subjectOf);
}

/** What comes in of a subject. */
export type SubjectInput = {
  readonly id: string | null;
  readonly ref: string | null;
  readonly schema: string;
  readonly properties: Properties;
  readonly businessLine: string | null;
};

/** What became of it. */
export type Upserted = {
  readonly id: string;
  readonly version: number;
  readonly change: "created" | "updated" | "unchanged";
};

type Saving = {
  readonly organizationId: string;
  readonly by: Actor;
  readonly at: Date;
  /** Where the facts come from: `api` or the id of an import. */
  readonly source: string;
};

/**
 * Stores a subject: by its id, else by its ref where one stands, else as a new one. Facts that differ make a version of
 * their own; the same facts again change nothing. Throws `not-found` for an id that is not there.
 */
export async function upsertSubject(
  trx: DeskTransaction,
  input: SubjectInput,
  saving: Saving,
): Promise<Upserted> {
  const standing = await standingSubject(trx, input);
  const facts = {
    schema: input.schema,
    properties: JSON.stringify(input.properties),
    caption: captionOfSubject({ schema: input.schema, properties: input.properties }).slice(0, 1_000),
    business_line: input.businessLine,
    fingerprint: fingerprint(subjectFacts({ schema: input.schema, properties: input.properties })),
    keys: touchKeys("subject", input) as number[],
    fact_keys: factKeys(input) as string[],
    updated_at: saving.at,
  };
  if (standing === undefined) {
    const id = newId("sub");
    await trx
      .insertInto("subjects")
      .values({
        organization_id: saving.organizationId,
        id,
        ref: input.ref,
        ...facts,
        version: 1,
        created_at: saving.at,
        removed_at: null,
        screened_at: null,
        screened_snapshot: null,
        screened_with: null,
        near: "[]",
        margin: null,
      })
      .execute();
    await addVersion(trx, { id, version: 1 }, input, facts.fingerprint, saving);
    return { id, version: 1, change: "created" };
  }
  const same =
    standing.schema === input.schema &&
    standing.business_line === input.businessLine &&
    canonicalJson(standing.properties) === canonicalJson(input.properties);
  if (same) return { id: standing.id, version: standing.version, change: "unchanged" };
  const version = standing.version + 1;
  await trx
    .updateTable("subjects")
    // What was found of the facts before says nothing of these.
    .set({ ...facts, version, screened_at: null, screened_snapshot: null, screened_with: null })
    .where("id", "=", standing.id)
    .execute();
  await addVersion(trx, { id: standing.id, version }, input, facts.fingerprint, saving);
  return { id: standing.id, version, change: "updated" };
}

async function standingSubject(trx: DeskTransaction, { id, ref }: SubjectInput) {
  if (id === null && ref === null) return undefined;
  const query = trx
    .selectFrom("subjects")
    .select(["id", "version", "schema", "properties", "business_line"])
    .where("removed_at", "is", null)
    .forUpdate();
  const found = await (id === null
    ? query.where("ref", "=", ref)
    : query.where("id", "=", id)
  ).executeTakeFirst();
  if (found === undefined && id !== null) throw new Fault({ code: "not-found", what: "subject", id });
  return found;
}

async function addVersion(
  trx: DeskTransaction,
  { id, version }: { readonly id: string; readonly version: number },
  { schema, properties }: SubjectInput,
  print: string,
  { organizationId, at, by, source }: Saving,
): Promise<void> {
  await trx
    .insertInto("subject_versions")
    .values({
      organization_id: organizationId,
      subject_id: id,
      version,
      schema,
      properties: JSON.stringify(properties),
      fingerprint: print,
      at,
      by: JSON.stringify(by),
      source,
    })
    .execute();
}

/** One version of a subject's facts. */
export type SubjectVersion = {
  readonly version: number;
  readonly schema: string;
  readonly properties: Properties;
  readonly at: string;
  readonly by: Actor;
  readonly source: string;
};

const VERSIONS_MAX = 1_000;

/** The versions of a subject's facts, the newest first. */
export async function subjectVersions(trx: DeskTransaction, id: string): Promise<readonly SubjectVersion[]> {
  const rows = await trx
    .selectFrom("subject_versions")
    .select(["version", "schema", "properties", "at", "by", "source"])
    .where("subject_id", "=", id)
    .orderBy("version", "desc")
    .limit(VERSIONS_MAX)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A screening of a subject, and what came of it. */
export type SubjectScreening = {
  readonly at: string;
  readonly snapshot: string;
  readonly channel: Channel;
  readonly near: number;
  readonly hits: number;
  /** Of the nearest listed party; null where none is near. */
  readonly score: number | null;
  readonly opened: readonly string[];
  readonly closed: readonly string[];
};

/** As many as a person reads; the export has all. */
const SCREENINGS_MAX = 200;

/** The last screenings of a subject, the newest first. */
export async function subjectScreenings(
  trx: DeskTransaction,
  id: string,
): Promise<readonly SubjectScreening[]> {
  const rows = await trx
    .selectFrom("subject_screenings")
    .select(["at", "snapshot", "channel", "near", "hits", "score", "opened", "closed"])
    .where("subject_id", "=", id)
    .orderBy("place", "desc")
    .limit(SCREENINGS_MAX)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A paper about a subject: a file kept with one of its alerts, or a report that follows from one. */
export type SubjectDocument = {
  readonly kind: "file" | "report";
  readonly id: string;
  readonly alertId: string;
  readonly name: string;
  readonly at: string;
  readonly by: Actor;
};

const DOCUMENTS_MAX = 200;

/** The papers about a subject, the newest first. */
export async function subjectDocuments(
  trx: DeskTransaction,
  id: string,
): Promise<readonly SubjectDocument[]> {
  const files = await trx
    .selectFrom("alert_attachments as file")
    .innerJoin("alerts", "alerts.id", "file.alert_id")
    .select(["file.id", "file.alert_id", "file.name", "file.at", "file.by"])
    .where("alerts.subject_id", "=", id)
    .orderBy("file.at", "desc")
    .limit(DOCUMENTS_MAX)
    .execute();
  const reports = await trx
    .selectFrom("legal_reports as report")
    .innerJoin("alerts", "alerts.id", "report.alert_id")
    .select(["report.id", "alerts.id as alert_id", "report.kind as name"])
    .select(["report.created_at as at", "report.created_by as by"])
    .where("alerts.subject_id", "=", id)
    .orderBy("report.created_at", "desc")
    .limit(DOCUMENTS_MAX)
    .execute();
  const papers = [
    ...files.map((file) => ({ ...file, kind: "file" as const })),
    ...reports.map((report) => ({ ...report, kind: "report" as const })),
  ];
  return papers
    .map(({ alert_id: alertId, at, ...paper }) => ({ ...paper, alertId, at: at.toISOString() }))
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Takes a subject out of those that are screened; its history, alerts and decisions stay. */
export async function markRemoved(trx: DeskTransaction, id: string, at: Date): Promise<void> {
  await trx.updateTable("subjects").set({ removed_at: at, updated_at: at }).where("id", "=", id).execute();
}

/** Those of the subjects whose facts as they stand were never screened. */
export async function unscreenedOf(trx: DeskTransaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("subjects")
    .select("id")
    .where("id", "in", [...new Set(ids)])
    .where("removed_at", "is", null)
    .where("screened_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
