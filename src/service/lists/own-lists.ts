import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { sha256 } from "../../engine/digest.ts";
import { recognize } from "../../engine/lists/formats.ts";
import { LIST_LIMITS } from "../../engine/lists/reader.ts";
import { Fault } from "../../fault.ts";
import type { HeldEdition } from "./held-editions.ts";

/** A list of the user's own: FollowTheMoney lines, a CSV, or any format that Sluice knows. */
export type OwnList = {
  /** Lower-case letters, digits and hyphens; the prefix of its ids as well. */
  readonly id: string;
  readonly path: string;
  /** The day as of which it holds, YYYY-MM-DD. */
  readonly date: string;
  readonly kind?: "sanctions" | "export-control" | "watch" | "allow";
};

/** Own lists as editions held. Throws `input-invalid` where a file is missing, too large, or of no known format. */
export function ownEditions(lists: readonly OwnList[]): readonly HeldEdition[] {
  return lists.map(({ id, path, date, kind }) => {
    const refuse = (reason: string, cause?: unknown): Fault =>
      new Fault({ code: "input-invalid", file: path, where: "the list", reason }, cause);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      throw refuse(`${id} is not an id of lower-case letters, digits and hyphens`);
    }
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      throw refuse(error instanceof Error ? error.message : "cannot be read", error);
    }
    if (bytes.length > LIST_LIMITS.fileBytesMax) throw refuse(`more than ${LIST_LIMITS.fileBytesMax} bytes`);
    const name = basename(path);
    const reader = recognize([{ name, bytes }]);
    if (reader === null) throw refuse("no known list format");
    const url = pathToFileURL(path).href;
    const list = {
      id,
      title: name,
      publisher: "own list",
      url,
      kind: kind ?? "watch",
      prefix: id,
      authority: "own list",
      country: "zz",
      licence: "own",
      update: null,
      editions: [],
    };
    const files = [{ name, url: null, sha256: sha256(bytes), path }];
    return { list, origin: "own", date, format: reader.format, files, notes: [], targets: null };
  });
}
