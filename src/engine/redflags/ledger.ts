import { type Cluster, clustersOf, type Flagged, linksOf } from "./case.ts";
import { claimsOf } from "./claims-apart.ts";
import type { WorkerEvent } from "./event.ts";
import { type Flag, flagsOf } from "./flag.ts";
import type { RuleBook } from "./rule.ts";
import { linkKeysOf, viewOf } from "./rules/view.ts";
import { type AccountState, emptyState, joinEvent, joinState } from "./state/account-state.ts";
import { emptyLink, joinLink, joinUse, type LinkState, linkKey, usesOf } from "./state/link-state.ts";

/** What a judgment of accounts is asked with. */
export type Judging = {
  readonly book: RuleBook;
  /** The day (YYYY-MM-DD) that the answer is for: rules that are not applied on it find nothing. */
  readonly day: string;
  /** Accounts that a person has confirmed a case about. */
  readonly confirmed?: ReadonlySet<string>;
};

/**
 * The states of many accounts and of what they share. Events may come in any order, late and more than once; ledgers of
 * parts may be joined: the flags are the same (decisions/037). An event touches its account and the things that it uses.
 */
export class EventLedger {
  readonly #accounts = new Map<string, AccountState>();
  readonly #links = new Map<string, LinkState>();
  readonly #touched = new Set<string>();
  #grown = 0;

  /** How many accounts, shared things, ways of coming in on a day and rows came in, each of which takes room. */
  get size(): number {
    return this.#accounts.size + this.#links.size + this.#grown;
  }

  add(event: WorkerEvent): void {
    const { account } = event;
    let state = this.#accounts.get(account);
    if (state === undefined) {
      state = emptyState(account);
      this.#accounts.set(account, state);
    }
    if (joinEvent(state, event)) this.#grown += 1;
    this.#touched.add(account);
    const at = Date.parse(event.at);
    for (const use of usesOf(event)) this.#join(linkKey(use), (link) => joinUse(link, account, use, at));
  }

  /** Joins the state of an account as another ledger knows it. */
  addAccount(other: AccountState): void {
    const state = this.#accounts.get(other.account);
    if (state === undefined) this.#accounts.set(other.account, other);
    else joinState(state, other);
  }

  /** Joins a shared thing as another ledger knows it. */
  addLink(other: LinkState): void {
    const link = this.#links.get(other.key);
    if (link === undefined) this.#links.set(other.key, other);
    else joinLink(link, other);
  }

  #join(key: string, join: (link: LinkState) => void): void {
    let link = this.#links.get(key);
    if (link === undefined) {
      link = emptyLink(key);
      this.#links.set(key, link);
    }
    join(link);
    // Whoever shares it may have got a flag by this; a thing that everybody shares tells nobody anything.
    if (link.members.length > 1 && !link.crowded)
      for (const { account } of link.members) this.#touched.add(account);
  }

  /** Accounts that something was learnt of since they were asked for the last time. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched].sort();
    this.#touched.clear();
    return touched;
  }

  accounts(): IterableIterator<AccountState> {
    return this.#accounts.values();
  }

  links(): IterableIterator<LinkState> {
    return this.#links.values();
  }

  /** What can be said of an account now: its flags and what connects it to others. */
  judge(account: string, judging: Judging): Judged {
    return judgeState(
      this.#accounts.get(account) ?? emptyState(account),
      (key) => this.#links.get(key),
      judging,
    );
  }

  /** The links that an account may stand in. */
  linkKeys(account: string): readonly string[] {
    const state = this.#accounts.get(account);
    return state === undefined ? [] : linkKeysOf(state);
  }

  /** All accounts judged and clustered. */
  clusters(judging: Judging): { readonly flags: readonly Flag[]; readonly clusters: readonly Cluster[] } {
    const judged = [...this.#accounts.keys()].sort().map((account) => this.judge(account, judging));
    return { flags: judged.flatMap(({ flags }) => flags), clusters: clustersOf(judged, judging.book) };
  }
}

/** What can be said of one account. */
export type Judged = Flagged;

/** What can be said of one account from its state and the links that it stands in. */
export function judgeState(
  state: AccountState,
  link: (key: string) => LinkState | undefined,
  judging: Judging,
): Judged {
  const view = viewOf(state, { link, confirmed: judging.confirmed ?? new Set() });
  return {
    account: state.account,
    flags: flagsOf(judging.book, view, judging.day),
    links: linksOf(view),
    claims: claimsOf(view),
  };
}
