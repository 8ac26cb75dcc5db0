import { chart, evenAxis, logAxis, type Places, type Series } from "./chart.ts";
import type { Frozen } from "./frozen.ts";

const PERSONS = "#1b5e9e";
const ORGANIZATIONS = "#b34d00";
const PEER = "#6b7a88";

/** Recall against hits in a thousand clean customers. */
export function drawRecall({ curves }: Frozen): string {
  const line = (which: keyof Frozen["curves"], of: "persons" | "organizations", label: string): Series => ({
    label,
    color: of === "persons" ? PERSONS : ORGANIZATIONS,
    dashed: which === "name-alone",
    points: curves[which]
      .filter(({ perThousand }) => perThousand >= 0.1 && perThousand <= 100)
      .map((point) => ({ x: point.perThousand, y: point[of] })),
  });
  const all = Object.values(curves).flatMap((points) =>
    points
      .filter(({ perThousand }) => perThousand >= 0.1)
      .flatMap(({ persons, organizations }) => [persons, organizations]),
  );
  const lowest = Math.max(0, Math.floor(Math.min(...all) / 10) * 10);
  const marks = Array.from({ length: Math.round((100 - lowest) / 10) + 1 }, (_, step) => lowest + 10 * step);
  return chart({
    title: "How many are found, by how many clean customers are hit",
    words:
      "Recall in percent against hits in a thousand clean customers, for persons and organizations, with facts and by the name alone. The values are in data/matching/operating-curve.json.",
    x: logAxis("hits in 1,000 clean customers", [0.1, 0.3, 1, 3, 10, 30, 100]),
    y: evenAxis("% found of listed names written otherwise", marks),
    series: [
      line("with-facts", "persons", "persons, with facts"),
      line("with-facts", "organizations", "organizations, country"),
      line("name-alone", "persons", "persons, name alone"),
      line("name-alone", "organizations", "organizations, alone"),
    ],
  });
}

/** Reliability: of the scores in a bin, how many were right, against the mean score of the bin. */
export function drawReliability(frozen: Frozen): string {
  const bins = Object.entries(frozen.figure("calibration-screening"))
    .filter(([name]) => name.startsWith("scores "))
    .map(([, row]) => row);
  const marks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const points = bins.map((row) => ({ x: row["mean score"] ?? 0, y: row.value }));
  const whiskers = ({ x, y }: Places): string =>
    bins
      .map(({ "mean score": mean = 0, value, interval: [low, high] }) => {
        const middle = x(mean).toFixed(1);
        return `<line x1="${middle}" x2="${middle}" y1="${y(low ?? value).toFixed(1)}" y2="${y(high ?? value).toFixed(1)}" stroke="${PERSONS}"/><circle cx="${middle}" cy="${y(value).toFixed(1)}" r="4" fill="${PERSONS}"/>`;
      })
      .join("\n");
  return chart(
    {
      title: "What a score is worth",
      words:
        "Reliability: for each tenth of the score, the share of first matches that were right, with 95 % intervals, beside the line on which score and truth agree. The values are in bench/results/eval.json under calibration-screening.",
      x: evenAxis("score", marks, (mark) => mark.toFixed(1)),
      y: evenAxis("share that was right", marks, (mark) => mark.toFixed(1)),
      series: [
        {
          label: "as good as its word",
          color: PEER,
          dashed: true,
          points: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        { label: "measured, 95 %", color: PERSONS, points },
      ],
    },
    whiskers,
  );
}

/** Latency of Sluice and the peers, p50 to p99, with the recall of the same run; null where none were measured. */
export function drawLatency({ peers }: Frozen): string | null {
  if (peers === null || peers.rows.length === 0) return null;
  const { rows } = peers;
  const bars = ({ x, y }: Places): string =>
    rows
      .map(({ program, version, p50, p99, withFacts }, at) => {
        const color = program === "Sluice" ? PERSONS : PEER;
        const line = y(at).toFixed(1);
        const [from, to] = [x(p50), x(p99)];
        const found = `${(withFacts.value * 100).toFixed(1)} % found`;
        const name = program === "Sluice" ? program : `${program} ${version}`;
        return [
          `<line x1="${from.toFixed(1)}" x2="${to.toFixed(1)}" y1="${line}" y2="${line}" stroke="${color}" stroke-width="10" stroke-linecap="round"/>`,
          `<text x="${x(0).toFixed(1)}" y="${(y(at) - 16).toFixed(1)}" fill="${color}" font-weight="600">${name}: p50 ${say(p50)}, p99 ${say(p99)}, ${found}</text>`,
        ].join("\n");
      })
      .join("\n");
  return chart(
    {
      title: "How long one screening takes, on the same questions",
      words: `Latency from the 50th to the 99th percentile: ${rows.map(({ program, p50, p99 }) => `${program} ${say(p50)} to ${say(p99)}`).join("; ")}. The values are in bench/results/peers.json.`,
      x: logAxis("milliseconds", [0.01, 0.1, 1, 10, 100, 1_000, 10_000], (mark) =>
        mark.toLocaleString("en-US"),
      ),
      y: { title: "", marks: [], place: (at) => 1 - (at + 0.7) / rows.length },
      series: [],
    },
    bars,
  );
}

function say(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
