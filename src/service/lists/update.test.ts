import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FETCH_LIMITS } from "../../platform/fetch.ts";
import { programFolder } from "../../platform/paths.ts";
import { heldEditions, readEdition } from "./held-editions.ts";
import { lastOutcomes, type UpdateReport, updateLines, updateLists } from "./update.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const EDITIONS = join(programFolder(), "data/editions/un-sc");
const stored = (date: string): Buffer =>
  zstdDecompressSync(readFileSync(join(EDITIONS, date, "consolidated.xml.zst")));
const OLD = "2018-10-29";
const NEW = "2026-02-27";
const [oldFile, newFile] = [stored(OLD), stored(NEW)];
const NOW = new Date("2026-11-23T09:00:00Z");
const ETAG = '"v2026"';

const folder = mkdtempSync(join(tmpdir(), "sluice-update-"));
const home = join(folder, "home");
let server: Server;
let address: string;
let answer: Answer;
const asked: string[] = [];

const sends =
  (body: Buffer | string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(200, headers).end(body);

/** The real file, as a publisher serves it: with a validator, and 304 to who has it. */
const serves: Answer = (request, response) => {
  if (request.headers["if-none-match"] === ETAG) response.writeHead(304).end();
  else response.writeHead(200, { etag: ETAG }).end(newFile);
};

/** The list with every second party left out: whole XML, half a list. */
function halved(file: Buffer): Buffer {
  let at = 0;
  return Buffer.from(
    file
      .toString("utf8")
      .replace(/<(INDIVIDUAL|ENTITY)>.*?<\/\1>/gs, (party) => (at++ % 2 === 0 ? party : "")),
  );
}

/** A program folder whose one list is updated from the local server, and holds the edition of 2018. */
function writeCatalogue(): void {
  const { lists } = JSON.parse(readFileSync(join(programFolder(), "data/lists.json"), "utf8"));
  const list = lists.find(({ id }: { id: string }) => id === "un-sc");
  list.editions = list.editions.filter(({ date }: { date: string }) => date === OLD);
  list.update.files[0].url = `${address}/consolidated.xml`;
  mkdirSync(join(folder, "data/editions"), { recursive: true });
  writeFileSync(join(folder, "data/lists.json"), JSON.stringify({ lists: [list] }));
  cpSync(EDITIONS, join(folder, "data/editions/un-sc"), { recursive: true });
}

async function update(limits: Partial<typeof FETCH_LIMITS> = {}): Promise<UpdateReport> {
  const reports = await updateLists({ home, folder, now: NOW, limits: { ...FETCH_LIMITS, ...limits } });
  expect(reports).toHaveLength(1);
  return reports[0] as UpdateReport;
}

const heldDates = (): string[] => heldEditions(home, folder).map(({ date }) => date);
const leftovers = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".partial"));

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeCatalogue();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  asked.length = 0;
});

