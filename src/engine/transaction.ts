import type { Subject } from "./match/subject.ts";

/** The part a party plays. Free words are kept in `roleNote`. */
export type PartyRole =
  | "payer"
  | "payee"
  | "payer-bank"
  | "payee-bank"
  | "intermediary"
  | "supplier"
  | "manufacturer"
  | "carrier"
  | "forwarder"
  | "vessel"
  | "consignee"
  | "end-user"
  | "employer"
  | "worker"
  | "applicant"
  | "other";

/** A party to a transaction: what is known of it, as a subject. */
export type Party = Subject & { readonly role: PartyRole; readonly roleNote?: string };

/** An exact amount: an integer count of `10^-scale` of a unit, so that 12.50 is `{ amount: "1250", scale: 2 }`. */
export type Quantity = { readonly amount: string; readonly scale: number; readonly unit: string };

/** One line of goods. */
export type GoodsLine = {
  readonly line: string;
  readonly description: string;
  /** HS code of 2, 4, 6, 8 or 10 digits without dots, or null where it is not known. */
  readonly hs: string | null;
  readonly quantity: Quantity;
  readonly origin?: string;
};

/** A service, job or transfer of knowledge. */
export type ServiceLine = {
  readonly line: string;
  readonly description: string;
  readonly kind: "it-work" | "labour" | "financial" | "transport" | "other";
};

export type Funds = { readonly amount: string; readonly scale: number; readonly currency: string };

/** What would happen: the question of a check. Countries are ISO 3166-1 alpha-2, places UN/LOCODE. */
export type Transaction = {
  readonly kind: "payment" | "shipment" | "hire" | "project";
  readonly reference: string;
  readonly purpose: string;
  readonly parties: readonly Party[];
  readonly goods: readonly GoodsLine[];
  readonly services: readonly ServiceLine[];
  readonly from: string | null;
  readonly to: string | null;
  /** Places passed in order, by UN/LOCODE or name; empty where not known. */
  readonly route: readonly string[];
  readonly funds: Funds | null;
  /** Jurisdictions whose rules bind the transaction beside the United Nations': `us`, `eu`, `gb`, `kr`. */
  readonly jurisdictions: readonly string[];
  /** References of waivers that the parties rely on; all those given to the check are tried where this is empty. */
  readonly waivers: readonly string[];
};
