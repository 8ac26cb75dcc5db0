import type { components } from "../../client/schema.ts";
import type { WordKey } from "../words/words.ts";

export type Network = components["schemas"]["Network"];
export type NetworkNode = Network["nodes"][number];
export type NetworkEdge = Network["edges"][number];
export type Answer = Network["answer"];
export type Status = Answer["status"];

type Say = (key: WordKey, values?: Readonly<Record<string, string>>) => string;

/** Kinds of parties that the app has words and a shape for. */
export const KINDS = ["company", "person", "state", "arrangement", "trust", "unknown", "asset"] as const;
export type PartyKind = (typeof KINDS)[number];

/** A kind of party that the app has words and a shape for. */
export function kindOf(kind: string): PartyKind {
  return KINDS.find((one) => one === kind) ?? "company";
}

/** What sort of tie it is, for switching on and off. */
export const TIE_GROUPS = ["ownership", "control", "links"] as const;
export type TieGroup = (typeof TIE_GROUPS)[number];

const OWNERSHIP = new Set<NetworkEdge["interest"]>([
  "ownership",
  "votes",
  "profit",
  "surplus",
  "nominator",
  "unspecified",
]);
const LINKS = new Set<NetworkEdge["interest"]>(["linked", "director"]);

/** The group of a tie. */
export function groupOf({ interest }: NetworkEdge): TieGroup {
  if (OWNERSHIP.has(interest)) return "ownership";
  return LINKS.has(interest) ? "links" : "control";
}

/** `100/3` as people read it: 33.33. */
function sayPercent(text: string): string {
  const [numerator, denominator] = text.split("/");
  if (denominator === undefined) return text;
  return String(Math.floor((Number(numerator) / Number(denominator)) * 100) / 100);
}

/** How much blocked parties hold, in words. */
export function sayInterval({ min, max, minOpen }: Answer["interval"], t: Say): string {
  const [low, high] = [sayPercent(min), sayPercent(max)];
  if (min === max) return t("network.share.exact", { percent: low });
  if (minOpen && max === "100") return t("network.share.over", { percent: low });
  return t("network.share.between", { min: low, max: high });
}

/** The answer in a sentence. */
export function sayAnswer({ status, basis, interval }: Answer, t: Say): string {
  const share = sayInterval(interval, t);
  if (status !== "blocked") return t(`network.says.${status}`, { share });
  if (basis === "listed" || basis === "status") return t("network.says.blocked.listed");
  if (basis === "controlled") return t("network.says.blocked.controlled");
  return t("network.says.blocked", { share });
}

/** A tie's share in the language of the page: exact ones by their number, others as the source's words stand. */
export function sayShareOf({ percent, share }: NetworkEdge, t: Say): string {
  if (percent !== null) return t("network.share.exact", { percent: sayPercent(percent) });
  if (share === null) return t("network.share.unknown");
  const band = /^([\d.]+) to ([\d.]+) %$/.exec(share);
  if (band !== null) return t("network.share.between", { min: band[1] ?? "", max: band[2] ?? "" });
  const over = /^more than ([\d.]+) %$/.exec(share);
  return over === null ? share : t("network.share.over", { percent: over[1] ?? "" });
}

/** The name by which a party is shown. */
export function nameOf(network: Pick<Network, "nodes">, id: string): string {
  return network.nodes.find((node) => node.id === id)?.name ?? id;
}
