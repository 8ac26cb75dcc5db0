import type { components } from "../../client/schema.ts";
import type { Drawing, DrawnEdge, DrawnNode } from "../network/draw-network.ts";
import { drawingOf } from "../network/network-drawing.ts";
import type { Network, PartyKind } from "../network/network-words.ts";
import type { Application } from "../waivers/shapes.ts";
import type { WordKey } from "../words/words.ts";

type Say = (key: WordKey, values?: Readonly<Record<string, string>>) => string;
type Screened = components["schemas"]["ScreenedParties"]["parties"][number];

/** Parties whose networks are asked for: a drawing of more is read by nobody. */
export const DRAWN_PARTIES_MAX = 20;
const LABEL_LENGTH_MAX = 60;
const CENTER = "application";

const KIND_OF_SCHEMA: Readonly<Record<string, PartyKind>> = {
  Person: "person",
  Vessel: "asset",
  Airplane: "asset",
  PublicBody: "state",
};

const short = (text: string): string =>
  text.length <= LABEL_LENGTH_MAX ? text : `${text.slice(0, LABEL_LENGTH_MAX - 1)}…`;

/** The names of an application's parties, each once, as far as they are drawn. */
export function namesOf({ file }: Pick<Application, "file">): readonly string[] {
  const names = file.parties.flatMap(({ properties }) => properties.name?.[0] ?? []);
  return [...new Set(names.filter((name) => name.trim() !== ""))].slice(0, DRAWN_PARTIES_MAX);
}

/**
 * The parties of an application around it, each by its part; above them who is known to stand behind them, and the listings
 * that name them or may.
 */
export function drawParties(
  application: Pick<Application, "file" | "title">,
  known: {
    readonly screened: readonly Screened[];
    /** What is known of who owns whom, by the party's name. */
    readonly networks: ReadonlyMap<string, Network>;
  },
  t: Say,
): Drawing {
  const nodes = new Map<string, DrawnNode>();
  const edges = new Map<string, DrawnEdge>();
  const add = (edge: Omit<DrawnEdge, "id" | "isDirected">): void => {
    const id = `${edge.source}→${edge.target}`;
    const held = edges.get(id);
    const labels = new Set([...(held?.label.split("\n") ?? []), edge.label]);
    edges.set(id, { ...edge, id, isDirected: true, label: [...labels].join("\n") });
  };
  nodes.set(CENTER, {
    id: CENTER,
    label: short(application.title),
    kind: "asset",
    isCenter: true,
    isListed: false,
    onPath: false,
  });
  const drawn = new Set(namesOf(application));
  for (const { role, schema, properties } of application.file.parties) {
    const name = properties.name?.[0] ?? "";
    if (!drawn.has(name)) continue;
    const network = known.networks.get(name);
    const screened = known.screened.find((one) => one.name === name);
    const isNamed = screened !== undefined && screened.state !== "clear";
    const id = network?.id ?? `party:${name}`;
    if (network === undefined) {
      const kind = KIND_OF_SCHEMA[schema] ?? "company";
      nodes.set(id, { id, label: short(name), kind, isCenter: false, isListed: false, onPath: isNamed });
    } else {
      const behind = drawingOf(network, t);
      for (const node of behind.nodes)
        if (!nodes.has(node.id)) nodes.set(node.id, { ...node, isCenter: false });
      for (const edge of behind.edges) edges.set(edge.id, edge);
    }
    add({
      source: id,
      target: CENTER,
      label: t(`apply.party.role.${role}`),
      isOwnership: true,
      isSure: true,
      onPath: isNamed,
    });
    if (screened === undefined || !isNamed) continue;
    for (const listing of screened.listings) {
      const own = `listing:${listing}`;
      nodes.set(own, {
        id: own,
        label: `⬣ ${short(listing)}`,
        kind: "company",
        isCenter: false,
        isListed: true,
        onPath: true,
      });
      add({
        source: own,
        target: id,
        label: t(screened.state === "listed" ? "check.graph.is" : "check.graph.maybe"),
        isOwnership: true,
        isSure: screened.state === "listed",
        onPath: true,
      });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
