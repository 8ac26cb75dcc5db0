import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { WorkerEvent } from "../../../engine/redflags/event.ts";
import { EventLedger } from "../../../engine/redflags/ledger.ts";
import type { AccountState } from "../../../engine/redflags/state/account-state.ts";
import type { LinkState } from "../../../engine/redflags/state/link-state.ts";
import { Fault } from "../../../fault.ts";
import {
  accountsOf,
  linksOfSegments,
  mergeSegments,
  removeSegment,
  type Segment,
  writeSegment,
} from "./segment.ts";

/** Things held in memory before they go to disk, up to a kilobyte each. The more, the less is written again. */
const HELD_MAX = 1_000_000;
/** Events after which states go to disk in any case: what a run that is cut off must take again. */
const EVENTS_PER_SEGMENT = 4_000_000;
/** Segments of one level that are made one of the next: what is written is then written again about twice. */
const SEGMENTS_PER_LEVEL = 8;
/** The beginning of a file by which it is known again when it has grown. */
const HEAD_BYTES = 65_536;

const manifestSchema = z.strictObject({
  version: z.literal(2),
  next: z.int().min(0),
  segments: z.array(z.strictObject({ name: z.string().regex(/^s\d+$/), level: z.int().min(0) })),
  inputs: z.array(
    z.strictObject({
      name: z.string(),
      head: z.string(),
      headBytes: z.int(),
      bytes: z.int(),
      line: z.int().min(0),
    }),
  ),
});
type Manifest = z.infer<typeof manifestSchema>;

/** A file of events, as it is known again. */
export type InputFile = {
  readonly path: string;
  readonly name: string;
  readonly head: string;
  readonly headBytes: number;
  readonly bytes: number;
};

/** Looks at a file's beginning and size. Throws the operating system's errors. */
export async function lookAt(path: string): Promise<InputFile> {
  const { size } = await stat(path);
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = createHash("sha256").update(buffer.subarray(0, bytesRead)).digest("hex");
    return { path, name: basename(path), head, headBytes: bytesRead, bytes: size };
  } finally {
    await handle.close();
  }
}

/**
 * States of any number of accounts in a folder, with so much in memory as fits. What was taken is on disk whole or not
 * at all; a run that was cut off goes on behind the last line on disk, and a line taken twice changes nothing.
 */
export class EventStore {
  readonly #folder: string;
  readonly #perSegment: number;
  #manifest: Manifest;
  #ledger = new EventLedger();
  #held = 0;

  private constructor(folder: string, manifest: Manifest, perSegment: number) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.#perSegment = perSegment;
  }

  /** Opens the folder, which is made where it is not there. Throws `data-invalid` for one that is not a store. */
  static async open(folder: string, perSegment: number = EVENTS_PER_SEGMENT): Promise<EventStore> {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const file = join(folder, "manifest.json");
    if (!names.includes("manifest.json")) {
      if (names.length > 0)
        throw new Fault({
          code: "data-invalid",
          file: folder,
          where: "folder",
          reason: "it holds other files and no states",
        });
      return new EventStore(folder, { version: 2, next: 0, segments: [], inputs: [] }, perSegment);
    }
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (!parsed.success)
      throw new Fault({
        code: "data-invalid",
        file,
        where: "manifest",
        reason: "not as this version writes it",
      });
    const store = new EventStore(folder, parsed.data, perSegment);
    // What a run left behind that was cut off is in no manifest.
    const kept = new Set(parsed.data.segments.map(({ name }) => name));
    for (const name of names)
      if (/^s\d+\./.test(name) && !kept.has(name.split(".")[0] ?? ""))
        await rm(join(folder, name), { force: true });
    return store;
  }

  /** The last line of the file that is on disk; 0 where none is. */
  lineOf(input: InputFile): number {
    const known = this.#manifest.inputs.find(
      (one) => one.name === input.name && one.head === input.head && input.bytes >= one.bytes,
    );
    return known?.line ?? 0;
  }

  /** Takes events of a file up to a line; writes them to disk when there are many. */
  async add(events: readonly WorkerEvent[], input: InputFile, line: number): Promise<void> {
    for (const event of events) this.#ledger.add(event);
    this.#held += events.length;
    if (this.#held >= this.#perSegment || this.#ledger.size >= HELD_MAX) await this.save(input, line);
  }

  /** Writes what is in memory to disk, and how far the file was taken. */
  async save(input: InputFile, line: number): Promise<void> {
    const { next, segments, inputs } = this.#manifest;
    const { path: _, ...facts } = input;
    if (this.#held === 0) {
      await this.#write({
        version: 2,
        next,
        segments,
        inputs: [...inputs.filter(({ name }) => name !== input.name), { ...facts, line }],
      });
      return;
    }
    const segment: Segment = { name: `s${next}`, level: 0 };
    await writeSegment(this.#folder, segment, this.#ledger);
    await this.#write({
      version: 2,
      next: next + 1,
      segments: [...segments, segment],
      inputs: [...inputs.filter(({ name }) => name !== input.name), { ...facts, line }],
    });
    this.#ledger = new EventLedger();
    this.#held = 0;
    await this.#compact();
  }

  async #compact(): Promise<void> {
    for (let level = 0; ; level += 1) {
      const { next, segments, inputs } = this.#manifest;
      const full = segments.filter((segment) => segment.level === level);
      if (full.length < SEGMENTS_PER_LEVEL) return;
      const into: Segment = { name: `s${next}`, level: level + 1 };
      await mergeSegments(this.#folder, full, into);
      await this.#write({
        version: 2,
        next: next + 1,
        segments: [...segments.filter((segment) => segment.level !== level), into],
        inputs,
      });
      for (const segment of full) await removeSegment(this.#folder, segment);
    }
  }

  async #write(manifest: Manifest): Promise<void> {
    const file = join(this.#folder, "manifest.json");
    await writeFile(`${file}.part`, JSON.stringify(manifest, null, 1));
    await rename(`${file}.part`, file);
    this.#manifest = manifest;
  }

  /** All accounts that are on disk, each once. To be called after `save`. */
  accounts(): AsyncGenerator<AccountState> {
    return accountsOf(this.#folder, this.#manifest.segments);
  }

  /** Things that more than one account uses, by their keys; what one account uses alone is left out. */
  async shared(): Promise<ReadonlyMap<string, LinkState>> {
    const shared = new Map<string, LinkState>();
    for await (const link of linksOfSegments(this.#folder, this.#manifest.segments))
      if (link.members.length > 1) shared.set(link.key, link);
    return shared;
  }
}
