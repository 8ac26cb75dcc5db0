import { SaxesParser } from "saxes";
import { Fault } from "../../fault.ts";
import {
  damageOf,
  decodeInto,
  encodingOfMark,
  type ListEncoding,
  pieceDecoder,
  refuseForeignContent,
  sniff,
  unreadable,
} from "./decoding.ts";
import { LIST_LIMITS, type SourceFile } from "./reader.ts";

/** One element of a record, by local names (namespaces are left out); `text` is its own text without its children's. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Where the element begins, 1-based. */
  readonly line: number;
  readonly column: number;
};

/** What stands around the records. */
export type XmlFrame = {
  readonly root: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Paths below the root that are neither a record nor above or inside one, with how often each was met. */
  readonly others: ReadonlyMap<string, number>;
};

export type XmlOptions = {
  readonly format: string;
  /** Local names that the root may have; any other is a fault. */
  readonly roots: readonly string[];
  /** Paths below the root, by local names: `sdnEntry`, `INDIVIDUALS/INDIVIDUAL`. A record may not hold another. */
  readonly records: readonly string[];
  /** Keeps white space at the ends of texts, where it separates runs of one text. */
  readonly verbatim?: boolean;
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
  readonly column: number;
};

const DECLARED: ReadonlyMap<string, ListEncoding> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["ascii", "utf-8"],
  ["utf-16", "utf-16le"],
  ["utf-16le", "utf-16le"],
  ["utf-16be", "utf-16be"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
]);

/** More distinct paths than this are counted together: a damaged file could make one per element. */
const OTHER_PATHS_MAX = 500;

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

function encodingOf(file: SourceFile, format: string): ListEncoding {
  const marked = encodingOfMark(file.bytes);
  if (marked !== null) return marked;
  const [first, second] = file.bytes;
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(sniff(file, 400))?.[1];
  if (declared === undefined) return "utf-8";
  const encoding = DECLARED.get(declared.toLowerCase());
  // A file that says UTF-16 and begins with a plain `<` is not in UTF-16, whatever it says.
  if (encoding === "utf-16le" || encoding === "utf-16be") return "utf-8";
  if (encoding === undefined) {
    throw unreadable(format, file, { where: "line 1", reason: `encoding ${declared} is not supported` });
  }
  return encoding;
}

/** The local name of a file's root element, or null where it does not begin as XML. Never throws. */
export function rootName(file: SourceFile): string | null {
  const head =
    file.bytes[1] === 0 && file.bytes[0] === 0x3c
      ? new TextDecoder("utf-16le").decode(file.bytes.subarray(0, 4_096))
      : sniff(file);
  const bare = head.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, "").trimStart();
  const name = /^<([\p{L}_][\p{L}\p{N}._:-]*)/u.exec(bare)?.[1];
  return name === undefined ? null : localName(name);
}

class RecordParser {
  readonly #file: SourceFile;
  readonly #options: XmlOptions;
  readonly #encoding: ListEncoding;
  readonly #onRecord: (element: XmlElement, path: string) => void;
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #path: string[] = [];
  readonly #open: Open[] = [];
  readonly #others = new Map<string, number>();
  #root: { readonly name: string; readonly attributes: Readonly<Record<string, string>> } | null = null;
  #tag = { line: 1, column: 1 };
  #sinceEvent = 0;
  #inRecord = 0;

