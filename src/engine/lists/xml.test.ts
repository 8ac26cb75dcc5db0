import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault } from "../../fault.ts";
import { LIST_LIMITS, type SourceFile } from "./reader.ts";
import {
  attributeOf,
  elementsAt,
  readElements,
  reportUnknown,
  rootName,
  textAt,
  textsAt,
  type XmlElement,
} from "./xml.ts";

const OPTIONS = { format: "test", roots: ["LIST"], records: ["PARTIES/PARTY"] };
const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<LIST date="2024-05-03" xmlns:x="urn:x">
  <INFO><COUNT>2</COUNT></INFO>
  <PARTIES>
    <x:PARTY id="1"><NAME>정성화 &amp; <![CDATA[<sons>]]></NAME><NAME/></x:PARTY>
    <PARTY id=" 2 "><NAME>b</NAME><NEW kind="k"><DEEP/></NEW></PARTY>
  </PARTIES>
</LIST>`;

function file(content: string | Uint8Array): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name: "list.xml", bytes };
}

function read(content: string | Uint8Array): XmlElement[] {
  const records: XmlElement[] = [];
  readElements(file(content), OPTIONS, (element) => records.push(element));
  return records;
}

function reasonOf(content: string | Uint8Array): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return "no fault";
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

test("records come out whole, by local name, with their place", () => {
  const [one, two] = read(WHOLE);
  expect(one).toMatchObject({ name: "PARTY", attributes: { id: "1" }, line: 5 });
  expect(one && textsAt(one, "NAME")).toEqual(["정성화 & <sons>"]);
  expect(one && elementsAt(one, "NAME")).toHaveLength(2);
  expect(
    two && [attributeOf(two, "id"), attributeOf(two, "toString"), textAt(two, "NAME"), textAt(two, "NO")],
  ).toEqual(["2", null, "b", null]);
  const unknown: string[] = [];
  if (two) reportUnknown(two, new Set(["@id", "NAME"]), (path) => unknown.push(path));
  expect(unknown).toEqual(["NEW"]);
});

test("what stands beside the records is counted", () => {
  const frame = readElements(file(WHOLE), OPTIONS, () => undefined);
  expect(frame.attributes.date).toBe("2024-05-03");
  expect([...frame.others]).toEqual([
    ["INFO/COUNT", 1],
    ["INFO", 1],
  ]);
  expect(rootName(file(WHOLE))).toBe("LIST");
  expect(rootName(file("a,b"))).toBeNull();
});

test("byte order marks and declared encodings are followed", () => {
  const expected = ["정성화 & <sons>"];
  for (const content of [`\ufeff${WHOLE}`, utf16(WHOLE, false), utf16(WHOLE, true)]) {
    expect(
      read(content)
        .flatMap((record) => textsAt(record, "NAME"))
        .slice(0, 1),
    ).toEqual(expected);
  }
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><LIST><PARTIES><PARTY>Ren\u00e9</PARTY></PARTIES></LIST>',
    "latin1",
  );
  expect(read(new Uint8Array(latin))[0]?.text).toBe("René");
  expect(reasonOf('<?xml version="1.0" encoding="EBCDIC-INT"?><LIST/>')).toMatch(
    /line 1: encoding EBCDIC-INT is not supported/,
  );
});

test("each kind of wrong file is named with its place", () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      "truncated",
      WHOLE.slice(0, 260),
      /line \d+, column \d+: the file ends before the document does \(unclosed tag: /,
    ],
    ["empty", "", /byte 0: the file is empty/],
    ["blank", " \n", /only white space/],
    ["HTML", "\n<!DOCTYPE html><html><body>503</body></html>", /this is an HTML page, not a list/],
    ["XHTML", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', /this is an HTML page/],
    ["gzip", new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip-compressed/],
    ["ZIP", new Uint8Array([0x50, 0x4b, 3, 4]), /ZIP archive/],
    ["another root", "<sdnList/>", /the root is <sdnList>, not <LIST>/],
    ["DTD", '<!DOCTYPE LIST [<!ENTITY a "aaaa">]><LIST>&a;</LIST>', /document type declaration/],
    ["unknown entity", "<LIST>&a;</LIST>", /line 1, column \d+: undefined entity/],
    [
      "lost high bytes",
      "<LIST><PARTIES><PARTY>the government\u0019s</PARTY></PARTIES></LIST>",
      /control characters in the text \(the first at byte 36\): the file is damaged, its characters have lost their high byte/,
    ],
    [
      "not UTF-8",
      new Uint8Array(Buffer.from("<LIST>Ren\u00e9</LIST>", "latin1")),
      /bytes that are not utf-8/,
    ],
    ["text", "36,AEROCARIBBEAN", /column \d+: /],
    ["duplicate attribute", '<LIST a="1" a="2"/>', /duplicate attribute/],
  ];
  for (const [name, content, reason] of cases) expect(reasonOf(content), name).toMatch(reason);
});

test("depth and length are bounded", () => {
  const deep = `<LIST>${"<a>".repeat(1_000_000)}`;
  expect(reasonOf(deep)).toMatch(/limit xmlDepthMax/);
  const long = `<LIST><PARTIES><PARTY>${"a".repeat(LIST_LIMITS.valueCharsMax + 1)}</PARTY></PARTIES></LIST>`;
  expect(reasonOf(long)).toMatch(/limit valueCharsMax/);
  const endless = `<LIST a="${"a".repeat(LIST_LIMITS.valueCharsMax * 3)}"/>`;
  expect(reasonOf(endless)).toMatch(/limit valueCharsMax/);
});

test("a mutated document gives records or a Fault, never anything else", () => {
  const bytes = new TextEncoder().encode(WHOLE);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
      const mutated = bytes.slice(0, Math.max(1, length));
      if (at < mutated.length) mutated[at] = byte;
      reasonOf(mutated);
    }),
    { numRuns: 500 },
  );
});

test("a record that never ends is refused before it fills the memory", () => {
  const cells = "<c/>".repeat(LIST_LIMITS.recordElementsMax + 1);
  const file = { name: "list.xml", bytes: new TextEncoder().encode(`<list><row>${cells}</row></list>`) };
  const read = () =>
    readElements(file, { format: "test", roots: ["list"], records: ["row"] }, () => undefined);
  expect(read).toThrow(/more than 100000 \(limit recordElementsMax\)/);
});
