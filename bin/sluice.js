#!/usr/bin/env node
// Plain JavaScript, so that it can say which Node is needed. In the clone it runs the TypeScript as it stands
// (Node strips the types); in the published package, which holds no src/, the compiled program.
import { existsSync } from "node:fs";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  process.stderr.write(
    `sluice needs Node 24 or later; this is ${process.versions.node}. In a clone, "npm install" brings it and "npx sluice" uses it.\n`,
  );
  process.exit(69);
}
const source = new URL("../src/cli/main.ts", import.meta.url);
await import(existsSync(source) ? source.href : new URL("../dist/src/cli/main.js", import.meta.url).href);
