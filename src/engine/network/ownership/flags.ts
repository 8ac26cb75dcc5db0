import { addShares, compareShares, NONE, type Share, WHOLE, writePercent } from "../share.ts";
import { UNKNOWN_SHARE } from "./bounds.ts";
import { CLASS, potOf } from "./day-graph.ts";
import { divestmentFlags } from "./divestment.ts";
import type { OwnershipFlag } from "./flag.ts";
import { type Tie, tieAt } from "./graph.ts";
import { presenceOn } from "./period.ts";
import type { OwnershipStatus, Resolution } from "./resolution.ts";

/** Ties looked through for flags: an index fund has more, and its first ones tell enough. */
const TIES_MAX = 20_000;
/** Flags of one kind told for one party. */
const SAME_MAX = 5;

const name = (resolution: Resolution, id: string): string => {
  const party = resolution.graph.parties[resolution.graph.indexOf(id)];
  return party?.name ?? id;
};

const HALF: Share = { numerator: 1n, denominator: 2n };

type Told = { readonly tie: Tie; readonly ownerStatus: OwnershipStatus };

const CONTROL = new Set(["board-majority", "control", "influence", "consolidated"]);
const TRUST = new Set(["settlor", "trustee", "beneficiary", "protector"]);

function flagOfTie(resolution: Resolution, { tie, ownerStatus }: Told): OwnershipFlag | null {
  const owner = name(resolution, tie.owner);
  const asset = name(resolution, tie.asset);
  const by = ownerStatus === "blocked" ? "blocked" : "possibly blocked";
  if (tie.period.contradicts)
    return {
      flag: "dates-contradict",
      words: `The dates of ${owner}'s stake in ${asset} contradict or cannot be read.`,
    };
  if (tie.confidence === "doubtful" && ownerStatus !== "not-blocked")
    return {
      flag: "doubtful-source",
      words: `${owner}'s stake in ${asset} is attested doubtfully (${tie.source}).`,
    };
  if (TRUST.has(tie.interest))
    return {
      flag: "trust",
      words: `${owner} is ${tie.interest} of ${asset}: trusts are outside the arithmetic of shares.`,
    };
  if (tie.interest === "nominee" || tie.interest === "nominator")
    return {
      flag: "nominee",
      words:
        tie.interest === "nominee"
          ? `${owner} holds in ${asset} as a nominee, for somebody else.`
          : `${owner} holds in ${asset} through a nominee.`,
    };
  if (tie.joint !== null)
    return {
      flag: "joint-holding",
      words: `${owner} holds shares of ${asset} ${tie.joint.kind === "holding" ? "jointly with others" : "in an arrangement with others"} (${tie.joint.id}).`,
    };
  if (ownerStatus === "not-blocked") return null;
  if (CONTROL.has(tie.interest))
    return {
      flag: "control-by-listed",
      words: `${owner}, ${by}, has control or influence over ${asset} (${tie.interest}).`,
    };
  if (tie.interest === "director" || tie.interest === "linked")
    return {
      flag: "linked-to-listed",
      words:
        tie.interest === "director"
          ? `${owner}, ${by}, is a director or official of ${asset}: it may not sign or negotiate for it.`
          : `${owner}, ${by}, is linked to ${asset} in a way that the source does not say.`,
    };
  return null;
}

/** What blocked owners certainly hold of a class that does not decide under the rule, where it reaches half. */
function classFlag(
  resolution: Resolution,
  told: readonly Told[],
  asset: string,
  rights: {
    readonly interests: readonly string[];
    readonly flag: OwnershipFlag["flag"];
    readonly words: string;
  },
): readonly OwnershipFlag[] {
  const total = told
    .filter(({ tie, ownerStatus }) => ownerStatus === "blocked" && rights.interests.includes(tie.interest))
    .map(({ tie }) => (tie.share ?? UNKNOWN_SHARE).min)
    .reduce(addShares, NONE);
  if (compareShares(total, HALF) < 0) return [];
  return [
    {
      flag: rights.flag,
      words: `Blocked owners have ${writePercent(total)} % of the ${rights.words} of ${name(resolution, asset)}, whatever their stake is.`,
    },
  ];
}

