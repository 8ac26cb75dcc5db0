import { Fault } from "../../../fault.ts";
import type { SourceFile } from "../../lists/reader.ts";
import { readCsv } from "../../lists/table.ts";
import { type Confidence, type GraphBuilder, INTERESTS, type Interest, type PartyKind } from "./graph.ts";
import { addNominee } from "./read-ftm.ts";
import { ShareReader } from "./read-share.ts";

const FORMAT = "holdings-csv";

/** The names that a column goes by. */
const COLUMNS = {
  owner: [
    "owner",
    "owner_id",
    "ownerid",
    "shareholder",
    "holder",
    "parent",
    "interested_party",
    "interestedparty",
  ],
  ownerName: ["owner_name", "ownername", "shareholder_name", "parent_name"],
  ownerKind: ["owner_kind", "owner_type", "ownertype", "ownerkind"],
  asset: ["asset", "asset_id", "assetid", "company", "company_id", "subject", "subsidiary", "owned", "child"],
  assetName: ["asset_name", "assetname", "company_name", "subsidiary_name"],
  share: ["share", "percentage", "percent", "stake", "pct", "ownership", "share_percent"],
  interest: ["interest", "type", "interest_type", "nature"],
  from: ["from", "start", "start_date", "startdate", "since"],
  until: ["until", "end", "end_date", "enddate", "to"],
  source: ["source", "source_name", "register"],
  reference: ["reference", "source_url", "url", "document"],
  confidence: ["confidence"],
  joint: ["joint", "joint_holding", "held_jointly"],
  arrangement: ["arrangement", "joint_arrangement", "concert"],
  beneficiary: ["nominee_for", "beneficiary", "on_behalf_of"],
  class: ["share_class", "class"],
} as const;
type ColumnName = keyof typeof COLUMNS;

const INTEREST_WORDS: ReadonlyMap<string, Interest> = new Map<string, Interest>([
  ["shareholding", "ownership"],
  ["shares", "ownership"],
  ["capital", "ownership"],
  ["equity", "ownership"],
  ["voting", "votes"],
  ["votingrights", "votes"],
  ["voting rights", "votes"],
  ["board", "board-majority"],
  ["appointmentofboard", "board-majority"],
  ["dominant influence", "control"],
  ["significant influence", "influence"],
  ["rebutted", "rebutted-control"],
  ...INTERESTS.map((interest): [string, Interest] => [interest, interest]),
]);

const KIND_WORDS: ReadonlyMap<string, PartyKind> = new Map<string, PartyKind>([
  ["person", "person"],
  ["individual", "person"],
  ["company", "company"],
  ["entity", "company"],
  ["state", "state"],
  ["government", "state"],
  ["trust", "trust"],
  ["arrangement", "arrangement"],
  ["unknown", "unknown"],
]);

type Row = (column: ColumnName) => string;

/** Ordinary shares are shares of the whole; of another class it is not stated what part of the whole it is. */
const ORDINARY = /^(?:|ordinary|common|all|single|capital|equity)(?: shares?)?$/iu;

function confidenceOf(text: string): Confidence {
  const word = text.toLowerCase();
  if (word === "confirmed" || word === "verified" || word === "high" || word === "1") return "confirmed";
  const number = Number(word);
  const low = word !== "" && Number.isFinite(number) && number < 0.5;
  return low || word === "doubtful" || word === "low" || word === "unverified" ? "doubtful" : "stated";
}

class HoldingsReader {
  readonly #builder: GraphBuilder;
  readonly #shares: ShareReader;
  readonly #file: string;

  constructor(builder: GraphBuilder, file: string) {
    this.#builder = builder;
    this.#shares = new ShareReader(builder);
    this.#file = file;
  }

  take(row: Row, where: string): void {
    const [owner, asset] = [row("owner") || row("ownerName"), row("asset") || row("assetName")];
    if (asset === "") {
      this.#problem("row-unreadable", where, "the row names nothing that is owned", null);
      return;
    }
    if (owner === "") {
      const unknown = `unknown owner (${where})`;
      this.#problem("owner-unspecified", where, `an owner of ${asset} is not named`, asset);
      this.#builder.party({ id: unknown, name: "an owner who is not named", kind: "unknown", country: null });
      this.#describe(asset, row("assetName"), "");
      this.#tie(row, where, { owner: unknown, asset });
      return;
    }
    this.#describe(owner, row("ownerName"), row("ownerKind"));
    this.#describe(asset, row("assetName"), "");
    this.#tie(row, where, { owner, asset });
  }

