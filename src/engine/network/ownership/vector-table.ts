import { assert, must } from "../../../fault.ts";
import { readBounds, UNKNOWN_SHARE } from "./bounds.ts";
import { GraphBuilder, type Interest, type OwnershipGraph, type Tie } from "./graph.ts";
import { readPeriod } from "./period.ts";
import type { ListedParty } from "./resolution.ts";

const WORDS: ReadonlyMap<string, Interest> = new Map([
  ["votes", "votes"],
  ["board", "board-majority"],
  ["control", "control"],
  ["rebutted", "rebutted-control"],
  ["settlor", "settlor"],
  ["for-unknown", "ownership"],
]);

/** One holding in words: `X 25-50 A from 2018 until 2020-05-01`, `X votes 60 A`, `X 30 A joint J`, `X board A`. */
function readHolding(text: string): Tie & { readonly nominee: boolean } {
  const dates = /^(.*?)(?: from (\S+))?(?: until (\S+))?$/u.exec(text);
  const words = (dates?.[1] ?? "").split(" ");
  const owner = must(words.shift(), "an owner");
  const interest = WORDS.get(words[0] ?? "");
  if (interest !== undefined) words.shift();
  const counted = interest === undefined || interest === "votes" || interest === "ownership";
  const stated = counted ? must(words.shift(), "a share") : null;
  const share = stated === null || stated === "?" ? UNKNOWN_SHARE : readBounds(stated);
  assert(typeof share !== "string", `${stated} is a share`);
  const asset = must(words.shift(), "an asset");
  const [how, id] = words;
  return {
    owner,
    asset,
    interest: interest ?? "ownership",
    share,
    period: readPeriod(
      dates?.[2] === undefined ? [] : [dates[2]],
      dates?.[3] === undefined ? [] : [dates[3]],
    ),
    confidence: "stated",
    source: "table",
    reference: text,
    joint: how === undefined ? null : { kind: how === "held" ? "holding" : "arrangement", id: id ?? "" },
    nominee: text.includes("for-unknown"),
  };
}

/** A graph from the words of a vector, for tests and examples. */
export function graphOfWords(holdings: string): OwnershipGraph {
  const builder = new GraphBuilder();
  for (const text of holdings.split(/\s*;\s*/u)) {
    const { nominee, ...tie } = readHolding(text);
    if (tie.interest === "settlor")
      builder.party({ id: tie.asset, name: null, kind: "trust", country: null });
    if (nominee) {
      const behind = `the one for whom ${tie.owner} holds`;
      builder.party({ id: behind, name: null, kind: "unknown", country: null });
      builder.tie({ ...tie, owner: behind });
      builder.tie({ ...tie, interest: "nominee", share: null });
    } else builder.tie(tie);
  }
  return builder.finish();
}

/** Listed parties by their ids; a question mark for one that only may be. */
export function listedOfWords(words: string): readonly ListedParty[] {
  return words
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({
      id: word.replace("?", ""),
      from: null,
      until: null,
      certain: !word.endsWith("?"),
      words: null,
    }));
}
