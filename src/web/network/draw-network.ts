import cytoscape, {
  type Core,
  type ElementDefinition,
  type LayoutOptions,
  type StylesheetJson,
} from "cytoscape";
import dagre from "cytoscape-dagre";
import fcose from "cytoscape-fcose";
import type { PartyKind } from "./network-words.ts";

cytoscape.use(dagre);
cytoscape.use(fcose);

/** A party as it is drawn. */
export type DrawnNode = {
  readonly id: string;
  readonly label: string;
  readonly kind: PartyKind;
  readonly isCenter: boolean;
  readonly isListed: boolean;
  readonly onPath: boolean;
};

/** A tie as it is drawn: from the owner down to what is owned. */
export type DrawnEdge = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly isOwnership: boolean;
  /** False for what two parties have in common, which leads from neither to the other. */
  readonly isDirected: boolean;
  readonly isSure: boolean;
  readonly onPath: boolean;
};

export type Drawing = {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** True where what leads to what stands above it, though nobody owns anybody. */
  readonly isLayered?: boolean;
};

/** Kinds are told by their shapes, as colors are for some eyes no difference. */
const SHAPES: Readonly<Record<PartyKind, string>> = {
  company: "round-rectangle",
  person: "ellipse",
  state: "octagon",
  arrangement: "hexagon",
  trust: "round-hexagon",
  unknown: "diamond",
  asset: "round-tag",
};

/** Space between what is added beside something, and what was placed before. */
const ROW_PX = 140;
const COLUMN_PX = 230;

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function styles(): StylesheetJson {
  const [text, surface, edge, accent, muted, canvas] = [
    ...["--s-text", "--s-surface", "--s-edge", "--s-accent", "--s-muted", "--s-canvas"].map(token),
  ];
  const font = getComputedStyle(document.body).fontFamily;
  const plain = {
    shape: "data(shape)",
    label: "data(label)",
    width: 190,
    height: 64,
    "background-color": surface,
    "border-width": 1.5,
    "border-color": edge,
    color: text,
    "font-family": font,
    "font-size": 14,
    "text-wrap": "wrap",
    "text-max-width": "168px",
    "text-valign": "center",
    "text-halign": "center",
    "text-overflow-wrap": "whitespace",
  };
  const line = {
    width: 1.5,
    label: "data(label)",
    color: text,
    "font-family": font,
    "font-size": 13,
    "text-background-color": canvas,
    "text-background-opacity": 1,
    "text-background-padding": "3px",
    "line-color": edge,
    "target-arrow-color": edge,
    "target-arrow-shape": "triangle",
    "arrow-scale": 1.1,
    "curve-style": "bezier",
  };
  return [
    { selector: "node", style: plain },
    { selector: "node[kind='person']", style: { height: 70, "text-max-width": "140px" } },
    {
      selector: "node[kind='unknown']",
      style: { height: 110, "border-style": "dashed", "text-max-width": "110px" },
    },
    {
      selector: "node[?isListed]",
      style: { "border-width": 6, "border-style": "double", "border-color": text },
    },
    { selector: "node[?isCenter]", style: { "font-weight": 700, "border-width": 3, "border-color": text } },
    { selector: "edge", style: line },
    { selector: "edge[!isOwnership]", style: { "line-style": "dashed", "target-arrow-shape": "vee" } },
    {
      selector: "edge[!isDirected]",
      style: { "line-style": "solid", "target-arrow-shape": "none", "text-wrap": "wrap" },
    },
    { selector: "edge[!isSure]", style: { "line-style": "dotted" } },
    { selector: "node[?onPath]", style: { "border-color": accent, "border-width": 3 } },
    { selector: "node[?onPath][?isListed]", style: { "border-width": 7 } },
    {
      selector: "edge[?onPath]",
      style: { width: 3, "line-color": accent, "target-arrow-color": accent, color: text },
    },
    { selector: ".dimmed", style: { color: muted } },
    { selector: "edge.dimmed", style: { "line-opacity": 0.6 } },
    {
      selector: ":selected",
      style: { "overlay-color": accent, "overlay-opacity": 0.14, "overlay-padding": 6 },
    },
  ] as unknown as StylesheetJson;
}

