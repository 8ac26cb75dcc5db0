import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyIdOf, type Signer } from "../platform/receipts/signing-key.ts";
import type { OpenedSnapshot } from "../service/lists/store.ts";
import { madeUpTerms } from "../service/waivers/fixtures/made-up-waiver.ts";
import { credentialOf, letterOf, signLetter } from "../service/waivers/letters/letter.ts";
import { openSmallLists, tryCommand } from "./fixtures/try-command.ts";

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
