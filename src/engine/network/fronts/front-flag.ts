import { type Properties, valuesOf } from "../../entity/entity.ts";
import { isA } from "../../entity/model.ts";
import { analyzeName } from "../../names/name.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { bundledFrontRules, type FrontRule, type FrontRuleId } from "./front-rule.ts";
import type { FrontLink, FrontPath, FrontSearch, FrontWorld, PathParty } from "./nearest-listed.ts";
import { sayPath, sayStep } from "./say-path.ts";
import type { RelationKind } from "./tie-kind.ts";

/** A sign that a company stands in front of somebody, with what shows it and what else it may mean. A person decides. */
export type FrontFlag = {
  readonly rule: FrontRuleId;
  readonly severity: FrontRule["severity"];
  readonly title: FrontRule["title"];
  readonly innocent: FrontRule["innocent"];
  readonly source: string;
  readonly basis: FrontRule["basis"];
  readonly target: PathParty | null;
  readonly words: { readonly en: string; readonly ko: string };
  /** The rows that show it, in order. */
  readonly evidence: readonly { readonly en: string; readonly ko: string; readonly of: string }[];
};

/** Below this a shared fact is told among the paths, and is no sign by itself. */
const SHARED_STRENGTH_MIN = 0.25;
/** Nats of rarity that the words in common have at the least: one word that some ten parties bear. */
const NAME_NATS_MIN = 8;
const NAME_WORD_LETTERS_MIN = 4;

const RUNS: ReadonlySet<RelationKind> = new Set(["founder", "director", "owner"]);
const STAFFS: ReadonlySet<RelationKind> = new Set([...RUNS, "employee"]);

/** What companies say of their trade, rare as it may be on the lists: two companies of one trade share it by nature. */
const TRADE_WORDS: ReadonlySet<string> = new Set(
  [
    "company corporation limited group holding holdings international global national general joint enterprise enterprises",
    "technology technologies tech technical network networks internet information software digital data computer computers",
    "computing system systems electronic electronics electric electrical telecom communication communications online studio",
    "trade trading commerce commercial import export industry industrial industries development investment investments",
    "construction engineering machinery equipment materials mining energy shipping marine transport transportation logistics",
    "service services solutions consulting management business finance financial insurance economic cooperation science",
    "scientific research institute center centre food foods fishery fisheries textile medical pharmaceutical aviation",
  ].flatMap((line) => line.split(" ")),
);

