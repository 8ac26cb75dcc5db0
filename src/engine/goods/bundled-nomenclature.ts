import everyday from "../../../data/goods/everyday-words.json" with { type: "json" };
import document from "../../../data/goods/nomenclature.json" with { type: "json" };
import { type EverydayWord, readEverydayWords } from "./everyday-words.ts";
import { type Nomenclature, nomenclatureOf } from "./nomenclature.ts";

/** Read once for all worlds; that the file is sound is held by a test, as it ships with the program. */
const NOMENCLATURE: Nomenclature = nomenclatureOf(document);

/** The nomenclature that ships with Sluice: HS 2022, and what it replaced. */
export function bundledNomenclature(): Nomenclature {
  return NOMENCLATURE;
}

/** What people call goods in trade, with the codes such goods mostly have. */
export function bundledEverydayWords(): readonly EverydayWord[] {
  return readEverydayWords(everyday, "data/goods/everyday-words.json");
}
