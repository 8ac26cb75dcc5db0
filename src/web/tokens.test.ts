import { describe, expect, it } from "vitest";
import { TOKENS, type Token, VERDICTS } from "./tokens.ts";

/** Relative luminance of a color, WCAG 2.2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const SCHEMES = ["light", "dark"] as const;

describe.each(SCHEMES)("in the %s scheme", (scheme) => {
  const of = (token: Token) => token[scheme];

  it.each(["text", "muted", "accent", "accent-hover", "error"] as const)("%s can be read", (name) => {
    for (const ground of [TOKENS.surface, TOKENS.canvas])
      expect(contrast(of(TOKENS[name]), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it("the edge of a control is seen", () => {
    expect(contrast(of(TOKENS.edge), of(TOKENS.surface))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(VERDICTS))("%s: words on the tint can be read, and the sign is seen", (_, parts) => {
    expect(contrast(of(parts.ink), of(parts.tint))).toBeGreaterThanOrEqual(4.5);
    const icon = scheme === "light" ? "#FFFFFF" : TOKENS.canvas.dark;
    expect(contrast(of(parts.solid), icon)).toBeGreaterThanOrEqual(3);
  });
});
