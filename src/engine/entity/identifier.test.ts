import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keccak256 } from "./crypto-address.ts";
import { IDENTIFIER_KINDS, type IdentifierKind, normalizeIdentifier } from "./identifier.ts";

const VECTORS: readonly (readonly [IdentifierKind, string, string, boolean | null])[] = [
  ["lei", "5493 001K JTII GC8Y 1R12", "5493001KJTIIGC8Y1R12", true],
  ["lei", "5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R13", false],
  ["lei", "213800WSGIIZCXF1P572", "213800WSGIIZCXF1P572", true],
  ["bic", "deut de ff", "DEUTDEFF", null],
  ["bic", "FTBDKPPY", "FTBDKPPY", null],
  ["bic", "DEUTD", "DEUTD", false],
  ["iban", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432", true],
  ["iban", "GB82 WEST 1234 5698 7654 33", "GB82WEST12345698765433", false],
  ["iban", "DE89370400440532013000", "DE89370400440532013000", true],
  ["imo", "IMO 9074729", "9074729", true],
  ["imo", "IMO9562233", "9562233", true],
  ["imo", "IMO 9074728", "9074728", false],
  ["imo", "IMO 907472", "907472", false],
  ["mmsi", "445 539 000", "445539000", null],
  ["mmsi", "44553900", "44553900", false],
  ["container", "CSQU 305438-3", "CSQU3054383", true],
  ["container", "CSQU3054384", "CSQU3054384", false],
  ["uscc", "91110000600037341L", "91110000600037341L", true],
  ["uscc", "91110000600037341M", "91110000600037341M", false],
  ["inn", "7707083893", "7707083893", true],
  ["inn", "INN 500100732259", "500100732259", true],
  ["inn", "7707083894", "7707083894", false],
  ["ogrn", "1027700132195", "1027700132195", true],
  ["ogrn", "304500116000157", "304500116000157", true],
  ["ogrn", "1027700132196", "1027700132196", false],
  ["isin", "US0378331005", "US0378331005", true],
  ["isin", "US0378331006", "US0378331006", false],
  ["document", " ｐ-1234 / 567 ", "P1234567", null],
  ["document", "'06FBO2262", "06FBO2262", null],
  ["crypto", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", true],
  ["crypto", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", false],
  [
    "crypto",
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    true,
  ],
  [
    "crypto",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    true,
  ],
  [
    "crypto",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
    false,
  ],
  [
    "crypto",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    true,
  ],
  [
    "crypto",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    false,
  ],
  [
    "crypto",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    null,
  ],
  ["crypto", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", true],
  ["crypto", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", true],
];

describe("normalizeIdentifier", () => {
  it.each(VECTORS)("%s %s is compared as %s, check: %s", (kind, raw, value, valid) => {
    expect(normalizeIdentifier(kind, raw)).toEqual({ value, valid });
  });

  it("never throws and gives the same value for a value it gave", () => {
    const kinds = [...new Set(Object.values(IDENTIFIER_KINDS)), "container" as const];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: "grapheme-ascii" }), (kind, raw) => {
        const { value } = normalizeIdentifier(kind, raw);
        expect(normalizeIdentifier(kind, value).value).toBe(value);
      }),
    );
  });

  it("finds every single wrong digit of an LEI, an IBAN and an IMO number", () => {
    const right: readonly (readonly [IdentifierKind, string])[] = [
      ["lei", "5493001KJTIIGC8Y1R12"],
      ["iban", "DE89370400440532013000"],
      ["imo", "9074729"],
    ];
    for (const [kind, value] of right) {
      for (const at of Array.from(value, (char, place) => (/\d/u.test(char) ? place : -1))) {
        if (at < 0) continue;
        const wrong = String((Number(value[at]) + 1) % 10);
        const result = normalizeIdentifier(kind, value.slice(0, at) + wrong + value.slice(at + 1));
        expect(result.valid).toBe(false);
      }
    }
  });
});

describe("keccak256", () => {
  it("hashes nothing and a short text as Ethereum does", () => {
    const hex = (text: string): string =>
      Buffer.from(keccak256(new TextEncoder().encode(text))).toString("hex");
    expect(hex("")).toBe("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    expect(hex("abc")).toBe("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  });
});
