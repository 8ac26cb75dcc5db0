import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { trustOf } from "./trust.ts";
import { verifyExport } from "./verify.ts";

const file = new URL("../../../examples/receipts/decisions.jsonl", import.meta.url);

async function* linesOf(text: string) {
  yield* text.split("\n");
}

test("the example of docs/receipts.md is proven, as every export of this format must stay", async () => {
  const result = await verifyExport(linesOf(readFileSync(file, "utf8")), { trust: trustOf([]) });
  expect(result).toMatchObject({ problems: [], from: 1, to: 3, signedTo: 3, keys: ["a316f5d7acbaadef"] });
});
