import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { titleInKorean, titlesInside } from "./titles.ts";

const data = join(import.meta.dirname, "../../data");
const read = (file: string) => JSON.parse(readFileSync(join(data, file), "utf8"));

describe("titles of the bundled data", () => {
  it("are all known in Korean: lists, who publishes them, kinds of approval and their offices, who names the signs", () => {
    const { lists } = read("lists.json") as { lists: { title: string; publisher: string }[] };
    const { templates } = read("waivers/templates.json") as {
      templates: { title: string; office: string }[];
    };
    const { sources } = read("redflags/sources.json") as { sources: { title: string }[] };
    const { steps } = read("../examples/2019-video-reunion/tour.json") as { steps: { source: string }[] };
    const titles = [
      ...steps.flatMap(({ source }) => (source === "" ? [] : [source])),
      ...sources.map(({ title }) => title),
      ...lists.flatMap(({ title, publisher }) => [title, publisher]),
      ...templates.flatMap(({ title, office }) => [title, office]),
    ];
    expect(titles.length).toBeGreaterThan(40);
    expect(titles.filter((title) => titleInKorean(title) === null)).toEqual([]);
  });

  it("keep what an application adds, and what somebody else wrote", () => {
    expect(titleInKorean("Approval to visit the North: A team of six")).toBe("방북 승인: A team of six");
    expect(titleInKorean("Our own list")).toBeNull();
  });

  it("are said in Korean inside a sentence, the longer before the shorter", () => {
    expect(titlesInside("OFAC digital currency addresses (ETH), OFAC SDN List 24979")).toBe(
      "OFAC 가상자산 주소(ETH), OFAC SDN 명단 24979",
    );
  });
});
