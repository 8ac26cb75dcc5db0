import {
  fingerprint,
  type IdentityFacts,
  listingFacts,
  subjectFacts,
} from "../../../engine/match/identity.ts";
import type { Subject } from "../../../engine/match/subject.ts";
import { screen } from "../../../engine/screen.ts";
import { Fault } from "../../../fault.ts";
import type { Gate } from "../gate.ts";
import { engineSubject, readSubjects } from "../subjects/subject-store.ts";
import { suppressionState } from "../suppressions/lapse.ts";
import { suppressionsOfPairs } from "../suppressions/suppression-store.ts";
import type { DeskTransaction } from "../tables.ts";
import { type Alert, alertVersion, readAlerts } from "./alert-store.ts";
import type { HitRecord } from "./hit-record.ts";
import type { AlertMessage, AlertRow } from "./messages.ts";
import { metWords } from "./met-words.ts";
import { STEPS } from "./steps.ts";

/** An alert as the queue shows it. */
export function showRow(alert: Alert): AlertRow {
  const { record, state } = alert;
  const { subject, listed } = record;
  return {
    id: alert.id,
    phase: state.phase,
    outcome: state.decision?.outcome ?? null,
    subject: { id: subject.id, ref: subject.ref, caption: subject.caption, schema: subject.schema },
    listed: {
      id: listed.id,
      caption: listed.caption,
      schema: listed.schema,
      lists: [...new Set(listed.listings.map(({ list }) => list))],
    },
    why: whyOf(record),
    reasons: tellingOf(record).map(({ feature }) => feature),
    score: record.score,
    channel: record.channel,
    round: alert.round,
    assignee: state.assignee,
    dueOn: state.dueOn,
    overdue: state.overdue,
    finalAt: state.finalAt,
    createdAt: alert.createdAt,
    version: alertVersion(alert),
  };
}

/** What is assumed of every pair tells nothing of this one. */
const ASSUMED: ReadonlySet<string> = new Set(["prior", "score-calibrated"]);

/** What speaks for the hit, the weightiest first. */
function tellingOf({ features }: HitRecord): HitRecord["features"] {
  return features
    .filter(({ feature, weight }) => weight > 0 && !ASSUMED.has(feature))
    .sort((one, other) => other.weight - one.weight);
}

/** The weightiest reasons for the hit, two at the most. */
function whyOf(record: HitRecord): string {
  return tellingOf(record)
    .slice(0, 2)
    .map(({ words }) => words)
    .join(" ");
}

/** Which of the record's facts speak to each step, so that nobody has to look for them. */
function hintOf({ subject, listed, name, features }: HitRecord, step: number): string {
  switch (step) {
    case 1:
      return listed.listings.map(({ title, entry }) => `${title}, entry ${entry}`).join("; ");
    case 2:
      return `Ours is a ${subject.schema}, the listed party a ${listed.schema}.`;
    case 3:
      return name === null
        ? "An identifier brought it up, and no name."
        : `“${name.query}” was asked, “${name.listed}” is listed (${name.kind}).`;
    case 4: {
      const facts = compareFacts(subject.facts, listed.facts);
      const missing = facts.filter(({ same }) => same === null).map(({ fact }) => fact);
      return missing.length === 0
        ? "Both sides state the same facts."
        : `One side lacks ${missing.join(", ")}.`;
    }
    default: {
      const count = (sign: number) =>
        features.filter(({ feature, weight }) => feature !== "prior" && weight * sign > 0).length;
      return `${count(1)} reasons for, ${count(-1)} against.`;
    }
  }
}

/** Facts of both sides beside each other; `same` is null where one side is silent. */
function compareFacts(ours: IdentityFacts, listed: IdentityFacts): AlertMessage["facts"] {
  const facts = [...new Set([...Object.keys(ours), ...Object.keys(listed)])].sort();
  return facts.map((fact) => {
    const [own, other] = [ours[fact] ?? [], listed[fact] ?? []];
    const silent = own.length === 0 || other.length === 0;
    const meets = own.some((value) => other.some((one) => one.toLowerCase() === value.toLowerCase()));
    return { fact, ours: own, listed: other, same: silent ? null : meets };
  });
}

