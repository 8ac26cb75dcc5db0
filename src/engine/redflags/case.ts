import { sha256 } from "../digest.ts";
import { type Claims, claimsApart } from "./claims-apart.ts";
import type { Flag } from "./flag.ts";
import type { RuleBook } from "./rule.ts";
import type { AccountView, SharedView, Sharer } from "./rules/view.ts";
import type { LinkKind } from "./state/link-state.ts";
import { hashDistance, likenessOf } from "./text-signature.ts";

/**
 * How flags become a case (decisions/038). Proposals, all of them: no labelled cases exist from which they could be learnt.
 */
export const CASE_RULE = {
  /** Log-odds before any flag: about one account in 600. */
  prior: -6.4,
  /** What a further flag of the same group of evidence keeps of its weight, and the next of that. */
  repeated: 0.3,
  /** All low flags together count for no more than this. */
  lowMax: 0.6,
  /** Summed weights from which a case is opened. */
  openFrom: 4,
  /** Kinds of evidence that must agree, unless one flag alone is decisive. */
  kindsMin: 2,
  /** The weight from which one flag alone opens a case. */
  decisive: 4.5,
  /** What each further contradiction of the verified identity adds, where they are on one account. */
  corroborated: 0.5,
} as const;

/**
 * Signs that contradict the person whose papers were checked, by what they look at. They rest on different facts, and on
 * one account they speak for one thing: that somebody else has it. A traveler is paid into the own account, and a
 * couple's account is used from home.
 */
const CONTRADICTS: Readonly<Record<string, "place" | "payee" | "papers" | "name">> = {
  "RF-014": "place",
  "RF-105": "payee",
  "RF-034": "papers",
  "RF-036": "papers",
  "RF-038": "name",
};

/**
 * Kinds of evidence that all say that accounts belong together. An agency or a family does, with one bank account, one
 * office and one template: together they count as one kind, of which the heaviest counts whole and each further one less,
 * and another must say that something is not what it claims.
 */
const TOGETHER: ReadonlySet<string> = new Set(["payout", "access", "texts", "delivery"]);

function kindsOf(groups: readonly { readonly group: string }[]): number {
  return new Set(groups.map(({ group }) => (TOGETHER.has(group) ? "together" : group))).size;
}

/** What connects two accounts of a cluster. */
export type Link = {
  readonly kind: LinkKind;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  /** From 0 to 1: how much of a link it is; those under one half connect nothing. */
  readonly strength: number;
  /** Of a device: in how many hours both were seen, of the latest that are kept. */
  readonly sameHours?: number;
};

/** Accounts that hang together, with what was found on them. */
export type Cluster = {
  /** Named by its accounts: the same cluster has the same id. */
  readonly id: string;
  readonly accounts: readonly string[];
  readonly links: readonly Link[];
  readonly flags: readonly Flag[];
  readonly score: Score;
};

/** How the flags of a cluster add up, part by part. */
export type Score = {
  readonly sum: number;
  /** The odds' logarithm with the prior, and the probability that it stands for. */
  readonly logOdds: number;
  readonly probability: number;
  readonly groups: readonly {
    readonly group: string;
    readonly rules: readonly string[];
    readonly weight: number;
  }[];
  readonly opens: boolean;
  /** Why a case is opened, or why not, in a sentence. */
  readonly because: string;
};

/** Other links than these connect nothing by themselves: whoever praised somebody is no accomplice. */
const STRENGTHS: Readonly<Record<LinkKind, number>> = {
  document: 1,
  "document-image": 1,
  device: 1,
  payout: 0.9,
  wallet: 0.9,
  resume: 0.7,
  photo: 0.8,
  email: 0.8,
  phone: 0.7,
  delivery: 0.6,
  author: 0.6,
  ip: 0.5,
  words: 0.3,
  rater: 0.2,
};
const CONNECTS_FROM = 0.5;
/** Hours at which two accounts must both have come in from an address: neighbors in a café share one or two. */
const SAME_HOURS_MIN = 3;
/** An address, device or account with more members than this is an office, a school, a processor. */
const MEMBERS_MAX = 12;
const LIKENESS_MIN = 0.85;
const PHOTO_BITS_MAX = 6;

function sameHours(shared: SharedView, other: Sharer): number {
  const own = new Set(shared.hours);
  return other.hours.filter((hour) => own.has(hour)).length;
}

function connects(shared: SharedView, other: Sharer): boolean {
  switch (shared.kind) {
    case "ip":
      return sameHours(shared, other) >= SAME_HOURS_MIN;
    case "resume":
    case "words":
      return likenessOf(shared.detail, other.detail) >= LIKENESS_MIN;
    case "photo":
      return hashDistance(shared.detail, other.detail) <= PHOTO_BITS_MAX;
    default:
      return true;
  }
}

