import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readerContract } from "../reader.contract.ts";
import type { EditionContent, SourceFile } from "../reader.ts";
import { digitalCurrency } from "./read.ts";

const CONTEXT = { prefix: "us-ofac", authority: "Office of Foreign Assets Control", country: "us" };

function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))) };
}

function read(file: SourceFile): EditionContent {
  const content = digitalCurrency.read([file], CONTEXT);
  if (content instanceof Promise) throw new Error("not a promise");
  return content;
}

function csv(...rows: readonly string[]): SourceFile {
  const text = ["ent_num,name,program,currency,address", ...rows, ""].join("\n");
  return { name: "addresses.csv", bytes: new TextEncoder().encode(text) };
}

readerContract(digitalCurrency, { files: [fixture("addresses.csv")], context: CONTEXT });
readerContract(digitalCurrency, { files: [fixture("ethereum.csv")], context: CONTEXT });

test("an address is a target, held by the party of the list's own entry number", () => {
  const { entities } = read(fixture("addresses.csv"));
  expect(entities.slice(0, 3)).toEqual([
    {
      id: "us-ofac-XBT-12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h",
      schema: "CryptoWallet",
      properties: {
        name: ["12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"],
        publicKey: ["12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"],
        currency: ["XBT"],
        holder: ["us-ofac-25308"],
        topics: ["sanction"],
      },
    },
    { id: "us-ofac-25308", schema: "LegalEntity", properties: { name: ["YAN, Xiaobing"] } },
    {
      id: "us-ofac-XBT-12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h-sanction-1",
      schema: "Sanction",
      properties: {
        entity: ["us-ofac-XBT-12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"],
        authority: ["Office of Foreign Assets Control"],
        country: ["us"],
        program: ["SDNTK"],
        authorityId: ["25308"],
      },
    },
  ]);
});

test("a table without entry numbers names the holder, and Ethereum is told by its form", () => {
  const { entities } = read(fixture("ethereum.csv"));
  expect(entities[0]?.properties).toMatchObject({
    currency: ["ETH"],
    holder: ["us-ofac-holder-LAZARUS-GROUP"],
  });
});

test("an address listed under two parties has two holders and two designations", () => {
  const address = "0x4f47bc496083c727c5fbe3ce9cdf2b0f6496270c";
  const { entities, report } = read(
    csv(`1,"A, B",CYBER2,ETH,${address}`, `2,C,CYBER2] [DPRK3,ETH,${address}`, `2,C,DPRK3,ETH,${address}`),
  );
  expect(entities[0]?.properties.holder).toEqual(["us-ofac-1", "us-ofac-2"]);
  expect(entities.filter(({ schema }) => schema === "Sanction")).toHaveLength(2);
  expect(report).toMatchObject({ rows: 3, targets: 1 });
  expect(report.rejected[0]?.reason).toMatch(/is used by an earlier entry/);
});

test("an address that was cut off is rejected by its length or its checksum", () => {
  const { report } = read(
    csv(
      "1,A,CYBER2,XBT,12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h",
      "1,A,CYBER2,XBT,12QtD5BFwRsdNsAZY76UVE1xyCGNToj",
      "1,A,CYBER2,XBT,1Gq",
    ),
  );
  expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    "line 3: the address fails its checksum: it is cut off or mistyped",
    "line 4: the address is not one of a digital currency",
  ]);
});