/** How much a word says in the lists in force; null while they are opened. */
function weightIn(gate: Gate): ((word: string) => number) | null {
  try {
    const { index } = gate.current().snapshot;
    return (word) => index.wordWeight(word);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** Looks further than any policy keeps, so that a score that fell is still seen. */
const LOOK = 200;

/** What, if it were known and different, would take the score below the threshold. */
function wouldChange(gate: Gate, alert: Alert): readonly string[] {
  const { record } = alert;
  let snapshot: ReturnType<Gate["current"]>["snapshot"];
  try {
    ({ snapshot } = gate.current());
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
  const policy = {
    name: "counterfactual",
    threshold: record.threshold,
    limit: LOOK,
    lists: null,
    ...(record.weights === undefined ? {} : { weights: record.weights }),
  };
  const subject = { schema: record.subject.schema, properties: record.subject.properties };
  const hits = (asked: Subject) =>
    screen(snapshot, asked, policy, null).matches.some(({ id, hit }) => id === alert.entityId && hit);
  if (!hits(subject)) return [];
  const listedYear = Number((record.listed.facts.birthDate?.[0] ?? "").slice(0, 4));
  const person = record.listed.schema === "Person";
  const tried: readonly (readonly [string, Subject["properties"]])[] = [
    ...(Number.isInteger(listedYear) && listedYear > 0
      ? [[`birth year other than ${listedYear}`, { birthDate: [String(listedYear - 23)] }] as const]
      : []),
    ...((record.listed.facts.country ?? []).length > 0
      ? [
          [
            `${person ? "nationality" : "country"} other than ${record.listed.facts.country?.join(", ")}`,
            person ? { nationality: ["is"], country: ["is"] } : { country: ["is"], jurisdiction: ["is"] },
          ] as const,
        ]
      : []),
  ];
  const ends = (change: Subject["properties"]): boolean =>
    !hits({ ...subject, properties: { ...subject.properties, ...change } });
  const alone = tried.filter(([, change]) => ends(change)).map(([fact]) => `A ${fact}.`);
  if (alone.length > 0 || tried.length < 2) return alone;
  // A rare name outweighs one fact that differs, and not two.
  const together = Object.assign({}, ...tried.map(([, change]) => change)) as Subject["properties"];
  return ends(together) ? [`A ${tried.map(([fact]) => fact).join("; and a ")}.`] : [];
}

/** Everything about one alert, in one answer. */
export async function showAlert(
  trx: DeskTransaction,
  gate: Gate,
  alert: Alert,
  now: Date,
): Promise<AlertMessage> {
  const { record, state } = alert;
  const ofPair =
    alert.subjectId === null
      ? []
      : (await readAlerts(trx, { subjectId: alert.subjectId, now })).filter(
          ({ id, entityId }) => id !== alert.id && entityId === alert.entityId,
        );
  const attachments = await trx
    .selectFrom("alert_attachments")
    .select(["id", "name", "media_type", "size", "sha256", "at", "by"])
    .where("alert_id", "=", alert.id)
    .orderBy("id")
    .execute();
  const reports = await trx
    .selectFrom("legal_reports")
    .select(["id", "kind", "due_on"])
    .where("alert_id", "=", alert.id)
    .orderBy("id")
    .execute();
  return {
    ...showRow(alert),
    record,
    facts: compareFacts(record.subject.facts, record.listed.facts),
    words: metWords(record, weightIn(gate)),
    steps: STEPS.map((step) => ({
      ...step,
      given: state.answers.get(step.step) ?? null,
      hint: hintOf(record, step.step),
    })),
    nextStep: state.guide.next,
    suggests: state.guide.suggests,
    decision: state.decision,
    secondedBy: state.secondedBy,
    wouldChange: wouldChange(gate, alert),
    earlier: ofPair
      .filter(({ round }) => round < alert.round)
      .sort((one, other) => other.round - one.round)
      .map((earlier) => ({
        id: earlier.id,
        round: earlier.round,
        phase: earlier.state.phase,
        outcome: earlier.state.decision?.outcome ?? null,
        narrative: earlier.state.decision?.narrative ?? null,
        createdAt: earlier.createdAt,
      })),
    suppressions: await suppressionsShown(trx, gate, alert, now),
    reports: reports.map(({ id, kind, due_on }) => ({ id, kind, dueOn: due_on })),
    attachments: attachments.map(({ media_type, at, ...file }) => ({
      ...file,
      mediaType: media_type,
      at: at.toISOString(),
    })),
    events: alert.events,
  };
}

async function suppressionsShown(
  trx: DeskTransaction,
  gate: Gate,
  alert: Alert,
  now: Date,
): Promise<AlertMessage["suppressions"]> {
  if (alert.subjectId === null) return [];
  const held = await suppressionsOfPairs(trx, alert.subjectId, [alert.entityId]);
  if (held.length === 0) return [];
  const [subject] = await readSubjects(trx, [alert.subjectId]);
  const { snapshot } = gate.current();
  const index = snapshot.find(alert.entityId);
  const side = (facts: IdentityFacts) => ({ facts, fingerprint: fingerprint(facts) });
  return held.map((one) => {
    const standing = suppressionState(one, {
      subject: subject === undefined ? null : side(subjectFacts(engineSubject(subject))),
      listing: index < 0 ? null : side(listingFacts(snapshot, index)),
      day: now.toISOString().slice(0, 10),
    });
    const words = standing.kind === "holds" ? null : standing.words;
    return { id: one.id, until: one.until, state: standing.kind, words };
  });
}