/** The links of an account that connect it to others; each is told once, from the lesser name to the greater. */
export function linksOf(view: AccountView): readonly Link[] {
  const links = new Map<string, Link>();
  for (const shared of view.shared) {
    const strength = STRENGTHS[shared.kind];
    if (shared.crowded || strength < CONNECTS_FROM || shared.others.length + 1 > MEMBERS_MAX) continue;
    for (const other of shared.others) {
      if (!connects(shared, other)) continue;
      const [from, to] =
        view.account < other.account ? [view.account, other.account] : [other.account, view.account];
      // Bands lead to one text: it is one link, whatever many bands found it.
      const value = shared.kind === "resume" || shared.kind === "photo" ? "" : shared.value;
      const together = shared.kind === "device" ? { sameHours: sameHours(shared, other) } : {};
      links.set(`${shared.kind} ${value} ${from} ${to}`, {
        kind: shared.kind,
        value,
        from,
        to,
        strength,
        ...together,
      });
    }
  }
  return [...links.values()];
}

/** A rule that was found in a cluster, on how many of its accounts, and with what weight then. */
type Weighed = {
  readonly rule: string;
  readonly group: string;
  readonly low: boolean;
  readonly whole: number;
  readonly weight: number;
};

function weigh(flags: readonly Flag[], accounts: number): readonly Weighed[] {
  return [...Map.groupBy(flags, ({ rule }) => rule)]
    .map(([rule, [flag, ...others]]) => {
      const on = new Set([flag, ...others].map((one) => one?.account)).size;
      const whole = flag?.weight ?? 0;
      return {
        rule,
        group: flag?.group ?? "",
        low: flag?.severity === "low",
        whole,
        weight: whole * Math.sqrt(Math.min(1, on / accounts)),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.rule < b.rule ? -1 : 1));
}

type Group = Score["groups"][number];

const byWeight = (a: Group, b: Group): number => b.weight - a.weight || (a.group < b.group ? -1 : 1);
const kept = (weight: number, at: number): number => weight * CASE_RULE.repeated ** at;

/** What each group of evidence comes to; those that only say that accounts belong together count like one. */
function groupsOf(strong: readonly Weighed[], accounts: number): readonly Group[] {
  const groups = [...Map.groupBy(strong, ({ group }) => group)]
    .map(([group, members]) => ({
      group,
      rules: members.map(({ rule }) => rule),
      weight: round(members.reduce((sum, { weight }, at) => sum + kept(weight, at), 0)),
    }))
    .sort(byWeight);
  const isTogether = ({ group }: Group): boolean => accounts > 1 && TOGETHER.has(group);
  return [
    ...groups.filter((one) => !isTogether(one)),
    ...groups.filter(isTogether).map((one, at) => ({ ...one, weight: round(kept(one.weight, at)) })),
  ].sort(byWeight);
}

/**
 * The flags of one account that contradict its verified identity. A payee that stood there when the papers were checked is
 * known since then: whoever is paid into the account of the one they live with, and moves, is not contradicted twice.
 */
function contradictionsOf(own: readonly Flag[]): readonly Flag[] {
  const checked = own.flatMap(({ evidence }) => evidence).find(({ fact }) => fact === "identity-checked")?.at;
  return own.filter(({ rule, evidence }) => {
    if (CONTRADICTS[rule] !== "payee") return CONTRADICTS[rule] !== undefined;
    if (checked === undefined || checked === null) return true;
    const isAfter = (at: string | null): boolean => at === null || Date.parse(at) > Date.parse(checked);
    const known = new Set(evidence.filter(({ at }) => !isAfter(at)).map(({ value }) => value));
    return evidence.length === 0 || evidence.some(({ at, value }) => isAfter(at) && !known.has(value));
  });
}

/** What contradictions of the verified identity add to their own weights, where one account has several. */
function corroboration(
  flags: readonly Flag[],
  accounts: number,
): { readonly rules: readonly string[]; readonly weight: number } {
  const contradicting = [...Map.groupBy(flags, ({ account }) => account).values()].flatMap(contradictionsOf);
  const kinds = [...Map.groupBy(contradicting, ({ account }) => account).values()].map(
    (own) => new Set(own.map(({ rule }) => CONTRADICTS[rule])).size,
  );
  const several = kinds.filter((count) => count > 1);
  if (several.length === 0) return { rules: [], weight: 0 };
  const most = Math.max(...several);
  return {
    rules: [...new Set(contradicting.map(({ rule }) => rule))].sort(),
    weight: round((most - 1) * CASE_RULE.corroborated * Math.sqrt(Math.min(1, several.length / accounts))),
  };
}

/**
 * How the flags of a cluster of so many accounts add up. The same rule on several accounts counts once, and the less the
 * fewer of them it is on: in an office of twelve somebody always travels. Within a group of evidence the heaviest counts
 * whole and each further one less, since they rest on the same facts; low flags count for little together.
 */
export function scoreOf(flags: readonly Flag[], accounts = 1): Score {
  const weighed = weigh(flags, accounts);
  const strong = weighed.filter(({ low }) => !low);
  const low = weighed.filter((one) => one.low);
  const groups = groupsOf(strong, accounts);
  const ofLow = Math.min(
    CASE_RULE.lowMax,
    low.reduce((sum, { weight }) => sum + weight, 0),
  );
  const corroborated = corroboration(flags, accounts);
  const sum = round(groups.reduce((total, { weight }) => total + weight, 0) + corroborated.weight + ofLow);
  const decisive = strong.find(({ whole }) => whole >= CASE_RULE.decisive);
  const kinds = kindsOf(groups);
  const enough = sum >= CASE_RULE.openFrom && kinds >= CASE_RULE.kindsMin;
  const logOdds = round(CASE_RULE.prior + sum);
  return {
    sum,
    logOdds,
    probability: Number((1 / (1 + Math.exp(-logOdds))).toFixed(3)),
    groups: [
      ...groups,
      ...(corroborated.weight === 0 ? [] : [{ group: "identity", ...corroborated }]),
      ...(ofLow === 0
        ? []
        : [{ group: "low", rules: low.map(({ rule }) => rule).sort(), weight: round(ofLow) }]),
    ],
    opens: decisive !== undefined || enough,
    because: because({ decisive: decisive?.rule ?? null, kinds, sum, enough }),
  };
}

function because({
  decisive,
  kinds,
  sum,
  enough,
}: {
  readonly decisive: string | null;
  readonly kinds: number;
  readonly sum: number;
  readonly enough: boolean;
}): string {
  if (decisive !== null) return `${decisive} alone is decisive.`;
  if (kinds === 0) return "Low flags alone open nothing.";
  if (kinds < CASE_RULE.kindsMin) return "All of it is one kind of evidence; another kind must agree.";
  if (enough)
    return `${kinds} kinds of evidence agree, with a weight of ${sum} where ${CASE_RULE.openFrom} is needed.`;
  return `The weight is ${sum}, and ${CASE_RULE.openFrom} is needed.`;
}

const round = (value: number): number => Number(value.toFixed(3));

/** What is known of each account, for clustering. */
export type Flagged = {
  readonly account: string;
  readonly flags: readonly Flag[];
  readonly links: readonly Link[];
  readonly claims: Claims;
};

/**
 * The accounts in clusters: those that links connect stand together, every other alone. Only clusters with a flag. What
 * accounts contradict only together is added to their flags.
 */
export function clustersOf(accounts: Iterable<Flagged>, book: RuleBook): readonly Cluster[] {
  const parent = new Map<string, string>();
  const rootOf = (account: string): string => {
    let root = account;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(account, root);
    return root;
  };
  const known = new Map<string, Flagged>();
  const links = new Map<string, Link>();
  for (const one of accounts) {
    if (!parent.has(one.account)) parent.set(one.account, one.account);
    known.set(one.account, one);
    for (const link of one.links) {
      links.set(`${link.kind} ${link.value} ${link.from} ${link.to}`, link);
      for (const end of [link.from, link.to]) if (!parent.has(end)) parent.set(end, end);
      const [a, b] = [rootOf(link.from), rootOf(link.to)];
      if (a < b) parent.set(b, a);
      else if (b < a) parent.set(a, b);
    }
  }
  const linksByRoot = Map.groupBy(links.values(), ({ from }) => rootOf(from));
  return [...Map.groupBy(parent.keys(), rootOf)]
    .flatMap(([root, members]) => {
      const sorted = members.toSorted();
      const own = (linksByRoot.get(root) ?? []).toSorted((a, b) =>
        `${a.from} ${a.to} ${a.kind} ${a.value}` < `${b.from} ${b.to} ${b.kind} ${b.value}` ? -1 : 1,
      );
      const together = claimsApart(known, own, book);
      const all = sorted.flatMap((account) => [
        ...(known.get(account)?.flags ?? []),
        ...together.filter((flag) => flag.account === account),
      ]);
      if (all.length === 0) return [];
      return [
        {
          id: sha256(sorted.join("\n")).slice(0, 16),
          accounts: sorted,
          links: own,
          flags: all,
          score: scoreOf(all, sorted.length),
        },
      ];
    })
    .sort((a, b) => b.score.sum - a.score.sum || (a.id < b.id ? -1 : 1));
}