function potFlags(resolution: Resolution, node: number, asset: string): readonly OwnershipFlag[] {
  const { day, graph } = resolution;
  const pot = potOf(day, node, CLASS.ownership);
  if (pot < 0) return [];
  const flags: OwnershipFlag[] = [];
  const whole = day.whole[pot] ?? 1;
  const excess = ((day.needLow[pot] ?? whole) - whole) / 2;
  if (excess > 0) {
    const stated: Share = { numerator: BigInt(whole + excess), denominator: BigInt(whole) };
    flags.push({
      flag: "shares-over-whole",
      words: `The stated shares of ${name(resolution, asset)} come to ${writePercent(stated)} %: at least ${writePercent(addShares(stated, { numerator: -WHOLE.numerator, denominator: 1n }))} % of it is wrong, and as much is taken off what proves.`,
    });
  }
  if ((day.needHigh[pot] ?? whole) < whole) {
    flags.push({
      flag: "treasury-shares",
      words: `${name(resolution, asset)} holds shares in itself; whether they count is for the law to say, so both readings are kept.`,
    });
  }
  if (graph.sources.length > 1 && disagree(resolution, pot)) {
    flags.push({
      flag: "sources-disagree",
      words: `Sources state different shares of one owner in ${name(resolution, asset)}; the truth is taken to lie between them.`,
    });
  }
  return flags;
}

function disagree({ day, graph }: Resolution, pot: number): boolean {
  const stated = new Map<number, { readonly source: number; readonly share: number }>();
  for (let edge = day.headIn[pot] ?? -1; edge >= 0; edge = day.nextIn[edge] ?? -1) {
    const tie = day.tie[edge] ?? -1;
    if (tie < 0) continue;
    const [source, share] = [graph.sourceOf[tie] ?? 0, day.share[edge] ?? 0];
    const other = stated.get(day.owner[edge] ?? 0);
    if (other !== undefined && other.source !== source && other.share !== share) return true;
    stated.set(day.owner[edge] ?? 0, { source, share });
  }
  return false;
}

/** What a person should know of the party's owners, each kind a few times at most. */
export function flagsOf(
  resolution: Resolution,
  node: number,
  status: OwnershipStatus,
): readonly OwnershipFlag[] {
  const { graph, day, certain, possible, loops, seeds } = resolution;
  const asset = graph.parties[node]?.id ?? "";
  const told: Told[] = graph
    .tiesInto(node)
    .slice(0, TIES_MAX)
    .filter((tie) => presenceOn(graph.periods[graph.periodOf[tie] ?? 0] ?? NEVER, day.day) !== "absent")
    .map((tie) => {
      const owner = graph.ownerOf[tie] ?? 0;
      const ownerStatus = certain.has(owner)
        ? "blocked"
        : possible.has(owner) || loops.has(owner)
          ? "undetermined"
          : "not-blocked";
      return { tie: tieAt(graph, tie), ownerStatus };
    });
  const flags = [
    ...told.flatMap((one) => flagOfTie(resolution, one) ?? []),
    ...(resolution.rule.votes === null
      ? classFlag(resolution, told, asset, {
          interests: ["votes"],
          flag: "votes-reach-threshold",
          words: "votes",
        })
      : []),
    ...classFlag(resolution, told, asset, {
      interests: ["profit", "surplus"],
      flag: "rights-reach-threshold",
      words: "rights to profit or surplus",
    }),
    ...potFlags(resolution, node, asset),
    ...divestmentFlags(resolution, node),
    ...minorityFlag(told, status, seeds.has(node), name(resolution, asset)),
  ];
  if (loops.has(node))
    flags.push({
      flag: "loop",
      words: `${name(resolution, asset)} is owned in a circle, and listed parties hold something of that circle: the shares alone do not say who is behind it.`,
    });
  const counts = new Map<string, number>();
  return flags.filter(({ flag }) => {
    const count = (counts.get(flag) ?? 0) + 1;
    counts.set(flag, count);
    return count <= SAME_MAX;
  });
}

const NEVER = {
  fromMin: "9999-12-31",
  fromMax: "9999-12-31",
  untilMin: null,
  untilMax: null,
  contradicts: false,
} as const;

function minorityFlag(
  told: readonly Told[],
  status: OwnershipStatus,
  listed: boolean,
  asset: string,
): readonly OwnershipFlag[] {
  if (status !== "not-blocked" || listed) return [];
  const owners = told.filter(
    ({ tie, ownerStatus }) =>
      ownerStatus === "blocked" && (tie.interest === "ownership" || tie.interest === "votes"),
  );
  if (owners.length === 0) return [];
  const known = owners.map(({ tie }) => tie.share?.min ?? NONE).reduce(addShares, NONE);
  const words = known.numerator === 0n ? "something" : `${writePercent(known)} %`;
  return [
    {
      flag: "minority-of-listed",
      words: `Blocked owners hold ${words} of ${asset}, less than the rule asks: dealings with them themselves stay forbidden.`,
    },
  ];
}
