/**
 * Makes `data/editions` from a folder of publishers' files laid out as `<list>/<date>/<file>`, for the editions that
 * `data/lists.json` names, and writes each file's hash and size into it. Usage: node scripts/bundle-editions.ts FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { constants, zstdCompressSync } from "node:zlib";
import { sha256 } from "../src/engine/digest.ts";
import { heldEditions, readEdition } from "../src/service/lists/held-editions.ts";

type File = { readonly name: string; sha256: string; bytes: number };
type Edition = { readonly date: string; targets: number; readonly files: readonly File[] };
type List = {
  readonly id: string;
  readonly editions: readonly Edition[];
};

const root = dirname(import.meta.dirname);
const from = process.argv[2];
if (from === undefined) {
  console.error("usage: node scripts/bundle-editions.ts FOLDER");
  process.exit(64);
}

const catalogue = join(root, "data/lists.json");
const data = JSON.parse(readFileSync(catalogue, "utf8")) as { readonly lists: readonly List[] };
let total = 0;
for (const { id, editions } of data.lists) {
  for (const { date, files } of editions) {
    for (const file of files) {
      const bytes = readFileSync(join(from, id, date, file.name));
      const compressed = zstdCompressSync(bytes, {
        params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_checksumFlag]: 1 },
      });
      const to = join(root, "data/editions", id, date, `${file.name}.zst`);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, compressed);
      file.sha256 = sha256(bytes);
      file.bytes = bytes.length;
      total += compressed.length;
      console.log(`${id} ${date} ${file.name}: ${bytes.length} to ${compressed.length} bytes`);
    }
  }
}
const write = (): void => writeFileSync(catalogue, `${JSON.stringify(data, null, 2)}\n`);
write();
for (const held of heldEditions(null, root)) {
  const list = data.lists.find(({ id }) => id === held.list.id);
  const edition = list?.editions.find(({ date }) => date === held.date);
  if (edition !== undefined) edition.targets = (await readEdition(held)).content.report.targets;
}
write();
console.log(`${total} bytes in all`);