describe("an update", () => {
  it("takes the publisher's newer edition in whole, and then asks only whether it changed", async () => {
    answer = serves;
    expect(await update()).toMatchObject({
      outcome: "updated",
      edition: NEW,
      words: `edition of ${NEW} with 1003 parties is in force`,
    });
    const held = heldEditions(home, folder);
    expect(held.map(({ date, origin }) => [date, origin])).toEqual([
      [OLD, "bundled"],
      [NEW, "updated"],
    ]);
    expect((await readEdition(held[1] as (typeof held)[number])).content.report.targets).toBe(1003);
    expect(await update()).toMatchObject({ outcome: "unchanged", edition: NEW });
    answer = sends(newFile);
    expect(await update()).toMatchObject({ outcome: "unchanged", edition: NEW });
    expect(leftovers()).toEqual([]);
  });

  it("leaves written down what came of it, until the list is asked for again", async () => {
    answer = (_request, response) => response.writeHead(500).end();
    await update();
    expect(lastOutcomes(home)).toMatchObject([
      { list: "un-sc", at: NOW.toISOString(), outcome: "unreachable", edition: OLD },
    ]);
    answer = serves;
    await update();
    expect(lastOutcomes(home)).toMatchObject([{ list: "un-sc", outcome: "updated", edition: NEW }]);
    writeFileSync(join(home, "lists/outcomes.json"), "half a fi");
    expect(lastOutcomes(home)).toEqual([]);
  });

  it("follows a redirect", async () => {
    answer = (request, response) => {
      if (request.url === "/consolidated.xml") response.writeHead(302, { location: "/moved.xml" }).end();
      else sends(gzipSync(newFile), { "content-encoding": "gzip" })(request, response);
    };
    expect(await update()).toMatchObject({ outcome: "updated", edition: NEW });
    expect(asked).toEqual(["/consolidated.xml", "/moved.xml"]);
  });

  it("refuses an edition older than the one held", async () => {
    answer = serves;
    await update();
    answer = sends(oldFile);
    expect(await update()).toMatchObject({ outcome: "refused", edition: NEW });
    expect(heldDates()).toEqual([OLD, NEW]);
  });

  it.each<[string, Answer, UpdateReport["outcome"], RegExp, Partial<typeof FETCH_LIMITS>]>([
    ["an empty answer", sends(""), "refused", /consolidated\.xml/, {}],
    [
      "a page instead of a list",
      sends("<!DOCTYPE html><html><body><br>503</body></html>"),
      "refused",
      /consolidated\.xml/,
      {},
    ],
    ["a file cut in the middle", sends(newFile.subarray(0, 900_000)), "refused", /consolidated\.xml/, {}],
    [
      "half of the parties",
      sends(halved(newFile)),
      "refused",
      /lists 50\d parties where the edition of 2018-10-29 lists 1093/,
      {},
    ],
    [
      "a list of another kind",
      sends('<?xml version="1.0"?><sdnList><publshInformation/></sdnList>'),
      "refused",
      /consolidated/,
      {},
    ],
    [
      "a failing server",
      (_, response) => response.writeHead(503).end("busy"),
      "unreachable",
      /status 503/,
      {},
    ],
    [
      "a connection that breaks off",
      (_, response) => {
        response
          .writeHead(200, { "content-length": String(newFile.length) })
          .write(newFile.subarray(0, 50_000));
        setTimeout(() => response.destroy(), 50);
      },
      "unreachable",
      /consolidated\.xml: /,
      {},
    ],
    [
      "a server that falls silent",
      (_, response) => {
        response.writeHead(200).write("<");
      },
      "unreachable",
      /no byte for 200 ms/,
      { idleMsMax: 200 },
    ],
    [
      "a server that sends a byte now and then",
      (_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(timer));
      },
      "unreachable",
      /not done after 300 ms/,
      { timeMsMax: 300 },
    ],
    ["a file too large", sends(newFile), "unreachable", /more than 100000 bytes/, { bytesMax: 100_000 }],
    [
      "a small answer that swells",
      sends(gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" }),
      "unreachable",
      /more than 1000000 bytes/,
      { bytesMax: 1_000_000 },
    ],
    [
      "redirects without end",
      (_, response) => response.writeHead(302, { location: "/consolidated.xml" }).end(),
      "unreachable",
      /more than 5 redirects/,
      {},
    ],
    [
      "a redirect to an address that is not https",
      (_, response) => response.writeHead(302, { location: "http://publisher.example/list.xml" }).end(),
      "unreachable",
      /leads to http:\/\/publisher\.example, not https/,
      {},
    ],
    [
      "a redirect to a file of this machine",
      (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "unreachable",
      /not https/,
      {},
    ],
  ])("that meets %s leaves the earlier edition in force", async (_, given, outcome, words, limits) => {
    answer = given;
    const report = await update(limits);
    expect(report).toMatchObject({ outcome, edition: OLD });
    expect(report.words).toMatch(words);
    expect(report.words).toMatch(/2018-10-29 stays in force$/);
    expect(heldDates()).toEqual([OLD]);
    expect(leftovers()).toEqual([]);
  });

  it("says in one line that there is no network, and goes on", async () => {
    const port = (server.address() as AddressInfo).port;
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, "127.0.0.1", done));
    const free = (closed.address() as AddressInfo).port;
    await new Promise<void>((done) => closed.close(() => done()));
    const file = join(folder, "data/lists.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(`:${port}/`, `:${free}/`));
    const report = await update().finally(() => writeFileSync(file, text));
    expect(report).toMatchObject({ outcome: "unreachable", edition: OLD });
    const lines = updateLines([
      report,
      { ...report, list: "eu-fsf" },
      { ...report, list: "x", outcome: "not-offered" },
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^No publisher could be reached \(ECONNREFUSED.*\): the editions held stay in force\.$/,
    );
  });

  it("knows only the lists of the catalogue", async () => {
    await expect(updateLists({ home, folder, now: NOW, lists: ["no-list"] })).rejects.toThrow(
      "there is no list no-list",
    );
  });
});
