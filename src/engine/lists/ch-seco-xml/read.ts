import { parsePartialDate } from "../../entity/partial-date.ts";
import { EditionBuilder } from "../edition-builder.ts";
import type { EditionContent, ListReader, ReadContext, SourceFile } from "../reader.ts";
import {
  attributeOf,
  childrenOf,
  elementText,
  placeOf,
  readElements,
  reportUnknown,
  rootName,
  textAt,
  type XmlElement,
} from "../xml.ts";
import { createTargetWriter, type MeasureSet } from "./target.ts";

const FORMAT = "ch-seco-xml";

const PROGRAM: ReadonlySet<string> = new Set([
  ...["@ssid", "@version-date", "@predecessor-version-date", "program-key", "program-key@lang"],
  ...["program-name", "program-name@lang", "sanctions-set", "sanctions-set@ssid", "sanctions-set@lang"],
  "origin",
]);
const PLACE: ReadonlySet<string> = new Set([
  ...["@ssid", "location", "location-variant", "location-variant@variant-type", "area", "area-variant"],
  ...["area-variant@variant-type", "country", "country@iso-code"],
]);

function english(element: XmlElement, name: string): string {
  const all = childrenOf(element, name);
  const chosen = all.find((child) => /^en/iu.test(attributeOf(child, "lang") ?? "")) ?? all[0];
  return chosen?.text.trim() ?? "";
}

/** The sets of measures of one ordinance, by the number that targets name; a repeated ordinance adds its own. */
function addSets(program: XmlElement, sets: Map<string, MeasureSet>): void {
  const names = [english(program, "program-key"), english(program, "program-name")];
  for (const set of childrenOf(program, "sanctions-set")) {
    const id = attributeOf(set, "ssid");
    const language = attributeOf(set, "lang") ?? "";
    if (id === null || (sets.has(id) && !/^en/iu.test(language))) continue;
    sets.set(id, {
      program: names.filter((name) => name !== ""),
      measure: set.text.trim(),
      origin: textAt(program, "origin") ?? "",
    });
  }
}

/** A target without the former states that its modifications repeat whole: they are not how it stands. */
function withoutHistory(target: XmlElement): XmlElement {
  const children = target.children.map((child) =>
    child.name === "modification" ? { ...child, children: [] } : child,
  );
  return { ...target, children };
}

function read(files: readonly SourceFile[], context: ReadContext): EditionContent {
  const builder = new EditionBuilder({
    format: FORMAT,
    basis: "layout-sample",
    context,
    files,
    notes: ["This reader rests on samples of the official layout: look at what it reports as unread."],
  });
  const writer = createTargetWriter(builder);
  let date: string | null = null;
  for (const file of files) {
    const sets = new Map<string, MeasureSet>();
    const places = new Map<string, XmlElement>();
    const targets: XmlElement[] = [];
    const records = ["sanctions-program", "place", "target"];
    const frame = readElements(
      file,
      { format: FORMAT, roots: ["swiss-sanctions-list"], records },
      (element) => {
        if (element.name === "target") targets.push(withoutHistory(element));
        else if (element.name === "place") {
          reportUnknown(element, PLACE, (path) => builder.unread(`place/${path}`));
          places.set(attributeOf(element, "ssid") ?? "", element);
        } else {
          reportUnknown(element, PROGRAM, (path) => builder.unread(`sanctions-program/${path}`));
          addSets(element, sets);
        }
      },
    );
    date = parsePartialDate(frame.attributes.date ?? "")?.values[0] ?? date;
    if (frame.attributes["list-type"] === "amendment") {
      builder.note("This file holds amendments to the list and not the whole list.");
    }
    for (const [path, count] of frame.others) builder.unread(path, count);
    let delisted = 0;
    for (const target of targets) {
      const place = { file: file.name, where: placeOf(target), text: () => elementText(target) };
      builder.row(place, () => {
        const reason = writer.add(target, { sets, places, date });
        if (reason?.startsWith("de-listed") === true) delisted += 1;
        return reason;
      });
    }
    if (delisted > 0) {
      builder.note(`${delisted} targets of the file are off the list; they are kept as rejected rows.`);
    }
  }
  writer.finish();
  return builder.finish(date?.length === 10 ? date : null);
}

/** Reads Switzerland's list of sanctioned parties in the XML that SECO publishes. */
export const chSecoXml: ListReader = {
  format: FORMAT,
  basis: "layout-sample",
  recognizes: (files) => files.length > 0 && files.every((file) => rootName(file) === "swiss-sanctions-list"),
  read,
};
