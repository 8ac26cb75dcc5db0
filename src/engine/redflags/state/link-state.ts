import type { WorkerEvent } from "../event.ts";
import { bandsOf, hash32, textSignature } from "../text-signature.ts";
import { insertLargest } from "./largest.ts";

/** Accounts told of one link; what more share it is public by its nature: an exchange's gate, a carrier's address. */
export const MEMBERS_MAX = 64;
/** Hours in which a member used what is shared, the latest. */
const HOURS_MAX = 48;
const HOUR_MS = 3_600_000;

/** What two accounts can have in common. */
export const LINK_KINDS = [
  "ip",
  "device",
  "payout",
  "wallet",
  "document",
  "document-image",
  "photo",
  "phone",
  "email",
  "resume",
  "words",
  "rater",
  "delivery",
  "author",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What an account uses that another may use: `detail` is what is compared where the value only leads to candidates. */
export type LinkUse = { readonly kind: LinkKind; readonly value: string; readonly detail: string };

/** Hours ascend. Links with one member and one hour are there by the million: lists take the least room. */
type Member = { readonly account: string; readonly hours: number[]; detail: string };

/** Who shares one thing, in no order, and when. Joined like an account's state: order and repetition change nothing. */
export type LinkState = { readonly key: string; readonly members: Member[]; crowded: boolean };

export function emptyLink(key: string): LinkState {
  return { key, members: [], crowded: false };
}

/** The name of a link. */
export function linkKey({ kind, value }: Pick<LinkUse, "kind" | "value">): string {
  return `${kind} ${value}`;
}

const comesFirst = (a: string, b: string): boolean => {
  const [x, y] = [hash32(a), hash32(b)];
  return x === y ? a < b : x < y;
};

/** The member with that account, new where it was not one; null where there is room for others only. */
function memberOf(link: LinkState, account: string): Member | null {
  const { members } = link;
  for (const member of members) if (member.account === account) return member;
  const member: Member = { account, hours: [], detail: "" };
  if (members.length < MEMBERS_MAX) {
    members.push(member);
    return member;
  }
  link.crowded = true;
  let last = 0;
  for (let at = 1; at < members.length; at += 1)
    if (comesFirst(members[last]?.account ?? "", members[at]?.account ?? "")) last = at;
  if (!comesFirst(account, members[last]?.account ?? "")) return null;
  members[last] = member;
  return member;
}

/** Joins a use into the link. */
export function joinUse(link: LinkState, account: string, { detail }: LinkUse, at: number): void {
  const member = memberOf(link, account);
  if (member === null) return;
  if (detail > member.detail) member.detail = detail;
  insertLargest(member.hours, Math.floor(at / HOUR_MS), HOURS_MAX);
}

/** Joins what another state of the same link knows into `link`. */
export function joinLink(link: LinkState, other: LinkState): void {
  if (other.crowded) link.crowded = true;
  for (const { account, hours, detail } of other.members) {
    const member = memberOf(link, account);
    if (member === null) continue;
    if (detail > member.detail) member.detail = detail;
    for (const hour of hours) insertLargest(member.hours, hour, HOURS_MAX);
  }
}

export type WrittenLink = {
  readonly key: string;
  readonly members: readonly (readonly [account: string, hours: readonly number[], detail: string])[];
  readonly crowded: boolean;
};

export function writeLink({ key, members, crowded }: LinkState): WrittenLink {
  return {
    key,
    members: members
      .toSorted((a, b) => (a.account < b.account ? -1 : 1))
      .map(({ account, hours, detail }) => [account, hours, detail]),
    crowded,
  };
}

export function readLink({ key, members, crowded }: WrittenLink): LinkState {
  return {
    key,
    members: members.map(([account, hours, detail]) => ({ account, hours: [...hours], detail })),
    crowded,
  };
}

/** Letters and digits alone, in small letters: how a number or an address is compared. */
export function plainKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const use = (kind: LinkKind, value: string, detail = ""): LinkUse => ({ kind, value, detail });

/** Four quarters of a perceptual hash: two that differ in at most three bits share one of them. */
function quartersOf(hash: string): readonly string[] {
  return [0, 4, 8, 12].map((at) => `${at}:${hash.slice(at, at + 4)}`);
}

function wordsUses(
  kind: "resume" | "words",
  text: string | undefined,
  signature: string | undefined,
): readonly LinkUse[] {
  const signed = signature ?? (text === undefined ? null : textSignature(text));
  return signed === null ? [] : bandsOf(signed).map((band) => use(kind, band, signed));
}

type Linked = WorkerEvent & { readonly signature?: string };

/** What an event shows its account to use. */
export function usesOf(event: Linked): readonly LinkUse[] {
  switch (event.kind) {
    case "login":
      return [use("ip", event.ip), ...(event.device === undefined ? [] : [use("device", event.device)])];
    case "endpoint":
      return [use("device", event.device)];
    case "account":
      return [
        ...(event.payoutAccounts ?? []).flatMap(({ account, holder, pooled }) =>
          pooled === true ? [] : [use("payout", plainKey(account), holder ?? "")],
        ),
        ...(event.documents ?? []).flatMap(({ number, issuer, imageHash, name }) => [
          ...(number === undefined
            ? []
            : [use("document", `${issuer ?? ""}${plainKey(number)}`, name ?? "")]),
          ...(imageHash === undefined ? [] : [use("document-image", imageHash, name ?? "")]),
        ]),
        ...(event.phones ?? []).map(({ number }) => use("phone", plainKey(number))),
        ...(event.emails ?? []).map((email) => use("email", email.toLowerCase())),
        ...(event.photoHash === undefined
          ? []
          : quartersOf(event.photoHash).map((quarter) => use("photo", quarter, event.photoHash))),
        ...wordsUses("resume", event.resume, event.signature),
      ];
    case "bid":
    case "message":
      return wordsUses("words", event.text, event.signature);
    case "payment":
      return [
        ...(event.payoutAccount === undefined || event.direction === "in"
          ? []
          : [use("payout", plainKey(event.payoutAccount), event.holder ?? "")]),
        ...(event.wallet === undefined || event.direction === "in" ? [] : [use("wallet", event.wallet)]),
      ];
    case "wallet":
      return [use("wallet", event.address)];
    case "rating":
      return event.score >= TOP_SCORE ? [use("rater", event.from, event.documentHash ?? "")] : [];
    case "shipment":
      return [use("delivery", plainKey(event.address), event.employer ?? "")];
    case "repository":
      return (event.authors ?? []).flatMap(({ email }) =>
        email === undefined ? [] : [use("author", email.toLowerCase())],
      );
    case "interview":
    case "observation":
    case "company":
      return [];
  }
}

/** A rating from here on praises. */
export const TOP_SCORE = 4.8;