/** Places and programmes of North Korea as records and lists write them. */
const KP_PLACE =
  /\b(?:p[’']?y[oŏ]ngyang|pyeongyang|dprk|d\.p\.r\.k|north korea|korea,? north)\b|조선민주주의|평양|平壤|平壌|朝鲜|пхеньян|кндр/iu;
const KP_PROGRAMME = /dprk|north korea|democratic people|\bprk\b/iu;

type Asked = {
  readonly world: FrontWorld;
  readonly party: string;
  readonly day: string;
  readonly search: FrontSearch;
};

/** The signs that stand against a party of the records on a day; the rules in force that day are asked. */
export function frontFlags(asked: Asked): readonly FrontFlag[] {
  const party = asked.world.book.party(asked.party);
  if (party === null) return [];
  const rules = bundledFrontRules().filter(
    ({ from, until }) => from <= asked.day && (until === null || asked.day < until),
  );
  return rules.flatMap((rule): readonly FrontFlag[] => {
    if (rule.id === "RF-140") return runFromNorthKorea(asked, rule);
    return rule.id === "RF-141" ? sisterCompany(asked, rule) : sharedFact(asked, rule);
  });
}

const isCompany = (schema: string): boolean => isA(schema, "LegalEntity") && schema !== "Person";

function countries(
  party: { readonly properties: Properties },
  ...properties: readonly string[]
): readonly string[] {
  return properties.flatMap((property) => valuesOf(party, property)).map((code) => code.toLowerCase());
}

function flagOf(
  rule: FrontRule,
  target: PathParty | null,
  told: Pick<FrontFlag, "words" | "evidence">,
): FrontFlag {
  const { id, severity, title, innocent, source, basis } = rule;
  return { rule: id, severity, title, innocent, source, basis, target, ...told };
}

/** RF-140. Nationality is read as records state it, since the resolution forbids the employment of nationals by that name. */
function runFromNorthKorea({ world, party: id, search }: Asked, rule: FrontRule): readonly FrontFlag[] {
  const { book } = world;
  const party = book.party(id);
  if (party === null || !isCompany(party.schema)) return [];
  const home = countries(party, "jurisdiction", "country", "mainCountry");
  if (home.length === 0 || home.includes("kp")) return [];
  const staff = book.relationsOf(id).flatMap((relation) => {
    const person = relation.to === id && STAFFS.has(relation.kind) ? book.party(relation.from) : null;
    return person === null || person.schema !== "Person" ? [] : [person];
  });
  const nationals = staff.filter((person) => countries(person, "nationality", "citizenship").includes("kp"));
  const listed = search.links.flatMap(({ target, listings, paths, state }) => {
    const path = paths.find(
      ({ steps }) => steps.length === 2 && steps[1]?.tie === "name" && isStaffTie(steps[0]?.tie),
    );
    const ofKorea = listings.some(({ programmes }) =>
      programmes.some((programme) => KP_PROGRAMME.test(programme)),
    );
    return path === undefined || !ofKorea || state === "not-yet-listed" || state === "delisted"
      ? []
      : [{ target, path }];
  });
  const places = book.addressesOf(id).filter((address) => KP_PLACE.test(address));
  const evidence = [
    ...nationals.map((person) => ({
      en: `${person.caption} is a national of North Korea by the records`,
      ko: `${person.caption}: 기록상 북한 국적`,
      of: person.id,
    })),
    ...listed.map(({ target, path }) => ({
      en: sayPath(path, "en"),
      ko: sayPath(path, "ko"),
      of: target.id,
    })),
    ...places.map((address) => ({
      en: `It has an address in North Korea: ${address}`,
      ko: `북한 내 주소: ${address}`,
      of: id,
    })),
  ];
  if (evidence.length === 0) return [];
  const country = home.map((code) => code.toUpperCase()).join(", ");
  return [
    flagOf(rule, listed[0]?.target ?? null, {
      words: {
        en: `${party.caption} is a company of ${country} and leads to North Korea by ${evidence.length === 1 ? "one fact" : `${evidence.length} facts`}.`,
        ko: `${party.caption}: ${country} 회사이며 북한과 이어지는 사실 ${evidence.length}건이 있습니다.`,
      },
      evidence,
    }),
  ];
}

const isStaffTie = (tie: string | undefined): boolean => tie !== undefined && STAFFS.has(tie as RelationKind);
const isRunTie = (tie: string | undefined): boolean => tie !== undefined && RUNS.has(tie as RelationKind);

/** RF-141: who runs the party leads, by relations alone, to a listed company of a like name. */
function sisterCompany({ world, party: id, search }: Asked, rule: FrontRule): readonly FrontFlag[] {
  const party = world.book.party(id);
  if (party === null || !isCompany(party.schema)) return [];
  return search.links.flatMap((link): readonly FrontFlag[] => {
    const path = link.paths.find(throughPersons);
    if (path === undefined || !isCompany(world.snapshot.entity(link.target.index).schema)) return [];
    const common = wordsInCommon(world.snapshot, party, world.snapshot.entity(link.target.index));
    if (common.length === 0) return [];
    const words = common.join(", ");
    return [
      flagOf(rule, link.target, {
        words: {
          en: `Who runs ${party.caption} leads to ${link.target.caption}, and the two have words of their names in common (${words}).`,
          ko: `${party.caption}의 관계자가 ${link.target.caption}(으)로 이어지며, 두 이름에 공통된 말이 있습니다(${words}).`,
        },
        evidence: rows(path, link),
      }),
    ];
  });
}

function throughPersons({ steps }: FrontPath): boolean {
  const [first] = steps;
  return (
    steps.length > 1 &&
    isRunTie(first?.tie) &&
    steps.every(({ written, tie }) => written === null || tie === "name")
  );
}

function rows(path: FrontPath, { target }: FrontLink): FrontFlag["evidence"] {
  return path.steps.map((step) => ({ en: sayStep(step, "en"), ko: sayStep(step, "ko"), of: target.id }));
}

/** Telling words of two names, written together or apart; words of either address are places and tell nothing. */
function wordsInCommon(
  snapshot: Snapshot,
  a: { readonly properties: Properties },
  b: { readonly properties: Properties },
): readonly string[] {
  const places = new Set([...valuesOf(a, "address"), ...valuesOf(b, "address")].flatMap(plainWords));
  const [mine, theirs] = [piecesOf(snapshot, a), piecesOf(snapshot, b)];
  const common = [...mine.keys()].filter((piece) => theirs.has(piece) && !places.has(piece));
  // `silverstar` and `silver star` are one piece: the parts say nothing that the whole did not.
  const whole = common.filter((piece) => !common.some((other) => other !== piece && other.includes(piece)));
  const nats = whole.reduce((sum, piece) => sum + Math.min(mine.get(piece) ?? 0, theirs.get(piece) ?? 0), 0);
  return nats < NAME_NATS_MIN ? [] : whole;
}

function plainWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

/** Words of the party's names, and neighbours written together, with how much each says; together no more than both apart. */
function piecesOf(
  snapshot: Snapshot,
  party: { readonly properties: Properties },
): ReadonlyMap<string, number> {
  const weightOf = (word: string): number => snapshot.index.wordWeight(word);
  const pieces = new Map<string, number>();
  const add = (piece: string, nats: number): void => {
    if (piece.length >= NAME_WORD_LETTERS_MIN) pieces.set(piece, Math.min(nats, pieces.get(piece) ?? nats));
  };
  for (const name of ["name", "alias", "previousName"].flatMap((property) => valuesOf(party, property))) {
    for (const { words } of analyzeName(name, "organization").readings) {
      const telling = words.filter((word) => !TRADE_WORDS.has(word));
      for (const [at, word] of telling.entries()) {
        add(word, weightOf(word));
        const next = telling[at + 1];
        if (next !== undefined) add(`${word}${next}`, weightOf(word) + weightOf(next));
      }
    }
  }
  return pieces;
}

/** RF-142: a rare fact leads to a party that is listed on the day. */
function sharedFact({ world, party: id, search }: Asked, rule: FrontRule): readonly FrontFlag[] {
  const party = world.book.party(id);
  // Whom a person knows, and where a person lives, is no sign of a front: the paths are told, and no more.
  if (party === null || !isCompany(party.schema)) return [];
  const { caption } = party;
  return search.links.flatMap((link): readonly FrontFlag[] => {
    if (link.state !== "listed" && link.state !== "unknown") return [];
    const path = link.paths.find(
      ({ steps, strength }) =>
        strength >= SHARED_STRENGTH_MIN &&
        steps.some(({ tie, written }) => written !== null && tie !== "name"),
    );
    if (path === undefined) return [];
    const ways = link.paths.length;
    return [
      flagOf(rule, link.target, {
        words: {
          en: `${caption} leads to ${link.target.caption}${ways > 1 ? ` in ${ways} ways` : ""}: ${sayPath(path, "en")}`,
          ko: `${caption}: ${link.target.caption}(으)로 이어지는 경로 ${ways}개. ${sayPath(path, "ko")}`,
        },
        evidence: link.paths.flatMap((one) => rows(one, link)),
      }),
    ];
  });
}
