import type { Draft } from "../draft.ts";
import type { EditionBuilder } from "../edition-builder.ts";

/** A party with the sentences that the list writes about it. */
export type DescribedParty = { readonly draft: Draft; readonly texts: readonly string[] };

type Direction = "to" | "from";

/** What a phrase states: `to` draws the edge from the party to the one named after the phrase, `from` the other way. */
type Relation = { readonly shape: RegExp; readonly schema: string; readonly direction: Direction };

const RELATIONS: readonly Relation[] = [
  // `Owned or controlled by, or acts on behalf of X` leaves open which: that is a link, not an ownership.
  {
    shape:
      /\bowned (?:and|or) controlled by,? (?:or )?(?:acts?|acting)(?: or purport(?:s|ing) to act)?(?: for or)? on behalf of,?(?: directly or indirectly,)?/iu,
    schema: "UnknownLink",
    direction: "to",
  },
  {
    shape:
      /\bowned or controlled by,? or act(?:s|ing)? or purport(?:s|ing) to act for or on behalf of,?(?: directly or indirectly,)?/iu,
    schema: "UnknownLink",
    direction: "to",
  },
  {
    shape: /\b(?:owned (?:and|or|and\/or) controlled by|owned by|controlled by)\b/iu,
    schema: "Ownership",
    direction: "from",
  },
  {
    shape: /\b(?:subsidiary(?: company| entity)?(?: of| to)|parent (?:company )?is)\b/iu,
    schema: "Ownership",
    direction: "from",
  },
  {
    shape: /\b(?:(?:co|part)-)?own(?:er of|s(?: and operates)?)\b/iu,
    schema: "Ownership",
    direction: "to",
  },
  { shape: /\bcontrols\b/iu, schema: "Ownership", direction: "to" },
  { shape: /\bmember(?: and \p{L}+)? of\b/iu, schema: "Membership", direction: "to" },
  {
    shape:
      /\b(?:half-|step)?(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|nephew|niece|uncle)(?:-in-law)?(?:['’]s name(?: is)?:?|\s+(?:of|to|is:?)|:)/iu,
    schema: "Family",
    direction: "to",
  },
  {
    shape:
      /\b(?:front[- ]company (?:of|for)|cover name (?:of|for)|branch of|part of|wing of|sub-?unit of|subordinate(?: entity)? (?:of|to)|subordinate of|affiliate of|splinter(?: group)? (?:of|from)|controlled through|absorbed into|merged with)\b/iu,
    schema: "UnknownLink",
    direction: "to",
  },
  {
    shape:
      /\b(?:linked (?:by marriage )?to|links? (?:to|with)|associated(?: also)? with|associate of|affiliated with|act(?:s|ed|ing)? (?:for|on behalf of|as)|on behalf of|behalf of|support(?:s|ed|ing)?(?: to| of| for)?|financier (?:of|for)|financed|facilitator for|funded by|founder of|founded by|established by|emir of|leader of|led by|head(?:ed)? (?:of|by)|command(?:er|s|ed)(?: of)?|director of|manager of|official of|representative (?:of|for|in)|deput(?:y|ies) (?:to|of)|deputy|advis[eo]r to|treasurer (?:of|to)|spokes(?:person|man) (?:of|for)|under the direction of|direction of|fighter (?:for|with)|works? for|employee of|services to|recruit(?:s|ed|er) for|listed as|succeeded)\b/iu,
    schema: "UnknownLink",
    direction: "to",
  },
];

const REFERENCE = /\b([A-Z]{2}[ie])\.?\s?(\d{3})\b/giu;
const PARENT = /^(?:the )?(.{3,120}?) is the parent company of\b/iu;
/** Longest listed name in words; none is taken from farther than this. */
const NAME_WORDS_MAX = 14;
/** A person's name of one word, or an acronym of two letters, would be met by chance. */
const ACRONYM_CHARS_MIN = 3;

/** `It is a wholly owned` stands before a phrase; more words have a subject of their own. */
const LEAD_WORDS_MAX = 5;

type Phrase = {
  readonly relation: Relation;
  readonly text: string;
  readonly at: number;
  readonly end: number;
};

/** Comments as sentences without layout. An abbreviated month is no end of a sentence. */
function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/gu, " ")
    .split(/(?<=[^.\s]{3}[.;])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function phrasesOf(sentence: string): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const relation of RELATIONS) {
    for (const match of sentence.matchAll(new RegExp(relation.shape.source, "giu"))) {
      const at = match.index;
      const end = at + match[0].length;
      // The more exact phrase stands first in the table and hides the ones inside it.
      if (found.some((phrase) => at < phrase.end && phrase.at < end)) continue;
      found.push({ relation, text: match[0].replace(/[,:\s]+$/u, ""), at, end });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function words(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘ʼ`.]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Every listed name by its words; null where two parties carry it. */
function indexNames(parties: readonly DescribedParty[]): ReadonlyMap<string, Draft | null> {
  const index = new Map<string, Draft | null>();
  const put = (key: string, draft: Draft): void => {
    const held = index.get(key);
    index.set(key, held === undefined || held === draft ? draft : null);
  };
  for (const { draft } of parties) {
    const names = ["name", "alias", "previousName"].flatMap((property) => draft.values(property));
    for (const name of names) {
      const parts = words(name.replace(/\([^()]*\)/gu, " "));
      if (parts.length > 1 || (draft.schema !== "Person" && (parts[0]?.length ?? 0) > 5)) {
        put(parts.join(" ").toLowerCase(), draft);
      }
    }
    for (const name of [...draft.values("weakAlias"), ...draft.values("alias")]) {
      if (draft.schema !== "Person" && name === name.toUpperCase() && name.length >= ACRONYM_CHARS_MIN) {
        put(words(name).join(" "), draft);
      }
    }
  }
  return index;
}

/** The listed party whose name begins the text: the longest name wins, acronyms count in capitals alone. */
function namedAt(text: string, names: ReadonlyMap<string, Draft | null>): Draft | null {
  const bare = text.slice(0, 240).replace(/^[\s,:]*(?:the|a|an)\s+/iu, "");
  const parts = words(bare).slice(0, NAME_WORDS_MAX);
  for (let count = parts.length; count > 0; count--) {
    const exact = parts.slice(0, count).join(" ");
    const found = names.get(exact.toLowerCase()) ?? names.get(exact);
    if (found !== undefined && found !== null) return found;
  }
  return null;
}

type Statement = {
  readonly from: Draft;
  readonly other: Draft;
  readonly phrase: Phrase | null;
  readonly sentence: string;
  readonly names: ReadonlyMap<string, Draft | null>;
};

/**
 * True where the sentence speaks of the party itself up to the phrase: `X is a subsidiary of Y, which is owned by Z` does
 * not say that Z owns X, and a sentence that begins with another party's name is about that one.
 */
function speaksOf(draft: Draft, { sentence, phrase, names }: Spoken): boolean {
  const lead = sentence.slice(0, phrase.at);
  if (/\b(?:which|who|whose|that|where)\b/iu.test(lead)) return false;
  const subject = namedAt(sentence, names);
  if (subject !== null && phrase.at > 0) return subject === draft;
  return words(lead).length <= LEAD_WORDS_MAX || /^(?:it|he|she|the (?:company|entity|bank))\b/iu.test(lead);
}

type Spoken = {
  readonly sentence: string;
  readonly phrase: Phrase;
  readonly names: ReadonlyMap<string, Draft | null>;
};

function draw(builder: EditionBuilder, { from, other, phrase, sentence, names }: Statement): void {
  if (from === other) return;
  const relation = phrase?.relation;
  const owning = relation?.schema === "Ownership" && phrase !== null;
  const plain = !owning || speaksOf(from, { sentence, phrase, names });
  const [source, target] = plain && relation?.direction === "from" ? [other, from] : [from, other];
  const edge = builder.link(plain ? (relation?.schema ?? "UnknownLink") : "UnknownLink", {
    source,
    target,
    role: phrase?.text ?? "named in the reasons",
    summary: sentence,
  });
  if (edge.schema === "Ownership" && phrase !== null)
    edge.add("percentage", shareBefore(sentence, phrase.at));
}

/** The share that stands right before the phrase: `100 % owned by`, `a wholly-owned subsidiary of`. */
function shareBefore(sentence: string, at: number): string | null {
  const lead = sentence.slice(Math.max(0, at - 40), at);
  const stated = /(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent)[\s-]*(?:owned\s+)?$/iu.exec(lead)?.[1];
  if (stated !== undefined) return stated.replace(",", ".");
  return /\b(?:wholly|fully)[\s-]+(?:owned\s+)?$/iu.test(lead) ? "100" : null;
}

/**
 * Draws the relations that the list states in words: to every reference that a sentence names (`KPe.001`), and to the
 * listed party whose exact name follows a phrase such as `subsidiary of`. The sentence stays on the edge.
 */
export function linkParties(builder: EditionBuilder, parties: readonly DescribedParty[]): void {
  const names = indexNames(parties);
  for (const { draft, texts } of parties) {
    for (const sentence of texts.flatMap(sentencesOf)) linkSentence(builder, { draft, sentence, names });
  }
}

type Described = {
  readonly draft: Draft;
  readonly sentence: string;
  readonly names: ReadonlyMap<string, Draft | null>;
};

function linkSentence(builder: EditionBuilder, { draft, sentence, names }: Described): void {
  const phrases = phrasesOf(sentence);
  const drawn = new Set<Draft>();
  for (const match of sentence.matchAll(REFERENCE)) {
    const prefix = match[1] ?? "";
    const reference = `${prefix.slice(0, 2).toUpperCase()}${prefix.slice(2).toLowerCase()}.${match[2]}`;
    const other = builder.get(reference);
    if (other === null || drawn.has(other)) continue;
    drawn.add(other);
    const phrase = phrases.findLast(({ end }) => end <= match.index) ?? null;
    draw(builder, { from: draft, other, phrase, sentence, names });
  }
  for (const phrase of phrases) {
    const other = namedAt(sentence.slice(phrase.end), names);
    // Many a man is called Nazar Mohammad: that a father is the listed one, only a reference can say.
    if (other === null || drawn.has(other) || /\bname\b/iu.test(phrase.text)) continue;
    drawn.add(other);
    draw(builder, { from: draft, other, phrase, sentence, names });
  }
  const parent = PARENT.exec(sentence)?.[1]?.replace(/\([^()]*\)/gu, " ");
  const owner = parent === undefined ? null : namedAt(parent, names);
  if (owner !== null && owner !== draft && !drawn.has(owner)) {
    builder.link("Ownership", { source: owner, target: draft, role: "parent company", summary: sentence });
  }
}
