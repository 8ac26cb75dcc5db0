import { actIn } from "../../korean/acts.ts";
import type { Citation, Finding, ListedParty } from "../api/shapes.ts";
import type { Drawing, DrawnEdge, DrawnNode } from "../network/draw-network.ts";
import type { PartyKind } from "../network/network-words.ts";
import type { Language, WordKey } from "../words/words.ts";
import { partyAbout, placeBeside } from "./beside-party.ts";
import type { CheckReceipt } from "./check-receipt.ts";

type Say = (key: WordKey, values?: Readonly<Record<string, string>>) => string;
type Transaction = CheckReceipt["transaction"];
type Party = Transaction["parties"][number];
/** How the drawing speaks: words, what the whole is called, lists and relations by their names. */
type Speech = {
  readonly t: Say;
  readonly title: string;
  readonly language: Language;
  readonly titleOf: (list: string) => string;
  readonly sayProperty: (property: string) => string;
};
/** A verdict to draw, and listed parties whose own relations belong into it. */
type ToDraw = {
  readonly findings: readonly Finding[];
  readonly transaction: Transaction;
  readonly listed: readonly ListedParty[];
};

/** What a drawing of more reasons than this shows is read by nobody; the list beside it has all of them. */
export const DRAWN_FINDINGS_MAX = 30;
const LABEL_LENGTH_MAX = 60;
/** Of one listed party, so many of those that its listing names beside it: a drawing is looked at, not read. */
const BESIDE_LISTED_MAX = 8;

const CENTER = "transaction";

/** How a reason ties what was asked to what forbids it, by the finding's own name. */
const TIES: readonly (readonly [RegExp, WordKey])[] = [
  [/may-be-listed/, "check.graph.maybe"],
  [/^address-shared/, "check.graph.address"],
  [/^phone-shared/, "check.graph.phone"],
  [/^email-shared/, "check.graph.email"],
  [/^website-shared/, "check.graph.website"],
  [/own|control|blocked|stake/, "check.graph.owned"],
  [/party-listed|delisted|not-yet-listed/, "check.graph.is"],
  [/^front-company|^rf-|red-flag/, "check.graph.leads"],
  [/prohibited|waiver/, "check.graph.under"],
];

const tieOf = ({ finding }: Finding): WordKey =>
  TIES.find(([pattern]) => pattern.test(finding))?.[1] ?? "check.graph.leads";

const KIND_OF_SCHEMA: Readonly<Record<string, PartyKind>> = {
  Person: "person",
  Vessel: "asset",
  Airplane: "asset",
  PublicBody: "state",
};

const short = (text: string): string =>
  text.length <= LABEL_LENGTH_MAX ? text : `${text.slice(0, LABEL_LENGTH_MAX - 1)}…`;

const nameOf = (properties: Party["properties"]): string => properties.name?.[0] ?? "–";

