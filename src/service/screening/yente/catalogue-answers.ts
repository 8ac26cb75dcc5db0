import { FACT_FEATURES, NAME_FEATURES } from "../../../engine/match/features.ts";
import { ALGORITHMS } from "./algorithms.ts";
import type { Catalogue, Dataset } from "./catalogue.ts";

function datasetAnswer(dataset: Dataset): unknown {
  return {
    name: dataset.name,
    title: dataset.title,
    summary: dataset.summary,
    url: dataset.url,
    load: dataset.load,
    entities_url: dataset.entitiesUrl,
    delta_url: dataset.deltaUrl,
    version: dataset.version,
    index_version: dataset.indexVersion,
    index_current: dataset.indexVersion !== null && dataset.indexVersion === dataset.version,
    namespace: dataset.namespace,
    last_export: dataset.lastExport,
    children: dataset.children,
  };
}

/** `GET /catalog`: every dataset with the version in force. */
export function answerCatalogue(catalogue: Catalogue): unknown {
  const loaded = catalogue.datasets.filter(({ load }) => load);
  const isCurrent = ({ indexVersion, version }: Dataset): boolean => indexVersion === version;
  const names = (datasets: readonly Dataset[]): readonly string[] => datasets.map(({ name }) => name);
  return {
    datasets: catalogue.datasets.map(datasetAnswer),
    current: names(loaded.filter(isCurrent)),
    outdated: names(loaded.filter((dataset) => !isCurrent(dataset))),
    index_stale: catalogue.stale || loaded.some((dataset) => !isCurrent(dataset)),
  };
}

/** `GET /algorithms`: the names that a client may ask for, and what the matcher looks at. */
export function answerAlgorithms({ rules }: Catalogue): unknown {
  const features = Object.fromEntries(
    [
      ...NAME_FEATURES.map(({ feature }) => [feature, "A statement about two names; adds to the log-odds."]),
      ...FACT_FEATURES.map(({ feature }) => [feature, "A statement about other facts."]),
    ].map(([feature, description]) => [feature, { description, coefficient: 1, url: null }]),
  );
  return {
    algorithms: ALGORITHMS.filter(({ name }) => !rules.hiddenAlgorithms.includes(name)).map(
      ({ name, description, config }) => ({
        name,
        description,
        features,
        docs: { name, description, config, features },
      }),
    ),
    default: rules.defaultAlgorithm,
    best: rules.bestAlgorithm,
  };
}