function elementsOf({ nodes, edges }: Drawing): ElementDefinition[] {
  const lit = nodes.some(({ onPath, isCenter }) => onPath && !isCenter);
  const classes = (onPath: boolean): string => (lit && !onPath ? "dimmed" : "");
  return [
    ...nodes.map(
      (node): ElementDefinition => ({
        group: "nodes",
        data: { ...node, shape: SHAPES[node.kind] },
        classes: classes(node.onPath),
      }),
    ),
    ...edges.map(
      (edge): ElementDefinition => ({ group: "edges", data: { ...edge }, classes: classes(edge.onPath) }),
    ),
  ];
}

/** In a place so narrow a ring is drawn close, so that all of it is seen at once. */
const NARROW_PX = 480;

/** The party with the most ties. */
function busiest({ nodes, edges }: Drawing): string | undefined {
  const ties = (id: string): number =>
    edges.filter(({ source, target }) => source === id || target === id).length;
  return nodes.toSorted((a, b) => ties(b.id) - ties(a.id))[0]?.id;
}

/**
 * Owners above what they own, where there is such an order; those who only have something in common around the one that
 * has the most; else by what is near to what.
 */
function layoutOf(drawing: Drawing, widthPx: number): LayoutOptions {
  const { edges } = drawing;
  const common = { animate: false, fit: true, padding: PADDING_PX };
  if (edges.length > 0 && edges.every(({ isDirected }) => !isDirected)) {
    const middle = busiest(drawing);
    return {
      ...common,
      name: "concentric",
      concentric: (node) => (node.id() === middle ? 2 : 1),
      levelWidth: () => 1,
      minNodeSpacing: widthPx < NARROW_PX ? 8 : 130,
    };
  }
  const options =
    drawing.isLayered === true || edges.some(({ isOwnership }) => isOwnership)
      ? { ...common, name: "dagre", rankDir: "TB", nodeSep: 40, rankSep: 80 }
      : { ...common, name: "fcose", nodeSeparation: 140, idealEdgeLength: 160, randomize: true };
  return options as unknown as LayoutOptions;
}

/** A drawing on the page, which can be changed without moving what is placed. */
export type Pane = {
  /** Shows what there is now. What was placed stays; what is new is put beside what it is tied to. */
  readonly show: (drawing: Drawing) => void;
  readonly select: (id: string | null) => void;
  /** The party nearest to a chosen one in a direction, or null where there is none. */
  readonly beside: (id: string, direction: "up" | "down" | "left" | "right") => string | null;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly restyle: () => void;
  readonly close: () => void;
};

/** Draws a network into an element. `onSelect` is told the id of a party or a tie, or null. */
export function drawNetwork(
  container: HTMLElement,
  drawing: Drawing,
  on: { readonly onSelect: (id: string | null) => void; readonly onExpand: (id: string) => void },
): Pane {
  keepOwnStyle();
  const core = cytoscape({
    container,
    elements: elementsOf(drawing),
    style: styles(),
    layout: layoutOf(drawing, container.clientWidth),
    minZoom: 0.1,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
    selectionType: "single",
    autoungrabify: false,
  });
  core.on("tap", (event) => {
    if (event.target === core) on.onSelect(null);
    else on.onSelect(event.target.id());
  });
  core.on("dbltap", "node", (event) => on.onExpand(event.target.id()));
  keepReadable(core);
  const watch = keepFitting(core, container);
  return {
    show: (next) => show(core, next),
    select: (id) => {
      core.elements().unselect();
      if (id !== null) core.getElementById(id).select();
    },
    beside: (id, direction) => beside(core, id, direction),
    zoom: (factor) =>
      core.zoom({
        level: core.zoom() * factor,
        renderedPosition: { x: core.width() / 2, y: core.height() / 2 },
      }),
    fit: () => core.fit(undefined, PADDING_PX),
    restyle: () => core.style(styles()),
    close: () => {
      watch.disconnect();
      core.destroy();
    },
  };
}

/** The library adds a style to the page, which the content security policy refuses; with its name taken it adds none. */
function keepOwnStyle(): void {
  const id = "__________cytoscape_stylesheet";
  if (document.getElementById(id) !== null) return;
  const mark = document.createElement("meta");
  mark.id = id;
  document.head.append(mark);
}

