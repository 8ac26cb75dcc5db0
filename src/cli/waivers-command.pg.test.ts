import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../platform/config/config.ts";
import { TEST_SECRET, type TestDatabase, testDatabase } from "../platform/database/test-database.ts";
import { homeFolder } from "../platform/paths.ts";
import { keyIdOf, type Signer } from "../platform/receipts/signing-key.ts";
import { createLog } from "../platform/telemetry/log.ts";
import { removeDemoOrganization } from "../service/accounts/demo-organization.ts";
import { PASSWORD, TestBrowser } from "../service/accounts/fixtures/test-service.ts";
import { type Service, startService } from "../service/app.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { keepMadeUp, madeUpTerms } from "../service/waivers/fixtures/made-up-waiver.ts";
import { credentialOf, letterOf, signLetter } from "../service/waivers/letters/letter.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";

type Played = {
  readonly steps: readonly { readonly words: string; readonly wrong: readonly string[] }[];
  readonly kept: Readonly<Record<string, string>>;
};

const SHIPMENT = "examples/2019-video-reunion/shipment.json";
let folder: string;
let lists: OpenedSnapshot;
const waivers = (...typed: readonly string[]) => tryCommand(lists)("waivers", ...typed);
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
beforeAll(async () => {
  lists = await openSmallLists();
  folder = mkdtempSync(join(tmpdir(), "sluice-letters-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function signerAndPem(): { readonly signer: Signer; readonly pem: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const signer = {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text: string) => sign(null, Buffer.from(text, "utf8"), privateKey),
    signBytes: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  };
  return { signer, pem: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

describe("sluice waivers verify", () => {
  it("proves a letter and its credential offline, and tells a forged one, another key's and one out of its time", async () => {
    const [own, other] = [signerAndPem(), signerAndPem()];
    const facts = {
      id: "ltr_1",
      organization: "org_1",
      waiverId: "wvr_1",
      version: 1,
      replaces: null,
      at: new Date("2019-03-08T22:00:00Z"),
      publicUrl: "https://gate.example",
    };
    const letter = letterOf(madeUpTerms({ from: "2019-03-08", until: "2019-09-08" }), facts, own.signer);
    const paper = file("letter.json", signLetter(letter, own.signer));
    const credential = file("letter.vc.json", credentialOf(letter, own.signer));
    const forged = file("forged.json", {
      ...signLetter(letter, own.signer),
      letter: { ...letter, until: "2030-01-01" },
    });
    const [key, strange] = [file("own.pem", own.pem), file("other.pem", other.pem)];
    const codes = async (...typed: string[]) => (await waivers("verify", ...typed)).code;
    expect([
      await codes(paper, "--key", key, "--at", "2019-09-08"),
      await codes(credential, "--key", key, "--at", "2019-09-09T03:59:00Z"),
      await codes(credential, "--key", key, "--at", "2019-09-09T04:00:00Z"),
      await codes(paper, "--key", strange, "--at", "2019-09-08"),
      await codes(forged, "--at", "2019-09-08"),
      await codes(SHIPMENT),
      await codes(paper, "--at", "2019-09-08"),
    ]).toEqual([0, 0, 1, 1, 1, 1, 2]);
    const { out } = await waivers("verify", forged, "--at", "2019-09-08");
    expect(out).toContain("NOT PROVEN");
    expect((await waivers("verify", paper, "--at", "2019-09-08")).out).toContain("WHOSE KEY IT IS");
  });
});

describe("sluice waivers needs", () => {
  it("names the approvals and why, and which come before which", async () => {
    const { out, code } = await waivers("needs", SHIPMENT, "--at", "2019-02-01");
    expect(code).toBe(1);
    for (const part of [
      "resolution 1718",
      "Bureau of Industry and Security",
      "Military Demarcation Line",
      "un-1718-exemption",
    ])
      expect(out).toContain(part);
  });
});

describe("a service that already runs", () => {
  let service: Service;
  let database: TestDatabase;
  let url: string;
  let owner: TestBrowser;
  const folders: string[] = [];
  const before = process.env.SLUICE_KEY;

  beforeAll(async () => {
    database = await testDatabase();
    const data = mkdtempSync(join(tmpdir(), "sluice-remote-"));
    folders.push(data);
    const { config } = loadConfig({
      environment: {
        SLUICE_PORT: "0",
        SLUICE_DATABASE: "url",
        DATABASE_URL: database.ownerUrl,
        SLUICE_SECRET: TEST_SECRET,
        SLUICE_DATA: data,
        SLUICE_HOME: homeFolder(undefined, process.env),
        SLUICE_AUTO_UPDATE: "false",
        SLUICE_THREADS: "1",
      },
      file: null,
      flags: {},
    });
    const log = createLog("fatal", { write: () => undefined });
    const now = () => new Date();
    service = await startService({ config, version: "test", environment: {}, log, now });
    await service.ready;
    url = service.address.replace("127.0.0.1", "localhost");
    owner = new TestBrowser(url);
    process.env.SLUICE_KEY = await keyOf(owner, service.ownerLink ?? "");
  }, 300_000);

  afterAll(async () => {
    if (before === undefined) delete process.env.SLUICE_KEY;
    else process.env.SLUICE_KEY = before;
    await service?.stop();
    await database?.close();
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  it("is told the story of 2019, each day as that day, and answers as it expects", async () => {
    const { out, code } = await waivers("story", "--url", url, "--ask-only", "--json");
    const told = JSON.parse(out) as { readonly steps: readonly { readonly wrong: readonly string[] }[] };
    expect(told.steps.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect([code, told.steps.length]).toEqual([0, 13]);
  });

  it("has the whole of it happen there, in an organization of its own with the days of 2019, and keeps it until it is thrown away", async () => {
    const { out, code } = await waivers("story", "--url", url, "--json");
    const told = JSON.parse(out) as Played;
    expect(told.steps.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect([code, told.steps.length]).toEqual([0, 26]);
    const session = (await owner.ask("GET", "/api/v1/session")).json;
    const own = session.organizations.find(({ demo }: { demo: boolean }) => !demo);
    const story = session.organizations.find((one: { story: boolean }) => one.story);
    const listed = async (organizationId: string) => {
      await owner.ask("PUT", "/api/v1/session/organization", { organizationId });
      return (await owner.ask("GET", "/api/v1/waivers")).json.items;
    };
    expect(await listed(own.id)).toEqual([]);
    expect(await listed(story.id)).toEqual(
      ["us-2019-working-group", "1718-2019-video-reunion"].map((reference) =>
        expect.objectContaining({ reference, standing: "expired" }),
      ),
    );
    const letter = `/api/v1/verify/${told.kept.letter}`;
    expect((await owner.ask("GET", letter)).json).toMatchObject({ valid: false, standing: "expired" });
    expect((await waivers("story", "--url", url)).err).toContain("it was told here already");
    expect(await removeDemoOrganization(database.ownerUrl, "stories")).toMatchObject({ "auth.user": 3 });
    expect((await owner.ask("GET", letter)).status).toBe(404);
    expect(await database.asOwner("select name from auth.organization where story_of is not null")).toEqual(
      [],
    );
  });

  it("lets nobody give a day where anything is real", async () => {
    const day = { "sluice-story-at": "2019-03-08T22:00:00Z" };
    const session = (await owner.ask("GET", "/api/v1/session")).json;
    for (const { id } of session.organizations) {
      await owner.ask("PUT", "/api/v1/session/organization", { organizationId: id });
      const refused = await owner.ask("GET", "/api/v1/waivers", undefined, day);
      expect([refused.status, refused.json.detail]).toEqual([
        409,
        expect.stringContaining("made for a story"),
      ]);
    }
    const headers = { authorization: `Bearer ${process.env.SLUICE_KEY}`, ...day };
    expect((await fetch(new URL("/api/v1/waivers", url), { headers })).status).toBe(409);
    const real = "update auth.organization set demo = true, story_of = id where not demo";
    await expect(database.asOwner(real)).rejects.toThrow(/stays what it was made as/);
  });

  it("shows a ledger and where customs' file differs from it", async () => {
    const terms = madeUpTerms({ reference: "GB-1" });
    const headers = { authorization: `Bearer ${process.env.SLUICE_KEY}` };
    const asked = await fetch(new URL("/api/v1/organization", url), { headers });
    const { id } = (await asked.json()) as { readonly id: string };
    await keepMadeUp(database.database, id, terms);
    expect((await waivers("ledger", "GB-1", "--url", url)).out).toContain(
      "Monitors: 100 pieces left of 100 pieces; 0 pieces drawn",
    );
    expect((await waivers("ledger", "GB-2", "--url", url)).err).toContain("there is no waiver GB-2");
    const usage = file("usage.csv", "licence,line,quantity,unit\nGB-1,1,3,NAR\n");
    const { out, code } = await waivers("reconcile", usage, "--url", url);
    expect(code).toBe(1);
    expect(out).toContain("they-have-more");
  });

  it("is asked with a key from the environment, and never without one", async () => {
    const kept = process.env.SLUICE_KEY;
    delete process.env.SLUICE_KEY;
    expect((await waivers("story", "--url", url)).err).toContain("SLUICE_KEY");
    process.env.SLUICE_KEY = "slk_wrong";
    expect((await waivers("story", "--url", url)).code).not.toBe(0);
    process.env.SLUICE_KEY = kept;
  });
});

/** Signs the first owner in and has a key made that may ask, read and tell the story. */
async function keyOf(owner: TestBrowser, link: string): Promise<string> {
  const facts = { token: link.split("/").at(-1), name: "Olga Owner", email: "olga@bank.example" };
  await owner.ask("POST", "/api/v1/links/use", { ...facts, password: PASSWORD, organizationName: "Bank" });
  const permissions = ["waivers.read", "waivers.write", "organization.read"];
  return (await owner.ask("POST", "/api/v1/keys", { name: "story", permissions, days: 1 })).json.key;
}

describe("sluice waivers story", () => {
  it("takes the video reunion from the prohibited shipment to the lapse, as it expects", async () => {
    const { out, code } = await waivers("story", "--json");
    const told = JSON.parse(out) as {
      readonly steps: readonly { readonly words: string; readonly wrong: readonly string[] }[];
    };
    expect(told.steps.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect([code, told.steps.length]).toEqual([0, 26]);
  }, 300_000);
});
