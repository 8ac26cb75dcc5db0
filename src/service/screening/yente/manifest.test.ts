import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { HARBOR, startYenteService, type YenteService } from "./fixtures/yente-service.ts";

/** What a publisher serves now, by path; what was asked for is written down. */
const published = new Map<string, string>();
const asked: string[] = [];
let publisher: { readonly url: string; readonly close: () => Promise<void> };

beforeAll(async () => {
  const server = createServer(({ url = "", headers }, response) => {
    asked.push(`${url} ${headers.authorization ?? ""}`.trim());
    const body = published.get(url);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  publisher = {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
});
afterAll(() => publisher.close());
beforeEach(() => {
  published.clear();
  asked.length = 0;
});

const entity = (id: string, name: string): object => ({
  id,
  schema: "Company",
  properties: { name: [name] },
});
const lines = (...values: readonly object[]): string =>
  values.map((one) => `${JSON.stringify(one)}\n`).join("");

/** The publisher's catalogue, with one dataset in a version, and one that nobody asked for. */
function publish(
  version: string,
  entities: string,
  checksum = createHash("sha1").update(entities).digest("hex"),
): void {
  published.set("/entities.json", entities);
  const resources = [{ name: "entities.ftm.json", url: `${publisher.url}/entities.json`, checksum }];
  const port = { name: "port", title: "Port", version, resources, delta_url: `${publisher.url}/delta.json` };
  const other = { name: "other", title: "Other", version, entities_url: `${publisher.url}/other.json` };
  published.set("/index.json", JSON.stringify({ datasets: [port, other] }));
}

async function startWith(settings: Readonly<Record<string, string>> = {}): Promise<YenteService> {
  const manifest = join(mkdtempSync(join(tmpdir(), "sluice-manifest-")), "manifest.yml");
  writeFileSync(
    manifest,
    `catalogs:
  - url: ${publisher.url}/index.json
    scope: port
    auth_token: "$PORT_TOKEN"
datasets:
  - name: quay
    title: Quay
    path: ${HARBOR}
    version: "100"
`,
  );
  return startYenteService(
    { SLUICE_DATASETS: "", YENTE_MANIFEST: manifest, ...settings },
    { PORT_TOKEN: "open" },
  );
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a client of yente does.
const catalogue = async (its: YenteService): Promise<any> => {
  const { datasets, current, index_stale } = (await (await its.get("/catalog")).json()) as never;
  return {
    ...Object.fromEntries((datasets as { name: string }[]).map((one) => [one.name, one])),
    current,
    index_stale,
  };
};
const names = async (its: YenteService): Promise<readonly string[]> => {
  const { results } = (await (await its.get("/search/port?limit=50")).json()) as {
    results: { caption: string }[];
  };
  return results.map(({ caption }) => caption).sort();
};
const update = async (its: YenteService): Promise<number> => {
  asked.length = 0;
  return (await its.post("/updatez?token=test&sync=true", "")).status;
};

test("a manifest's own datasets and the scopes of its catalogues are served, in the versions that they state", async () => {
  publish("20260101000000-aaa", lines(entity("p-1", "Anchor Works")));
  const its = await startWith();
  try {
    const { port, other, quay, current, index_stale } = await catalogue(its);
    expect([port.index_current, port.index_version]).toEqual([true, "20260101000000-aaa"]);
    expect([other.load, other.index_current]).toEqual([false, false]);
    expect(quay).toMatchObject({ load: true, index_version: "100", version: "100" });
    expect([current, index_stale]).toEqual([["quay", "port"], false]);
    expect(asked).toEqual(["/index.json Token open", "/entities.json Token open"]);
    const { total } = (await (await its.get("/search/quay?q=okafor")).json()) as { total: { value: number } };
    expect(total.value).toBe(1);
  } finally {
    await its.close();
  }
});

test("a newer version comes by the publisher's deltas where they reach, else whole, and an older one is not followed", async () => {
  publish(
    "20260101000000-aaa",
    lines(entity("p-1", "Anchor Works"), entity("p-2", "Bollard Trading"), entity("p-3", "Cargo House")),
  );
  const its = await startWith();
  try {
    expect(await update(its)).toBe(200);
    expect(asked).toEqual(["/index.json Token open"]);
    publish("20260103000000-ccc", "not asked for");
    published.set(
      "/one.json",
      lines({ op: "ADD", entity: entity("p-4", "Dock Supply") }, { op: "DEL", entity: { id: "p-2" } }),
    );
    published.set("/two.json", lines({ op: "MOD", entity: entity("p-1", "Anchor Works Ltd") }));
    const versions = {
      "20260101000000-aaa": `${publisher.url}/none.json`,
      "20260102000000-bbb": `${publisher.url}/one.json`,
      "20260103000000-ccc": `${publisher.url}/two.json`,
    };
    published.set("/delta.json", JSON.stringify({ versions }));
    expect(await update(its)).toBe(200);
    expect(asked.map((one) => one.split(" ")[0])).toEqual([
      "/index.json",
      "/delta.json",
      "/one.json",
      "/two.json",
    ]);
    expect(await names(its)).toEqual(["Anchor Works Ltd", "Cargo House", "Dock Supply"]);
    expect((await catalogue(its)).port).toMatchObject({
      index_version: "20260103000000-ccc",
      index_current: true,
    });

    publish("20260104000000-ddd", lines(entity("p-9", "Ebb Lines"), entity("p-8", "Flood Lines")));
    expect(await update(its)).toBe(200);
    expect(await names(its)).toEqual(["Ebb Lines", "Flood Lines"]);

    publish("20260102000000-bbb", lines(entity("p-7", "Gone Back")));
    expect(await update(its)).toBe(200);
    expect(await names(its)).toEqual(["Ebb Lines", "Flood Lines"]);
    expect((await catalogue(its)).port).toMatchObject({
      index_version: "20260104000000-ddd",
      index_current: false,
    });
  } finally {
    await its.close();
  }
});

test("a damaged delta is made up for by the whole file, and a file of another checksum leaves what was served", async () => {
  publish("20260101000000-aaa", lines(entity("p-1", "Anchor Works")));
  const its = await startWith();
  try {
    publish("20260102000000-bbb", lines(entity("p-1", "Anchor Works"), entity("p-2", "Bollard Trading")));
    published.set(
      "/delta.json",
      JSON.stringify({
        versions: { "20260101000000-aaa": "x", "20260102000000-bbb": `${publisher.url}/bad.json` },
      }),
    );
    published.set("/bad.json", "<html>");
    expect(await update(its)).toBe(200);
    expect(await names(its)).toEqual(["Anchor Works", "Bollard Trading"]);
    publish("20260103000000-ccc", lines(entity("p-3", "Cut Off")), "0".repeat(40));
    await update(its);
    expect(await names(its)).toEqual(["Anchor Works", "Bollard Trading"]);
    const { port, index_stale } = await catalogue(its);
    expect([port.index_current, index_stale]).toEqual([false, true]);
    expect(readFileSync(join(its.folder, "datasets/port/entities.ftm.json"), "utf8")).toContain("Bollard");
  } finally {
    await its.close();
  }
});
