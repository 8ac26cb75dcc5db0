import file from "../../../data/matching/pair-model.json" with { type: "json" };
import { type ModelFile, openModels } from "./model.ts";

/**
 * The models for two names compared by themselves. A screening asks whether a customer is a listed party, and most
 * bearers of a common name are not; two names set side by side ask only whether they are one name written twice.
 */
export const PAIR_MODELS = openModels(file as unknown as ModelFile);

/** Score from which two names compared by themselves are taken for one. */
export const PAIR_THRESHOLD = 0.5;
