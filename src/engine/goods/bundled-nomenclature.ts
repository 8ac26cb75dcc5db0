import everyday from "../../../data/goods/everyday-words.json" with { type: "json" };
import document from "../../../data/goods/nomenclature.json" with { type: "json" };
import { type EverydayWord, readEverydayWords } from "./everyday-words.ts";
import { type Nomenclature, readNomenclature } from "./nomenclature.ts";

/** The nomenclature that ships with Sluice: HS 2022, and what it replaced. Throws `data-invalid` where it is damaged. */
export function bundledNomenclature(): Nomenclature {
  return readNomenclature(document, "data/goods/nomenclature.json");
}

/** What people call goods in trade, with the codes such goods mostly have. */
export function bundledEverydayWords(): readonly EverydayWord[] {
  return readEverydayWords(everyday, "data/goods/everyday-words.json");
}