  #describe(id: string, name: string, kind: string): void {
    const known = KIND_WORDS.get(kind.toLowerCase());
    if (kind !== "" && known === undefined) {
      this.#problem(
        "interest-unknown",
        id,
        `“${kind.slice(0, 60)}” is no kind of party; taken for a company`,
        id,
      );
    }
    if (name === "" && known === undefined && this.#builder.knows(id)) return;
    this.#builder.party({ id, name: name === "" ? null : name, kind: known ?? "company", country: null });
  }

  #tie(row: Row, where: string, { owner, asset }: { readonly owner: string; readonly asset: string }): void {
    const place = { where, asset };
    const stated = this.#shares.share([row("share")], place);
    const special = !ORDINARY.test(row("class"));
    if (special && stated !== null)
      this.#problem(
        "share-unreadable",
        where,
        `a share of the class “${row("class").slice(0, 60)}” alone; what part of the whole the class is, is not stated`,
        asset,
      );
    const word = row("interest").toLowerCase();
    // A column named “type” may say what the owner is, and not what it has.
    const interest = word === "" || KIND_WORDS.has(word) ? "ownership" : INTEREST_WORDS.get(word);
    if (interest === undefined)
      this.#problem(
        "interest-unknown",
        where,
        `“${word.slice(0, 60)}” is no interest that is known; kept as an interest of which nothing is stated`,
        asset,
      );
    const holding = row("joint");
    const arrangement = row("arrangement");
    const base = {
      owner,
      asset,
      period: this.#shares.period([row("from")], [row("until")], place),
      confidence: confidenceOf(row("confidence")),
      source: row("source") || this.#file,
      reference: row("reference") || where,
      joint:
        holding !== ""
          ? { kind: "holding" as const, id: holding }
          : arrangement !== ""
            ? { kind: "arrangement" as const, id: arrangement }
            : null,
    };
    const share = special ? null : stated;
    const behind = row("beneficiary");
    if (behind !== "") {
      this.#describe(behind, "", "");
      this.#builder.tie({ ...base, owner: behind, interest: interest ?? "ownership", share });
      this.#builder.tie({ ...base, interest: "nominee", share: null });
    } else if (interest === "nominee") addNominee(this.#builder, base, share);
    else this.#builder.tie({ ...base, interest: interest ?? "unspecified", share });
  }

  #problem(
    problem: "row-unreadable" | "owner-unspecified" | "interest-unknown" | "share-unreadable",
    where: string,
    words: string,
    party: string | null,
  ): void {
    this.#builder.problem({ problem, where, words, party });
  }
}

function delimiterOf(bytes: Uint8Array): string {
  const line = /^[^\r\n]*/u.exec(new TextDecoder().decode(bytes.subarray(0, 4096)))?.[0] ?? "";
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

/** Adds the holdings of a CSV file: one a row, with at least an owner and what is owned. Throws a `Fault` for other tables. */
export function addHoldings(builder: GraphBuilder, file: SourceFile): void {
  const [header, ...rows] = readCsv(file, {
    format: FORMAT,
    delimiter: delimiterOf(file.bytes),
    fallback: "windows-1252",
  });
  const names = (header?.cells ?? []).map((cell) =>
    cell
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_+|_+$/gu, ""),
  );
  const places = new Map<ColumnName, number>();
  for (const [column, words] of Object.entries(COLUMNS) as [ColumnName, readonly string[]][]) {
    const at = names.findIndex((name) => words.includes(name));
    if (at >= 0) places.set(column, at);
  }
  const has = (...columns: readonly ColumnName[]) => columns.some((column) => places.has(column));
  if (!has("owner", "ownerName") || !has("asset", "assetName")) {
    throw new Fault({
      code: "input-invalid",
      file: file.name,
      where: "line 1",
      reason: `a table of holdings needs the columns owner and asset (and share); it has ${names.slice(0, 12).join(", ") || "none"}`,
    });
  }
  const reader = new HoldingsReader(builder, file.name);
  for (const { line, cells } of rows) {
    const row: Row = (column) => (cells[places.get(column) ?? -1] ?? "").trim();
    if (cells.every((cell) => cell.trim() === "")) continue;
    reader.take(row, `${file.name}: line ${line}`);
  }
}
