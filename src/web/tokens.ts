/** One color in both schemes. */
export type Token = { readonly light: string; readonly dark: string };

const token = (light: string, dark: string): Token => ({ light: `#${light}`, dark: `#${dark}` });

/** Surfaces, text, edges and the one accent. Contrasts are held by `tokens.test.ts`. */
export const TOKENS = {
  canvas: token("F6F7F8", "0F1215"),
  surface: token("FFFFFF", "171B20"),
  raised: token("FFFFFF", "1F252B"),
  sunken: token("ECEEF1", "0B0D10"),
  text: token("1B1F24", "E9ECEF"),
  muted: token("545C66", "A9B2BC"),
  edge: token("7A838E", "7C8894"),
  divider: token("D5DAE0", "333B44"),
  accent: token("1668C9", "A6C8FF"),
  "accent-hover": token("0F54A8", "C4DAFF"),
  selection: token("E7F0FB", "1B2C42"),
  error: token("B42318", "FF9B8F"),
} as const;

/** Colors of the four answers; nothing else may use them. `solid` carries an icon, `ink` is text on `tint`. */
export const VERDICTS = {
  clear: {
    solid: token("0A8F86", "5CCBB2"),
    ink: token("076A63", "5CCBB2"),
    tint: token("E1F4F2", "10302A"),
  },
  permitted: {
    solid: token("3F2F94", "A48BF0"),
    ink: token("3F2F94", "A48BF0"),
    tint: token("EDEAFA", "2A2147"),
  },
  refer: {
    solid: token("C07F00", "FFD97A"),
    ink: token("7A5200", "FFD97A"),
    tint: token("FFF3D9", "38290A"),
  },
  prohibited: {
    solid: token("8B1A1A", "E5675B"),
    ink: token("8B1A1A", "E5675B"),
    tint: token("FBE9E7", "3A1512"),
  },
} as const;

export type VerdictName = keyof typeof VERDICTS;

/** Every token as a CSS custom property of one scheme: `--s-text`, `--v-refer-tint` … */
export function propertiesOf(scheme: "light" | "dark"): Record<string, string> {
  const plain = Object.entries(TOKENS).map(([name, colors]) => [`--s-${name}`, colors[scheme]] as const);
  const verdicts = Object.entries(VERDICTS).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, colors]) => [`--v-${name}-${part}`, colors[scheme]] as const),
  );
  return Object.fromEntries([...plain, ...verdicts]);
}