  constructor(
    file: SourceFile,
    options: XmlOptions,
    encoding: ListEncoding,
    onRecord: (element: XmlElement, path: string) => void,
  ) {
    this.#file = file;
    this.#options = options;
    this.#encoding = encoding;
    this.#onRecord = onRecord;
    this.#parser.on("error", (error) => this.#refuse(error.message.replace(/^[^a-z]*\d+:\d+: /i, ""), error));
    this.#parser.on("doctype", () =>
      this.#refuse("a document type declaration; lists have none, and entities are never expanded"),
    );
    this.#parser.on("opentagstart", () => {
      this.#tag = { line: this.#parser.line, column: Math.max(1, this.#parser.column) };
    });
    this.#parser.on("opentag", (tag) => this.#begin(localName(tag.name), tag.attributes));
    this.#parser.on("closetag", () => this.#end());
    this.#parser.on("text", (text) => this.#text(text));
    this.#parser.on("cdata", (text) => this.#text(text));
    this.#parser.on("comment", () => {
      this.#sinceEvent = 0;
    });
  }

  write(part: string): void {
    this.#sinceEvent += part.length;
    this.#parser.write(part);
    // A value that never ends would be collected whole before the parser reports it.
    if (this.#sinceEvent > LIST_LIMITS.valueCharsMax * 2) this.#limit("valueCharsMax");
  }

  end(): XmlFrame {
    this.#parser.close();
    if (this.#root === null) return this.#refuse("no element in it");
    return { root: this.#root.name, attributes: this.#root.attributes, others: this.#others };
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#sinceEvent = 0;
    const local = localAttributes(attributes);
    if (this.#root === null) {
      if (!this.#options.roots.includes(name)) {
        const html = name.toLowerCase() === "html";
        this.#refuse(
          html
            ? "this is an HTML page, not a list"
            : `the root is <${name}>, not <${this.#options.roots.join("> or <")}>`,
        );
      }
      this.#root = { name, attributes: local };
      return;
    }
    this.#path.push(name);
    if (this.#path.length + 1 > LIST_LIMITS.xmlDepthMax) this.#limit("xmlDepthMax");
    if (this.#open.length === 0) this.#inRecord = 0;
    if (this.#open.length > 0 || this.#options.records.includes(this.#path.join("/"))) {
      this.#inRecord += 1;
      if (this.#inRecord > LIST_LIMITS.recordElementsMax) this.#limit("recordElementsMax");
      this.#open.push({ name, attributes: local, children: [], text: "", ...this.#tag });
    }
  }

  #end(): void {
    this.#sinceEvent = 0;
    const path = this.#path.join("/");
    const closed = this.#open.pop();
    this.#path.pop();
    if (closed === undefined) {
      this.#other(path);
      return;
    }
    const text = this.#options.verbatim === true ? closed.text : closed.text.trim();
    const element: XmlElement = { ...closed, text };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#onRecord(element, path);
    else parent.children.push(element);
  }

  #other(path: string): void {
    if (path === "" || this.#options.records.some((record) => record.startsWith(`${path}/`))) return;
    const key = this.#others.has(path) || this.#others.size < OTHER_PATHS_MAX ? path : "…";
    this.#others.set(key, (this.#others.get(key) ?? 0) + 1);
  }

  #text(text: string): void {
    this.#sinceEvent = 0;
    const open = this.#open.at(-1);
    if (open === undefined) return;
    open.text += text;
    if (open.text.length > LIST_LIMITS.valueCharsMax) this.#limit("valueCharsMax");
  }

  #where(): string {
    return `line ${this.#parser.line}, column ${this.#parser.column}`;
  }

  #limit(limit: "valueCharsMax" | "xmlDepthMax" | "recordElementsMax"): never {
    const where = `${this.#file.name}: ${this.#where()}`;
    throw new Fault({ code: "limit-exceeded", limit, allowed: LIST_LIMITS[limit], where });
  }

  #refuse(reason: string, cause?: unknown): never {
    const truncated = /^unclosed tag|^unexpected end/.test(reason);
    const said = truncated ? `the file ends before the document does (${reason.replace(/\.$/, "")})` : reason;
    const damage = damageOf(this.#file.bytes, this.#encoding);
    throw unreadable(
      this.#options.format,
      this.#file,
      { where: this.#where(), reason: damage ?? said },
      cause,
    );
  }
}

/**
 * Reads an XML list record by record, in bounded memory. Throws a `Fault` with file, line, column and reason for what
 * is not the whole well-formed document that the options describe; a document type declaration is always refused.
 */
export function readElements(
  file: SourceFile,
  options: XmlOptions,
  onRecord: (element: XmlElement, path: string) => void,
): XmlFrame {
  refuseForeignContent(file, options.format);
  const encoding = encodingOf(file, options.format);
  const parser = new RecordParser(file, options, encoding, onRecord);
  decodeInto(file, options.format, encoding, (part) => parser.write(part));
  return parser.end();
}

/**
 * Reads an XML document of which one piece comes after the other, and gives the records of each piece together. Throws as
 * `readElements` does.
 */
export async function* streamElements(
  name: string,
  options: XmlOptions,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly XmlElement[]> {
  const unseen: SourceFile = { name, bytes: new Uint8Array() };
  let records: XmlElement[] = [];
  let reader: PieceReader | null = null;
  for await (const piece of pieces) {
    reader ??= pieceReader(unseen, options, piece, (element) => records.push(element));
    reader(piece, true);
    if (records.length > 0) yield records;
    records = [];
  }
  if (reader === null) throw unreadable(options.format, unseen, { where: "byte 0", reason: "it is empty" });
  reader(unseen.bytes, false);
  if (records.length > 0) yield records;
}

/** Takes a piece in, and whether more follow. */
type PieceReader = (piece: Uint8Array, more: boolean) => void;

/** Reads the pieces of a file of which the first says what the whole is written in. */
function pieceReader(
  unseen: SourceFile,
  options: XmlOptions,
  first: Uint8Array,
  onRecord: (element: XmlElement) => void,
): PieceReader {
  const beginning = { name: unseen.name, bytes: first };
  refuseForeignContent(beginning, options.format);
  const encoding = encodingOf(beginning, options.format);
  const parser = new RecordParser(unseen, options, encoding, onRecord);
  const decode = pieceDecoder(unseen, options.format, encoding);
  return (piece, more) => {
    parser.write(decode(piece, more));
    if (!more) parser.end();
  };
}

/** The children of that local name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of that local name, or null. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

/** All elements at the end of the path: `elementsAt(entry, "akaList", "aka")`. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((parent) => childrenOf(parent, name)),
    [element],
  );
}

/** The text of the first element at the end of the path, trimmed; null where there is none or it is blank. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  return textsAt(element, ...path)[0] ?? null;
}

/** The texts of all elements at the end of the path, blank ones left out. */
export function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  return elementsAt(element, ...path).flatMap(({ text }) => (text === "" ? [] : [text]));
}

/** An attribute's value, trimmed; null where it is missing or blank. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const value = Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? "").trim() : "";
  return value === "" ? null : value;
}

/**
 * Reports each element and attribute below a record whose path (`akaList/aka/uid`, `nameAlias@strong`) is not among the
 * known ones, so that a publisher's new field is counted and never overlooked. Below an unknown element it stops.
 */
export function reportUnknown(
  element: XmlElement,
  known: ReadonlySet<string>,
  report: (path: string) => void,
  path = "",
): void {
  for (const name of Object.keys(element.attributes)) {
    if (!known.has(`${path}@${name}`)) report(`${path}@${name}`);
  }
  for (const child of element.children) {
    const below = path === "" ? child.name : `${path}/${child.name}`;
    if (known.has(below)) reportUnknown(child, known, report, below);
    else report(below);
  }
}

/** A record as text again, for a rejected row: short, without its layout. */
export function elementText(element: XmlElement, charsMax = 2_000): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${value}"`);
  let text = `<${element.name}${attributes.join("")}>${element.text}`;
  for (const child of element.children) {
    if (text.length > charsMax) break;
    text += elementText(child, charsMax - text.length);
  }
  return `${text}</${element.name}>`.slice(0, charsMax);
}

/** Where an element stands, as a fault or a rejected row says it. */
export function placeOf(element: XmlElement): string {
  return `line ${element.line}, column ${element.column}`;
}
