import { type Properties, valuesOf } from "../../entity/entity.ts";
import { IDENTIFIER_KINDS, type IdentifierKind, normalizeIdentifier } from "../../entity/identifier.ts";
import { contactsOf } from "../contact-index.ts";
import type { FactKind } from "./tie-kind.ts";

/** A fact by which two parties can be joined: equal keys are the same fact. Addresses have no key and stand apart. */
export type TellingFact = {
  readonly kind: Exclude<FactKind, "address">;
  readonly key: string;
  readonly raw: string;
};

/** Identifiers that name something else than the party: its bank, its shares. */
const OF_OTHERS: ReadonlySet<string> = new Set(["swiftBic", "bic", "isin", "isinCode", "ticker", "bikCode"]);
const ACCOUNTS: ReadonlySet<string> = new Set(["accountNumber", "accountId", "iban"]);
/** Fewer signs are a counter, not a number that was issued. */
const DOCUMENT_CHARS_MIN = 5;

/**
 * Where anybody gets a mailbox, a page or a profile: the host says nothing of who is behind it. Names are compared whole
 * and by their ends, so that `mail.yandex.ru` is one of them.
 */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set(
  [
    "126.com 139.com 163.com 189.cn 21cn.com aliyun.com foxmail.com qq.com sina.cn sina.com sohu.com tom.com vip.163.com yeah.net",
    "gmail.com googlemail.com hotmail.com icloud.com live.com mail.com me.com msn.com outlook.com yahoo.com ymail.com aol.com",
    "bk.ru inbox.ru list.ru mail.ru rambler.ru ya.ru yandex.com yandex.ru",
    "daum.net hanmail.net kakao.com naver.com nate.com gmx.com gmx.de gmx.net web.de",
    "proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com fastmail.com hushmail.com",
    "facebook.com github.com github.io gitlab.com instagram.com linkedin.com t.me telegram.me twitter.com vk.com weibo.com x.com youtube.com",
    "blogspot.com medium.com notion.site sites.google.com tumblr.com vercel.app netlify.app wixsite.com wordpress.com weebly.com",
    "fiverr.com freelancer.com guru.com upwork.com toptal.com",
  ].flatMap((line) => line.split(" ")),
);

function isPublic(host: string): boolean {
  const labels = host.split(".");
  return labels.some((_, at) => PUBLIC_HOSTS.has(labels.slice(at).join(".")));
}

function domainOf(contact: {
  readonly kind: string;
  readonly raw: string;
  readonly key: string;
}): string | null {
  const host =
    contact.kind === "email"
      ? contact.key.split("@").at(-1)
      : contact.key.replace(/^website:/, "").split("/")[0];
  return host === undefined || isPublic(host) ? null : host;
}

function kindOf(property: string, kind: IdentifierKind): TellingFact["kind"] {
  if (ACCOUNTS.has(property)) return "bank-account";
  return kind === "crypto" ? "wallet" : "document";
}

function identifiersOf(party: { readonly properties: Properties }): readonly TellingFact[] {
  return Object.entries(IDENTIFIER_KINDS).flatMap(([property, notation]) => {
    if (OF_OTHERS.has(property)) return [];
    return valuesOf(party, property).flatMap((raw): readonly TellingFact[] => {
      const { value, valid } = normalizeIdentifier(notation, raw);
      if (value.length < DOCUMENT_CHARS_MIN || valid === false) return [];
      const kind = kindOf(property, notation);
      return [{ kind, key: `${kind}:${value}`, raw }];
    });
  });
}

/** Every fact of the party by which it can be joined to another, each once, addresses left to the places. */
export function tellingFacts(party: { readonly properties: Properties }): readonly TellingFact[] {
  const contacts = contactsOf(party).flatMap((contact): readonly TellingFact[] => {
    const domain = contact.kind === "phone" ? null : domainOf(contact);
    const own: readonly TellingFact[] =
      contact.kind === "website" ? [] : [{ kind: contact.kind, key: contact.key, raw: contact.raw }];
    return domain === null ? own : [...own, { kind: "domain", key: `domain:${domain}`, raw: domain }];
  });
  const devices = valuesOf(party, "deviceId").map(
    (raw): TellingFact => ({ kind: "device", key: `device:${raw.trim()}`, raw }),
  );
  const facts = [...identifiersOf(party), ...contacts, ...devices];
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()];
}
