import { normalizeIdentifier } from "../../src/engine/entity/identifier.ts";
import { isA } from "../../src/engine/entity/model.ts";
import { indexTargetOf } from "../../src/engine/match/target.ts";
import { withoutForm } from "../../src/engine/names/legal-form.ts";
import { cleanText, splitWords } from "../../src/engine/names/normalize.ts";
import type { Snapshot } from "../../src/engine/snapshot/snapshot.ts";
import { must } from "../../src/fault.ts";
import { shareOf } from "../../src/service/evaluation/curve.ts";
import { indexOf } from "./built-index.ts";
import type { Figure, Row } from "./figure.ts";
import { bagOf, isLatin, shuffled } from "./fold.ts";
import type { Parties, Party } from "./parties.ts";
import { isOtherScript } from "./positives.ts";
import { isTestOriginal } from "./script-split.ts";

const FIRST = 5;
const LISTS: ReadonlySet<string> = new Set(["un-sc", "gb-uksl", "eu-fsf"]);

/**
 * Countries where the script is at home. The EU also writes names in its own languages' scripts (Bulgarian, Greek):
 * such a name is a translation and not the original.
 */
const AT_HOME: Readonly<Record<string, RegExp>> = {
  cyrillic: /^(?:ru|by|ua|bg|rs|mk|me|ba|kz|kg|tj|mn|suhh|md|am|ge|az|uz|tm)/,
  greek: /^(?:gr|cy)$/,
};

/** The script that most of the name is written in, for the table. */
export function scriptNameOf(text: string): string {
  for (const [name, pattern] of [
    ["hangul", /\p{Script=Hangul}/u],
    ["japanese", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
    ["han", /\p{Script=Han}/u],
    ["arabic", /\p{Script=Arabic}/u],
    ["cyrillic", /\p{Script=Cyrillic}/u],
    ["greek", /\p{Script=Greek}/u],
  ] as const)
    if (pattern.test(text)) return name;
  return "other";
}

/** A listed name in its original script. */
export type OriginalName = {
  readonly text: string;
  readonly script: string;
  readonly kind: Party["kind"];
  readonly id: string;
};

function originalNames(parties: Parties): readonly OriginalName[] {
  return parties.all.flatMap((party): OriginalName[] => {
    if (party.kind === "other" || !party.lists.some((list) => LISTS.has(list))) return [];
    if (!party.names.some(({ text, kind }) => kind !== "weakAlias" && isLatin(text))) return [];
    const european = party.lists.includes("eu-fsf");
    return party.names
      .filter(({ text, kind }) => kind !== "weakAlias" && isOtherScript(text) && isTestOriginal(text))
      .map(({ text }) => ({ text, script: scriptNameOf(text), kind: party.kind, id: party.entity.id }))
      .filter(({ script }) => {
        const home = AT_HOME[script];
        if (script === "greek" || (european && home !== undefined))
          return party.countries.some((country) => home?.test(country) === true);
        return true;
      });
  });
}

/** Attached entities whose identifiers are their holder's own. */
const HELD = ["Identification", "CryptoWallet"] as const;
/** Shorter numbers are shared by chance. */
const IDENTIFIER_LETTERS_MIN = 6;

/**
 * What tells that two entries are one party, on whichever list: a name, with the words in any order and a company's legal
 * form aside where two words are left, or an identifier, its own or of a document that refers to it.
 */
function marksOf(snapshot: Snapshot, { entity, index, kind, names }: Party): readonly string[] {
  const bags = names
    .filter(({ kind: own }) => own !== "weakAlias")
    .flatMap(({ text }) => {
      if (kind !== "organization") return [bagOf(text)];
      const { words } = withoutForm(splitWords(cleanText(text, new Set()), new Set()));
      return words.length < 2
        ? [bagOf(text)]
        : [bagOf(text), bagOf(words.map((word) => word.text).join(" "))];
    });
  const attached = snapshot
    .referrers(index)
    .map((referrer) => snapshot.entity(referrer.index))
    .filter(({ schema }) => HELD.some((held) => isA(schema, held)));
  const identifiers = indexTargetOf(entity, attached)
    .identifiers.map((identifier) => normalizeIdentifier(identifier.kind, identifier.text).value)
    .filter((value) => value.length >= IDENTIFIER_LETTERS_MIN);
  return [...bags, ...identifiers.map((value) => `# ${value}`)];
}

/** An original name with the first five found by Latin names alone. */
export type Lookup = OriginalName & { readonly found: readonly string[]; readonly rank: number };

/** Looks original-script names up in an index that holds Latin names only. */
export function lookUpOriginals(snapshot: Snapshot, parties: Parties, count: number): readonly Lookup[] {
  const byId = new Map(parties.all.map((party) => [party.entity.id, party]));
  const targets = parties.all.map((party) => {
    const target = indexTargetOf(party.entity);
    return { ...target, names: target.names.filter(({ text }) => !/[^\P{L}\p{Script=Latin}]/u.test(text)) };
  });
  const index = indexOf(targets, (place) =>
    snapshot.entity(must(parties.all[place], "the index holds the parties in force").index),
  );
  const policy = { name: "eval", threshold: 0, limit: FIRST, lists: null };
  const marks = (id: string): readonly string[] => {
    const party = byId.get(id);
    return party === undefined ? [] : marksOf(snapshot, party);
  };
  return shuffled(originalNames(parties), "originals", ({ id, text }) => `${id} ${text}`)
    .slice(0, count)
    .map((original) => {
      const right = new Set([original.id, ...parties.bearersOf(original.text)]);
      const own = new Set(marks(original.id));
      const schema = original.kind === "person" ? "Person" : "Organization";
      const found = index.match({ schema, properties: { name: [original.text] } }, policy);
      const rank = found.findIndex(({ id }) => right.has(id) || marks(id).some((mark) => own.has(mark)));
      return { ...original, found: found.map(({ name, id }) => name?.listed ?? id), rank };
    });
}

/** The original-script names of the lists, withheld from the index, found by the Latin names of the same parties. */
export function originalScriptFigure(lookups: readonly Lookup[]): Figure {
  const row = (name: string, wanted: (one: Lookup) => boolean, reach?: number): Row => {
    const own = lookups.filter(wanted);
    const five = shareOf(own, ({ rank }) => rank >= 0);
    const first = shareOf(own, ({ rank }) => rank === 0);
    return {
      name,
      n: five.n,
      value: five.value * 100,
      low: five.low * 100,
      high: five.high * 100,
      ...(reach === undefined ? {} : { reach }),
      more: { "first %": Number((first.value * 100).toFixed(1)) },
    };
  };
  const scripts = [...new Set(lookups.map(({ script }) => script))].sort();
  return {
    id: "original-script",
    title: "Original-script names of the lists, withheld from the index: right party in the first five",
    about:
      "Names in their original script from the UN's, the UK's and the EU's lists, asked for without any other fact in an index of all parties that holds Latin names only. The EU's own translations (Greek, Bulgarian) of names that are at home elsewhere are left out. An entry of another list that shares a name (a legal form aside) or an identifier is the same party. One name in three: tables of words are learnt from parties that bear none of these.",
    unit: "percent",
    rows: [
      row("all", () => true, 97),
      row("persons", ({ kind }) => kind === "person"),
      row("organizations", ({ kind }) => kind === "organization"),
      ...scripts.flatMap((script) =>
        (["person", "organization"] as const).map((kind) =>
          row(`${kind}: ${script}`, (one) => one.kind === kind && one.script === script),
        ),
      ),
    ].filter(({ n }) => n > 0),
  };
}
