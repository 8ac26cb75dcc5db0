import type { Properties } from "../entity/entity.ts";
import type { Party, RelatedParty } from "../transaction.ts";
import { TRANSACTION_LIMITS } from "../transaction.ts";
import type { Cluster } from "./case.ts";
import type { Flag } from "./flag.ts";
import { PARTY_FLAGS_LIMITS, type PartyFlags } from "./party-flags.ts";
import { distinct, plainName } from "./rules/found.ts";
import { type AccountState, type Row, rowsOf } from "./state/account-state.ts";

/** The accounts behind a party with what is known of them, and the id of their case where there is one. */
export type Behind = {
  readonly cluster: Pick<Cluster, "accounts" | "flags">;
  readonly states: readonly AccountState[];
  readonly caseId: string | null;
};

const some = (values: Readonly<Record<string, readonly string[] | undefined>>): Properties =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, list]) =>
      list === undefined || list.length === 0 ? [] : [[name, distinct(list)]],
    ),
  );

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

const idOfCompany = (name: string): string => `company ${plainName(name)}`.slice(0, 200);

/** A company of the case and the persons that its papers name. */
function companyFacts(company: Row<"company">): readonly RelatedParty[] {
  const id = idOfCompany(company.name);
  return [
    {
      relation: "other",
      subject: {
        id,
        schema: "Company",
        properties: some({
          name: [company.name, ...(company.names ?? [])],
          country: one(company.country?.toLowerCase()),
          address: company.addresses,
          phone: company.phones,
          email: company.emails,
          website: company.websites,
          registrationNumber: one(company.registrationNumber),
        }),
      },
    },
    ...(company.people ?? []).map(
      ({ name, role, nationality }): RelatedParty => ({
        relation: role,
        of: id,
        subject: {
          schema: "Person",
          properties: some({ name: [name], nationality: one(nationality?.toLowerCase()) }),
        },
      }),
    ),
  ];
}

/** Names that the accounts were opened in, holders that are paid, wallets that are used: whoever may stand behind. */
function otherFacts(state: AccountState): readonly RelatedParty[] {
  const profiles = rowsOf(state, "account");
  const holders = profiles.flatMap(
    ({ payoutAccounts }) => payoutAccounts?.flatMap(({ holder }) => holder ?? []) ?? [],
  );
  const wallets = rowsOf(state, "wallet").map(({ address }) => address);
  return [
    ...distinct(profiles.flatMap(({ names }) => names ?? [])).map(
      (name): RelatedParty => ({
        relation: "other",
        subject: {
          id: `account ${state.account}`.slice(0, 200),
          schema: "Person",
          properties: some({ name: [name] }),
        },
      }),
    ),
    ...distinct(holders).map(
      (name): RelatedParty => ({
        relation: "other",
        subject: { schema: "LegalEntity", properties: some({ name: [name] }) },
      }),
    ),
    ...distinct(wallets).map(
      (address): RelatedParty => ({
        relation: "other",
        subject: { schema: "CryptoWallet", properties: some({ publicKey: [address] }) },
      }),
    ),
  ];
}

function partyFlagsOf({ accounts, flags }: Behind["cluster"], caseId: string | null): PartyFlags {
  const { accountsMax, flagsMax, evidenceMax, charsMax } = PARTY_FLAGS_LIMITS;
  const cut = (text: string): string => text.slice(0, charsMax);
  return {
    ...(caseId === null ? {} : { case: caseId }),
    accounts: accounts.slice(0, accountsMax),
    flags: flags.slice(0, flagsMax).map(({ rule, account, on, words, evidence }: Flag) => ({
      rule,
      account,
      on,
      words: cut(words.en),
      evidence: evidence.slice(0, evidenceMax).map((row) => ({ ...row, value: cut(row.value) })),
    })),
  };
}

/**
 * The party with the accounts behind it: their flags, and as related subjects the companies, persons, holders and wallets
 * that they lead to, so that a check screens them and looks for shared facts. What the party states itself comes first.
 */
export function joinParty(party: Party, behind: Behind): Party {
  const { cluster, states, caseId } = behind;
  const own = party.related ?? [];
  const known = new Set(own.map(({ subject }) => plainName(subject.properties.name?.[0] ?? "")));
  const companies = states.flatMap((state) => rowsOf(state, "company").flatMap(companyFacts));
  const found = [...companies, ...states.flatMap(otherFacts)].filter(({ subject }) => {
    const name = plainName(subject.properties.name?.[0] ?? subject.properties.publicKey?.[0] ?? "");
    if (name === "" || known.has(name)) return false;
    known.add(name);
    return true;
  });
  const related = [...own, ...found].slice(0, TRANSACTION_LIMITS.relatedMax);
  return {
    ...party,
    ...(related.length === 0 ? {} : { related }),
    ...(cluster.flags.length === 0 ? {} : { redFlags: partyFlagsOf(cluster, caseId) }),
  };
}
