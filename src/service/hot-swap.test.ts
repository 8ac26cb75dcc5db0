import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HARBOR, startYenteService } from "./screening/yente/fixtures/yente-service.ts";

const QUERY = { schema: "Person", properties: { name: ["Adaeze Nkemdilim Okafor"] } };
const SWAPS = 4;
const CALLERS = 4;
/** Five releases are built, each in a thread that starts anew: a minute where many programs share the processors. */
const MS_MAX = 300_000;

/** The dataset in which the party asked about, and her company, name this version. */
function dataset(version: number): string {
  const text = readFileSync(HARBOR, "utf8");
  return text.replaceAll('"topics":[', `"sourceUrl":["https://example.com/${version}"],"topics":[`);
}

test("releases are replaced under load without one failed answer, and every answer is of one release", {
  timeout: MS_MAX,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-swap-"));
  const file = join(folder, "swap.ftm.json");
  writeFileSync(file, dataset(0));
  const its = await startYenteService({
    SLUICE_DATASETS: `harbor=${file}`,
    SLUICE_THREADS: "2",
    SLUICE_WAIT_MS_MAX: "60000",
  });
  const seen = new Map<string, Set<string>>();
  let asked = 0;
  let done = false;
  const ask = async (): Promise<void> => {
    while (!done) {
      const company = { schema: "Company", properties: { name: ["Bright Lagoon Shipping Ltd"] } };
      const answer = await its.post("/match/harbor", { queries: { a: QUERY, b: company } });
      expect(answer.status).toBe(200);
      const body = (await answer.json()) as {
        responses: Record<string, { results: { properties: { sourceUrl: string[] } }[] }>;
      };
      const versions = Object.values(body.responses).map(
        ({ results }) => results[0]?.properties.sourceUrl[0] ?? "none",
      );
      expect(new Set(versions).size).toBe(1);
      const release = answer.headers.get("sluice-release") ?? "";
      seen.set(release, new Set([...(seen.get(release) ?? []), ...versions]));
      asked += 1;
    }
  };
  try {
    const callers = Array.from({ length: CALLERS }, ask);
    for (let version = 1; version <= SWAPS; version += 1) {
      writeFileSync(file, dataset(version));
      expect((await its.post("/updatez?token=test&sync=true", "")).status).toBe(200);
    }
    writeFileSync(file, "half a fi");
    expect((await its.post("/updatez?token=test&sync=true", "")).status).toBe(500);
    done = true;
    await Promise.all(callers);
    expect(seen.size).toBe(SWAPS + 1);
    for (const versions of seen.values()) expect(versions.size).toBe(1);
    expect(asked).toBeGreaterThan(SWAPS);
  } finally {
    done = true;
    await its.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
