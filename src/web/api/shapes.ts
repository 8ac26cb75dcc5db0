import type { components, paths } from "../../client/schema.ts";

type Schemas = components["schemas"];

export type ScreenAnswer = Schemas["ScreenAnswer"];
export type ScreenMatch = Schemas["Match"];
export type FeatureEvidence = ScreenMatch["features"][number];
export type ListedParty = Schemas["ListedParty"];
export type Alert = Schemas["Alert"];
export type AlertRow = Schemas["AlertRow"];
export type Lists = Schemas["Lists"];
/** Who is signed in, and what they may do here. */
export type Session = paths["/api/v1/session"]["get"]["responses"][200]["content"]["application/json"];

/** What the API answers, as far as the pages read it. */
export type Citation =
  | {
      readonly kind: "listing";
      readonly list: string;
      readonly edition: string;
      readonly entry: string;
      readonly programmes: readonly string[];
      readonly listedOn: string | null;
    }
  | {
      readonly kind: "measure";
      readonly id: string;
      readonly instrument: string;
      readonly paragraph: string;
      readonly inForceFrom: string;
      readonly inForceUntil: string | null;
      readonly basis: "read" | "background";
      readonly source: string;
    }
  | {
      readonly kind: "waiver";
      readonly authority: string;
      readonly reference: string;
      readonly line: string | null;
      readonly from: string;
      readonly until: string;
    };

export type Finding = {
  readonly finding: string;
  readonly effect: "prohibits" | "refers" | "permits" | "note";
  readonly about: string;
  readonly words: string;
  readonly citations: readonly Citation[];
  readonly evidence: readonly {
    readonly fact: string;
    readonly query: string | null;
    readonly listed: string | null;
    readonly weight: number | null;
  }[];
  readonly wouldChange: readonly string[];
  readonly step: string;
};

/** A check with its verdict. */
export type Check = Schemas["Check"];
/** A check as a list shows it. */
export type CheckRow = Omit<Check, "verdict"> & { readonly summary: string };
/** A subject as the desk keeps it. */
export type Subject = Schemas["Subject"];
/** The proof that a receipt is in the organisation's log. */
export type ReceiptProof = Schemas["ReceiptProof"];
