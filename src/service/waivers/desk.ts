import type { Database } from "../../platform/database/database.ts";
import type { Signer } from "../../platform/receipts/signing-key.ts";
import type { Gate } from "../screening/gate.ts";
import type { LedgerDesk } from "./ledger/ledger-desk.ts";
import type { ReportMails } from "./standing/report-mails.ts";

/** What the waivers desk stands on. */
export type WaiverParts = {
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => Date;
  /** The instant for a question about one organisation, whoever asks it. */
  readonly nowFor: (organizationId: string) => Date;
  /** Where people reach the service: letters lead there. */
  readonly publicUrl: string;
  /** How reminders are mailed; null where no mail server is set. */
  readonly mails: ReportMails | null;
};

/** The desk with what is open only when the service runs: its key and its ledgers. */
export type OpenWaivers = WaiverParts & {
  readonly signer: Signer | null;
  readonly ledger: LedgerDesk;
  /** The public key in PEM by its id; empty where this installation never had it. */
  readonly pemOf: (keyId: string) => Promise<string>;
};