/** Below this the names of parties are smaller than nine pixels: they begin readable, around the party asked about. */
const ZOOM_LEAST = 0.65;
/** Left free around a drawing. */
const PADDING_PX = 24;

/** Texts never begin larger than they are meant, however few parties there are, nor too small to be read. */
function keepReadable(core: Core): void {
  const zoom = core.zoom();
  if (zoom <= 1 && zoom >= ZOOM_LEAST) return;
  core.zoom(Math.min(1, Math.max(ZOOM_LEAST, zoom)));
  const middle = core.nodes("[?isCenter]");
  core.center(zoom > 1 || middle.empty() ? undefined : middle);
  const { x1, x2, y1, y2 } = core.elements().renderedBoundingBox({});
  core.panBy({ x: inward(x1, x2, core.width()), y: inward(y1, y2, core.height()) });
}

/** How far a drawing is moved so that no side of its pane stays empty while another side cuts it off. */
function inward(from: number, to: number, length: number): number {
  if (to - from <= length) return (length - from - to) / 2;
  if (from > PADDING_PX) return PADDING_PX - from;
  return to < length - PADDING_PX ? length - PADDING_PX - to : 0;
}

/** Fits the drawing to a pane that changes its size, as on a phone that is turned, until a person has moved it. */
function keepFitting(core: Core, container: HTMLElement): ResizeObserver {
  let isMoved = false;
  core.one("dragpan scrollzoom pinchzoom", () => {
    isMoved = true;
  });
  const watch = new ResizeObserver(() => {
    core.resize();
    if (isMoved) return;
    core.fit(undefined, PADDING_PX);
    keepReadable(core);
  });
  watch.observe(container);
  return watch;
}

function show(core: Core, drawing: Drawing): void {
  const wanted = new Map(elementsOf(drawing).map((element) => [String(element.data.id), element]));
  core.batch(() => {
    core.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove();
    });
    for (const [id, element] of wanted) {
      const held = core.getElementById(id);
      if (held.nonempty()) {
        held.data(element.data);
        held.classes(element.classes ?? "");
        continue;
      }
      if (element.group === "nodes") core.add({ ...element, position: freePlace(core, drawing, id) });
    }
    for (const [id, element] of wanted)
      if (element.group === "edges" && core.getElementById(id).empty()) core.add(element);
  });
}

/** A place beside what a new party is tied to: above as an owner, below as what is owned, where nothing stands yet. */
function freePlace(core: Core, { edges }: Drawing, id: string): { x: number; y: number } {
  const tie = edges.find(
    ({ source, target }) =>
      (source === id && core.getElementById(target).nonempty()) ||
      (target === id && core.getElementById(source).nonempty()),
  );
  const anchor = core.getElementById(tie === undefined ? "" : tie.source === id ? tie.target : tie.source);
  const from = anchor.nonempty() ? anchor.position() : { x: 0, y: 0 };
  const y = from.y + (tie?.source === id ? -ROW_PX : ROW_PX);
  const taken = core.nodes().map((node) => node.position());
  for (let step = 0; step < 200; step += 1) {
    const x = from.x + Math.ceil(step / 2) * COLUMN_PX * (step % 2 === 0 ? 1 : -1);
    const isFree = taken.every(
      (place) => Math.abs(place.x - x) > COLUMN_PX * 0.9 || Math.abs(place.y - y) > ROW_PX * 0.6,
    );
    if (isFree) return { x, y };
  }
  return { x: from.x, y };
}

function beside(core: Core, id: string, direction: "up" | "down" | "left" | "right"): string | null {
  const here = core.getElementById(id);
  if (here.empty()) return core.nodes()[0]?.id() ?? null;
  const from = here.position();
  const along = direction === "left" || direction === "right" ? "x" : "y";
  const across = along === "x" ? "y" : "x";
  const sign = direction === "up" || direction === "left" ? -1 : 1;
  let best: { readonly id: string; readonly cost: number } | null = null;
  core.nodes().forEach((node) => {
    const to = node.position();
    const ahead = (to[along] - from[along]) * sign;
    if (node.id() === id || ahead <= 1) return;
    const cost = ahead + 2 * Math.abs(to[across] - from[across]);
    if (best === null || cost < best.cost) best = { id: node.id(), cost };
  });
  return (best as { readonly id: string } | null)?.id ?? null;
}
