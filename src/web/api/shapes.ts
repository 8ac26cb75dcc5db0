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

/** One reason in a verdict. */
export type Finding = Schemas["Check"]["verdict"]["findings"][number];
/** Where a reason stands. */
export type Citation = Finding["citations"][number];

/** A check with its verdict. */
export type Check = Schemas["Check"];
/** A subject as the desk keeps it. */
export type Subject = Schemas["Subject"];
/** The proof that a receipt is in the organisation's log. */
export type ReceiptProof = Schemas["ReceiptProof"];
/** What changed between two editions of a list. */
export type ListChanges = Schemas["ListChanges"];
/** What changed within the entries that two editions hold. */
export type EntryChanges = Schemas["ListEntryChanges"];
/** A fact of a listed party that changed, with what it is about. */
export type FactChange = EntryChanges["items"][number]["changes"][number];
/** Which edition of each list says what of a listed party. */
export type PartyHistory = Schemas["ListedPartyHistory"];
/** Which change of the lists touched which subject. */
export type Touch = Schemas["RescreenTouch"];
