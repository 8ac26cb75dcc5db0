import { describe, expect, it } from "vitest";
import { readAddress, samePlace } from "./address.ts";

const same = (a: string, b: string): boolean => {
  const [left, right] = [readAddress(a), readAddress(b)];
  return left !== null && right !== null && samePlace(left, right) && samePlace(right, left);
};

describe("addresses of one place", () => {
  it.each([
    [
      "Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji, Jilin 133000, China",
      "20998B-26 Changbaishan East Road, Yanji, Jilin",
    ],
    ["Changbaishan Donglu 20998B-26, Yanji", "20998B-26 Changbaishan East Road, Yanji, Jilin"],
    ["吉林省延吉市长白山东路20998B-26号", "Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji, Jilin"],
    ["41 Ulitsa Klary Tsetskin, Vladivostok", "ul. Klary Tsetskin, dom 41, Vladivostok"],
    [
      "No. 213-214, Building 2, Science and Technology Industrial Park, Yanji",
      "Building 2, 213-214 Science & Technology Industrial Park, Yanji City",
    ],
    ["0041 Klary Tsetskin St., Vladivostok", "41 Klary Tsetskin Street, Vladivostok"],
  ])("%s = %s", (a, b) => {
    expect(same(a, b)).toBe(true);
  });
});

describe("addresses of different places", () => {
  it.each([
    ["a city in common", "Yanji, Jilin, China", "20998B-26 Changbaishan East Road, Yanji, Jilin, China"],
    [
      "a postal code in common",
      "5 Station Street, Yanji 133000, China",
      "20998B-26 Changbaishan East Road, Yanji 133000",
    ],
    ["a road in common", "12 Changbaishan East Road, Yanji", "20998B-26 Changbaishan East Road, Yanji"],
    [
      "a room number and a city in common",
      "Room 305, Harbour Tower, Shenyang, China",
      "Room 305, Golden Plaza, Shenyang, China",
    ],
    ["a house number in common", "41 Ulitsa Svetlanskaya, Vladivostok", "41 Klary Tsetskin Street, Moscow"],
    ["nothing that tells houses apart", "Pyongyang, Korea", "Pyongyang, Korea"],
    ["no text", "", "?!"],
  ])("%s", (_, a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
