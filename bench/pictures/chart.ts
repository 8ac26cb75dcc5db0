/** A line or a set of points of a chart, with the words that stand beside it. */
export type Series = {
  readonly label: string;
  readonly color: string;
  readonly dashed?: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};

/** One axis: what it shows, its marks, and where a value stands on it, 0 to 1. */
export type Axis = {
  readonly title: string;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly place: (value: number) => number;
};

const WIDTH = 720;
const HEIGHT = 420;
const FRAME = { left: 70, right: 212, top: 54, bottom: 58 } as const;
const INK = "#22313f";
const FAINT = "#d9e0e6";

/** Text safe inside XML. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function at(value: number): string {
  return String(Number(value.toFixed(1)));
}

/** An axis that grows by the same factor for each step. */
export function logAxis(
  title: string,
  marks: readonly number[],
  say: (value: number) => string = String,
): Axis {
  const [low, high] = [Math.log(marks[0] ?? 1), Math.log(marks.at(-1) ?? 10)];
  return {
    title,
    marks: marks.map((mark) => ({ at: mark, label: say(mark) })),
    place: (value) => Math.min(1, Math.max(0, (Math.log(value) - low) / (high - low))),
  };
}

/** An axis that grows by the same amount for each step. */
export function evenAxis(
  title: string,
  marks: readonly number[],
  say: (value: number) => string = String,
): Axis {
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  return {
    title,
    marks: marks.map((mark) => ({ at: mark, label: say(mark) })),
    place: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))),
  };
}

/** Places of a value on the picture. */
export type Places = { readonly x: (value: number) => number; readonly y: (value: number) => number };

function placesOf(x: Axis, y: Axis): Places {
  const [wide, high] = [WIDTH - FRAME.left - FRAME.right, HEIGHT - FRAME.top - FRAME.bottom];
  return {
    x: (value) => FRAME.left + wide * x.place(value),
    y: (value) => FRAME.top + high * (1 - y.place(value)),
  };
}

function axes(x: Axis, y: Axis, places: Places): string {
  const [left, right, bottom] = [FRAME.left, WIDTH - FRAME.right, HEIGHT - FRAME.bottom];
  const across = y.marks.map(
    ({ at: mark, label }) =>
      `<line x1="${left}" x2="${right}" y1="${at(places.y(mark))}" y2="${at(places.y(mark))}" stroke="${FAINT}"/><text x="${left - 8}" y="${at(places.y(mark) + 4)}" text-anchor="end">${escaped(label)}</text>`,
  );
  const along = x.marks.map(
    ({ at: mark, label }) =>
      `<line x1="${at(places.x(mark))}" x2="${at(places.x(mark))}" y1="${bottom}" y2="${bottom + 5}" stroke="${INK}"/><text x="${at(places.x(mark))}" y="${bottom + 20}" text-anchor="middle">${escaped(label)}</text>`,
  );
  return [
    ...across,
    ...along,
    `<line x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}" stroke="${INK}"/>`,
    `<text x="${(left + right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(x.title)}</text>`,
    `<text x="${left}" y="${FRAME.top - 10}" text-anchor="start">${escaped(y.title)}</text>`,
  ].join("\n");
}

function strokeOf({ color, dashed }: Series): string {
  return `stroke="${color}" stroke-width="2.5"${dashed === true ? ' stroke-dasharray="7 5"' : ""}`;
}

function lineOf(series: Series, places: Places): string {
  const path = series.points.map((point) => `${at(places.x(point.x))},${at(places.y(point.y))}`).join(" ");
  return `<polyline points="${path}" fill="none" ${strokeOf(series)}/>`;
}

/** What each line is, beside the chart: labels on lines that lie close together can't be read. */
function legend(series: readonly Series[]): string {
  const left = WIDTH - FRAME.right + 16;
  return series
    .map((one, place) => {
      const y = FRAME.top + 14 + place * 24;
      return `<line x1="${left}" x2="${left + 28}" y1="${y}" y2="${y}" ${strokeOf(one)}/><text x="${left + 36}" y="${y + 4}">${escaped(one.label)}</text>`;
    })
    .join("\n");
}

/** A chart of lines with whatever else is drawn into it. `words` says for those who don't see it what it shows. */
export function chart(
  picture: {
    readonly title: string;
    readonly words: string;
    readonly x: Axis;
    readonly y: Axis;
    readonly series: readonly Series[];
  },
  more: (places: Places) => string = () => "",
): string {
  const places = placesOf(picture.x, picture.y);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}" role="img" aria-label="${escaped(picture.words)}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${FRAME.left}" y="24" font-size="16" font-weight="600">${escaped(picture.title)}</text>`,
    axes(picture.x, picture.y, places),
    ...picture.series.map((series) => lineOf(series, places)),
    legend(picture.series),
    more(places),
    "</svg>",
  ]
    .filter((part) => part !== "")
    .join("\n")}\n`;
}