/** The name of a listed party, as the sentence has it before its place in brackets; null where it has none. */
function listedName({ words, evidence }: Finding): string | null {
  const compared = evidence.find(({ fact, listed }) => fact.startsWith("name-") && listed !== null)?.listed;
  if (compared !== undefined && compared !== null) return compared;
  const outside = words.replaceAll(/“[^”]*”/g, "");
  return /(?:may be|is|has the \w+ of|by) (.+?) \(/.exec(outside)?.[1] ?? null;
}

type Made = { readonly nodes: Map<string, DrawnNode>; readonly edges: Map<string, DrawnEdge> };

const node = (id: string, label: string, kind: PartyKind, onPath: boolean): DrawnNode => ({
  id,
  label: short(label),
  kind,
  isCenter: id === CENTER,
  isListed: id.startsWith("listing:"),
  onPath,
});

function tie(
  { edges }: Made,
  between: { readonly source: string; readonly target: string },
  how: { readonly label: string; readonly isStated: boolean; readonly onPath: boolean },
): void {
  const id = `${between.source}→${between.target}`;
  const held = edges.get(id);
  const labels = held === undefined || held.label === "" ? [] : held.label.split("\n");
  edges.set(id, {
    id,
    ...between,
    label: [...new Set([...labels, how.label])].join("\n"),
    isOwnership: how.isStated || held?.isOwnership === true,
    isDirected: true,
    isSure: true,
    onPath: how.onPath || held?.onPath === true,
  });
}

/** What was asked, below: who takes part, whom they name beside them, and the goods that a reason speaks of. */
function addAsked(made: Made, { transaction, findings }: ToDraw, { t, title }: Speech): void {
  // Somebody who is asked about alone is the whole question.
  const isParty = transaction.kind === "party";
  if (!isParty) made.nodes.set(CENTER, node(CENTER, title, "asset", true));
  const told = (about: string) => findings.some((finding) => finding.about === about && decides(finding));
  transaction.parties.forEach((party, at) => {
    const id = `party:${at + 1}`;
    const kind = KIND_OF_SCHEMA[party.schema] ?? "company";
    made.nodes.set(id, { ...node(id, nameOf(party.properties), kind, told(id)), isCenter: isParty });
    if (isParty) return;
    tie(
      made,
      { source: id, target: CENTER },
      { label: t(`role.${party.role}`), isStated: true, onPath: told(id) },
    );
  });
  for (const { line, description } of transaction.goods) {
    const id = `goods:${line}`;
    if (!findings.some(({ about }) => about === id)) continue;
    made.nodes.set(id, node(id, description, "asset", told(id)));
    tie(
      made,
      { source: id, target: CENTER },
      { label: t("check.graph.line", { line }), isStated: true, onPath: told(id) },
    );
  }
}

const decides = ({ effect }: Finding): boolean => effect === "prohibits" || effect === "refers";

/** Where a reason begins: the person beside a party that its sentence names first, the party itself, or the whole. */
function startOf(made: Made, finding: Finding, parties: readonly Party[], t: Say): string {
  const party = partyAbout(finding.about, parties);
  const whole = made.nodes.has(CENTER) ? CENTER : "party:1";
  if (party === undefined) return made.nodes.has(finding.about) ? finding.about : whole;
  const beside = placeBeside(party, finding.words);
  const related = party.related?.[beside];
  if (related === undefined) return finding.about;
  const id = `${finding.about}/${beside + 1}`;
  const name = nameOf(related.subject.properties);
  if (!made.nodes.has(id))
    made.nodes.set(id, node(id, name, KIND_OF_SCHEMA[related.subject.schema] ?? "company", decides(finding)));
  tie(
    made,
    { source: id, target: finding.about },
    { label: t(`check.relation.${related.relation}`), isStated: true, onPath: decides(finding) },
  );
  return id;
}

/** What a reason rests on: the listings that it cites, else the first measure. */
function groundsOf({ citations }: Finding): readonly Citation[] {
  const listings = citations.filter(({ kind }) => kind === "listing");
  const [measure] = citations.filter(({ kind }) => kind === "measure");
  return listings.length > 0 ? listings : measure === undefined ? [] : [measure];
}

function addGround(
  made: Made,
  finding: Finding,
  { ground, speech }: { readonly ground: Citation; readonly speech: Pick<Speech, "language" | "titleOf"> },
): string | null {
  if (ground.kind !== "listing" && ground.kind !== "measure") return null;
  const id = ground.kind === "listing" ? `listing:${ground.list}:${ground.entry}` : `measure:${ground.id}`;
  const where =
    ground.kind === "listing"
      ? `${speech.titleOf(ground.list)} ${ground.entry}`
      : actIn(speech.language, ground);
  const held = made.nodes.get(id);
  const name = ground.kind === "listing" ? listedName(finding) : null;
  if (held === undefined || (name !== null && !held.label.includes("\n")))
    made.nodes.set(id, {
      ...node(
        id,
        where,
        ground.kind === "listing" ? "company" : "arrangement",
        decides(finding) || held?.onPath === true,
      ),
      label: name === null ? short(where) : `${short(name)}\n${where}`,
    });
  return id;
}

/** Whom a listing names beside its party, where they are listed as well. */
function addBesideListed(made: Made, { listed }: ToDraw, { sayProperty }: Speech): void {
  for (const party of listed) {
    const own = party.listings
      .map(({ listing }) => `listing:${listing.list}:${listing.entry}`)
      .find((id) => made.nodes.has(id));
    if (own === undefined) continue;
    const beside = party.relations
      .flatMap(({ property, entity, others }) => [
        ...(entity.listed ? [{ property, ...entity }] : []),
        ...others,
      ])
      .filter(({ id, listed: stands }) => stands && id !== party.id);
    for (const { id: other, caption, schema, property } of beside.slice(0, BESIDE_LISTED_MAX)) {
      const id = `beside:${other}`;
      if (!made.nodes.has(id))
        made.nodes.set(id, {
          ...node(id, caption, KIND_OF_SCHEMA[schema] ?? "company", false),
          isListed: true,
        });
      tie(made, { source: id, target: own }, { label: sayProperty(property), isStated: true, onPath: false });
    }
  }
}

/** A verdict as a drawing: what was asked below, what forbids it above, and between them how one leads to the other. */
export function drawVerdict(asked: ToDraw, speech: Speech): Drawing {
  const made: Made = { nodes: new Map(), edges: new Map() };
  const { findings, transaction } = asked;
  addAsked(made, asked, speech);
  for (const finding of findings.filter(({ effect }) => effect !== "note").slice(0, DRAWN_FINDINGS_MAX)) {
    const grounds = groundsOf(finding);
    if (grounds.length === 0) continue;
    const target = startOf(made, finding, transaction.parties, speech.t);
    for (const ground of grounds) {
      const source = addGround(made, finding, { ground, speech });
      if (source === null) continue;
      const label = speech.t(tieOf(finding));
      tie(made, { source, target }, { label, isStated: false, onPath: decides(finding) });
    }
  }
  addBesideListed(made, asked, speech);
  return { nodes: [...made.nodes.values()], edges: [...made.edges.values()], isLayered: true };
}

/** The reasons that a party, a line, a listing or a measure of the drawing stands in. */
export function findingsAt(id: string, findings: readonly Finding[]): readonly Finding[] {
  const [kind, first = "", ...rest] = id.split(":");
  return findings.filter(({ about, citations }) => {
    if (id === CENTER || kind === "beside") return false;
    if (kind === "listing")
      return citations.some(
        (one) => one.kind === "listing" && one.list === first && one.entry === rest.join(":"),
      );
    if (kind === "measure") return citations.some((one) => one.kind === "measure" && one.id === first);
    return about === id.split("/")[0];
  });
}
