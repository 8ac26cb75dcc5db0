/** A Harmonized System code of 2, 4, 6, 8 or 10 digits without dots, or the reason why it is none. */
export type HsCode =
  | { readonly kind: "code"; readonly digits: string }
  | { readonly kind: "invalid"; readonly reason: string };

/** Chapters of the Harmonized System: 01 to 97, of which 77 is reserved for future use. 98 and 99 are national. */
export function readHsCode(raw: string): HsCode {
  const digits = raw.replace(/[\s.]/g, "");
  if (!/^\d+$/.test(digits))
    return { kind: "invalid", reason: `“${raw}” is not an HS code: it has more than digits and dots` };
  if (![2, 4, 6, 8, 10].includes(digits.length)) {
    return {
      kind: "invalid",
      reason: `“${raw}” is not an HS code: it has ${digits.length} digits, not 2, 4, 6, 8 or 10`,
    };
  }
  const chapter = Number(digits.slice(0, 2));
  if (chapter === 77)
    return { kind: "invalid", reason: `“${raw}” is in chapter 77, which is reserved and holds no goods` };
  if (chapter < 1 || chapter > 97)
    return { kind: "invalid", reason: `“${raw}” is in no chapter of the Harmonized System (01 to 97)` };
  return { kind: "code", digits };
}

/** `within`: the code lies in the scope. `wider`: the code is less exact than the scope, so it may or may not. */
export function compareHs(code: string, scope: string): "within" | "wider" | "outside" {
  if (code.startsWith(scope)) return "within";
  return scope.startsWith(code) ? "wider" : "outside";
}

/** `8528.52` as people write it. */
export function sayHs(digits: string): string {
  return digits.length <= 4 ? digits : `${digits.slice(0, 4)}.${digits.slice(4)}`;
}
