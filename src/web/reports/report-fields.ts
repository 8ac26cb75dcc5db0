import type { components } from "../../client/schema.ts";

export type LegalReport = components["schemas"]["LegalReport"];
export type ReportFields = LegalReport["fields"];
export type ReportParty = ReportFields["parties"][number];
export type ReportHolding = ReportFields["holdings"][number];
export type ReportValue = ReportFields["value"];

/** A party with nothing written yet. */
export const NO_PARTY: ReportParty = { role: "", name: "", address: "", country: "", account: "" };

/** Property held of which nothing is written yet. */
export const NO_HOLDING: ReportHolding = {
  report: "",
  blockedOn: "",
  owner: "",
  target: "",
  programmes: [],
  description: "",
  location: "",
  references: [],
  value: { amount: "", currency: "", usd: "", basis: "actual" },
};

/** Several things as one text, a line each. */
export const linesOf = (all: readonly string[]): string => all.join("\n");

/** What stands on the lines of a text; empty lines are none. */
export const ofLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
