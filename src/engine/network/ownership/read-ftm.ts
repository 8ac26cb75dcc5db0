import { isA } from "../../entity/model.ts";
import { type Datum, flatten, readDatum } from "../../lists/ftm-jsonl/datum.ts";
import type { Confidence, GraphBuilder, Interest } from "./graph.ts";
import { kindOfSchema } from "./party-kind.ts";
import { ShareReader } from "./read-share.ts";
import type { ListedParty } from "./resolution.ts";

/** A record of a file with the place where it stands. */
export type PlacedRecord = { readonly where: string; readonly value: unknown };

const of = (datum: Datum, property: string): readonly string[] =>
  Object.hasOwn(datum.values, property) ? (datum.values[property] ?? []) : [];

/** A nature of control as registers write it, other than a plain percentage of shares. */
const NATURES: readonly (readonly [RegExp, Interest])[] = [
  [/appoint|remov(?:e|al) of directors/iu, "board-majority"],
  [/significant[- ]influence/iu, "influence"],
  [/voting/iu, "votes"],
  [/nominee/iu, "nominee"],
  [/trustee/iu, "trustee"],
  [/settlor/iu, "settlor"],
  [/own(?:s|ed|er)?,? ?(?:or|and\/or),? control|owns, controls, or operates/iu, "unspecified"],
];
const FORMER = /\b(?:former|ceased|inactive|terminated|ended|dissolved)\b/iu;

class FtmReader {
  readonly #builder: GraphBuilder;
  readonly #shares: ShareReader;
  readonly #source: string;
  readonly #listed = new Map<string, ListedParty>();

  constructor(builder: GraphBuilder, source: string) {
    this.#builder = builder;
    this.#shares = new ShareReader(builder);
    this.#source = source;
  }

