import { ACT_WORDS } from "./acts.ts";
import { ALERTS_WORDS } from "./alerts.ts";
import { APPLY_WORDS } from "./apply.ts";
import { ASK_WORDS } from "./ask.ts";
import { BATCH_WORDS } from "./batch.ts";
import { CHECKS_WORDS } from "./checks.ts";
import { COMPONENT_WORDS } from "./components.ts";
import { ENTITIES_WORDS } from "./entities.ts";
import { EVIDENCE_WORDS } from "./evidence.ts";
import { GOODS_WORDS } from "./goods.ts";
import { LISTS_WORDS } from "./lists.ts";
import { NETWORK_WORDS } from "./network.ts";
import { OFFICER_WORDS } from "./officer.ts";
import { REPORTS_WORDS } from "./reports.ts";
import { SETTINGS_WORDS } from "./settings.ts";
import { SHELL_WORDS } from "./shell.ts";
import { SIGN_IN_WORDS } from "./sign-in.ts";
import { START_WORDS } from "./start.ts";
import { SUBJECTS_WORDS } from "./subjects.ts";
import { TOUR_WORDS } from "./tour.ts";
import { TUNING_WORDS } from "./tuning.ts";
import { VERDICT_WORDS } from "./verdict.ts";
import { VERIFY_WORDS } from "./verify.ts";
import { WAIVER_OFFICES_WORDS } from "./waiver-offices.ts";
import { WAIVERS_WORDS } from "./waivers.ts";
import { WORKERS_WORDS } from "./workers.ts";

/** Every sentence of the app, in both languages side by side, a file for each part of it in this folder. */
export const WORDS = {
  ...SHELL_WORDS,
  ...COMPONENT_WORDS,
  ...ACT_WORDS,
  ...ASK_WORDS,
  ...VERDICT_WORDS,
  ...CHECKS_WORDS,
  ...EVIDENCE_WORDS,
  ...ENTITIES_WORDS,
  ...LISTS_WORDS,
  ...GOODS_WORDS,
  ...ALERTS_WORDS,
  ...SUBJECTS_WORDS,
  ...SIGN_IN_WORDS,
  ...SETTINGS_WORDS,
  ...BATCH_WORDS,
  ...TUNING_WORDS,
  ...REPORTS_WORDS,
  ...NETWORK_WORDS,
  ...START_WORDS,
  ...VERIFY_WORDS,
  ...WAIVERS_WORDS,
  ...WAIVER_OFFICES_WORDS,
  ...APPLY_WORDS,
  ...OFFICER_WORDS,
  ...TOUR_WORDS,
  ...WORKERS_WORDS,
};

/** The app's languages, in the order in which each sentence has them. */
export const LANGUAGES = ["en", "ko"] as const;

export type Language = (typeof LANGUAGES)[number];
export type WordKey = keyof typeof WORDS;
