import listedParties from "../../../data/measures/listed-parties.json" with { type: "json" };
import northKorea from "../../../data/measures/north-korea.json" with { type: "json" };
import russia from "../../../data/measures/russia.json" with { type: "json" };
import { type Measures, readMeasures } from "./measure.ts";

/** Read once for all worlds: every check makes one, and reading them costs more than the check. */
const MEASURES: Measures = readMeasures([
  { file: "data/measures/listed-parties.json", value: listedParties },
  { file: "data/measures/north-korea.json", value: northKorea },
  { file: "data/measures/russia.json", value: russia },
]);

/** The measures that ship with Sluice, validated: no module that needs them loads where a file does not fit its schema. */
export function bundledMeasures(): Measures {
  return MEASURES;
}