  get listed(): readonly ListedParty[] {
    return [...this.#listed.values()];
  }

  take(datum: Datum, where: string): void {
    if (datum.schema === "Sanction") this.#sanction(datum);
    else if (datum.schema === "Ownership") this.#ownership(datum, where);
    else if (datum.schema === "Directorship")
      this.#plain(datum, where, ["director", "organization", "director"]);
    else if (datum.schema === "UnknownLink") {
      this.#plain(datum, where, ["object", "subject", "linked"]);
      this.#plain(datum, where, ["subject", "object", "linked"]);
    } else if (isA(datum.schema, "Thing") && datum.schema !== "Address") this.#party(datum);
  }

  #party(datum: Datum): void {
    const country = of(datum, "jurisdiction")[0] ?? of(datum, "country")[0] ?? of(datum, "mainCountry")[0];
    const trust = of(datum, "legalForm").some((form) => /\btrust\b/iu.test(form));
    this.#builder.party({
      id: datum.id,
      name: of(datum, "name")[0] ?? datum.caption,
      kind: trust ? "trust" : kindOfSchema(datum.schema),
      country: country?.slice(0, 2).toUpperCase() ?? null,
    });
    if (of(datum, "topics").includes("sanction") && !this.#listed.has(datum.id)) {
      this.#list(datum.id, { from: null, until: null, words: "topic sanction" });
    }
    for (const parent of of(datum, "parent")) {
      this.#builder.tie({
        owner: parent,
        asset: datum.id,
        interest: "ownership",
        share: null,
        period: this.#shares.period([], [], { where: datum.id, asset: datum.id }),
        confidence: "stated",
        source: this.#source,
        reference: `${datum.id}: parent`,
        joint: null,
      });
    }
  }

  #list(
    id: string,
    facts: { readonly from: string | null; readonly until: string | null; readonly words: string },
  ): void {
    this.#listed.set(id, { id, certain: true, ...facts });
  }

  #sanction(datum: Datum): void {
    const day = (text: string | undefined): string | null =>
      text === undefined
        ? null
        : text.length === 4
          ? `${text}-01-01`
          : text.length === 7
            ? `${text}-01`
            : text.slice(0, 10);
    const from = day([...of(datum, "listingDate"), ...of(datum, "startDate")].toSorted()[0]);
    const until = day(of(datum, "endDate").toSorted().at(-1));
    const words = [...of(datum, "program"), ...of(datum, "programId"), ...of(datum, "authority")]
      .slice(0, 2)
      .join(", ");
    for (const id of of(datum, "entity")) {
      const known = this.#listed.get(id);
      // Of several designations the one that begins first and the one that ends last bound the time on any list.
      const first =
        known?.words === "topic sanction" || known === undefined ? from : earlier(known.from, from);
      const last =
        known?.words === "topic sanction" || known === undefined ? until : later(known.until, until);
      this.#list(id, { from: first, until: last, words: words === "" ? "Sanction" : words });
    }
  }

  #ownership(datum: Datum, where: string): void {
    const natures = [...of(datum, "role"), ...of(datum, "ownershipType"), ...of(datum, "sharesType")];
    const percentages = of(datum, "percentage");
    for (const asset of of(datum, "asset")) {
      const place = { where, asset };
      const share = this.#shares.share(percentages, place);
      const found = natures.flatMap((text): readonly (readonly [Interest, string])[] => {
        const nature = NATURES.find(([shape]) => shape.test(text));
        return nature === undefined ? [] : [[nature[1], text]];
      });
      for (const owner of of(datum, "owner")) {
        const base = this.#base(datum, { owner, asset, where });
        const special = found.filter(([interest]) => interest !== "unspecified" || share === null);
        if (
          special.length === 0 ||
          (share !== null && special.every(([interest]) => interest !== "votes" && interest !== "nominee"))
        )
          this.#builder.tie({ ...base, interest: "ownership", share });
        for (const [interest, text] of special) {
          const own = /\d/u.test(text) ? this.#shares.share([text], place) : share;
          if (interest === "nominee") addNominee(this.#builder, base, share);
          else this.#builder.tie({ ...base, interest, share: interest === "votes" ? own : null });
        }
      }
    }
  }

  #plain(datum: Datum, where: string, [from, to, interest]: readonly [string, string, Interest]): void {
    for (const asset of of(datum, to)) {
      for (const owner of of(datum, from)) {
        this.#builder.tie({ ...this.#base(datum, { owner, asset, where }), interest, share: null });
      }
    }
  }

  #base(datum: Datum, ends: { readonly owner: string; readonly asset: string; readonly where: string }) {
    const former = [...of(datum, "status"), ...of(datum, "summary")].some((text) => FORMER.test(text));
    const ended = of(datum, "endDate");
    const confidence: Confidence = former && ended.length === 0 ? "doubtful" : "stated";
    const url = of(datum, "sourceUrl")[0];
    return {
      owner: ends.owner,
      asset: ends.asset,
      period: this.#shares.period(of(datum, "startDate"), ended, ends),
      confidence,
      source: this.#source,
      reference: url === undefined ? datum.id : `${datum.id} ${url}`,
      joint: null,
    };
  }
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a < b ? a : b;
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a > b ? a : b;

type Base = Omit<Parameters<GraphBuilder["tie"]>[0], "interest" | "share">;

/** A stake that a nominee holds: its owner is somebody who is not known. */
export function addNominee(
  builder: GraphBuilder,
  base: Base,
  share: Parameters<GraphBuilder["tie"]>[0]["share"],
): void {
  const behind = `the one for whom ${base.owner} holds`;
  builder.party({ id: behind, name: behind, kind: "unknown", country: null });
  builder.tie({ ...base, owner: behind, interest: "ownership", share });
  builder.tie({ ...base, interest: "nominee", share: null });
}

/** Adds FollowTheMoney entities to the graph; those under a Sanction or the topic `sanction` are returned as listed. */
export function addFtm(
  builder: GraphBuilder,
  records: Iterable<PlacedRecord>,
  source: string,
): readonly ListedParty[] {
  const reader = new FtmReader(builder, source);
  for (const { where, value } of records) {
    const datum = readDatum(value);
    if (typeof datum === "string") {
      builder.problem({ problem: "row-unreadable", where, words: datum, party: null });
      continue;
    }
    for (const part of flatten(datum)) reader.take(part, where);
  }
  return reader.listed;
}
