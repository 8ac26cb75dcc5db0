import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { propertiesOf, TOKENS } from "./tokens.ts";

/** The accent from its lightest to its darkest; 7 is the light scheme's accent, 3 the dark one's. */
const tide: MantineColorsTuple = [
  "#E7F0FB",
  "#D3E4FA",
  "#C4DAFF",
  "#A6C8FF",
  "#6FA6EF",
  "#3F88DD",
  "#2475D2",
  TOKENS.accent.light,
  TOKENS["accent-hover"].light,
  "#0B3F80",
];

/** Mantine's own look, set once; components read the custom properties alone. */
export const theme = createTheme({
  primaryColor: "tide",
  primaryShade: { light: 7, dark: 3 },
  colors: { tide },
  autoContrast: true,
  // `base.css` gives Korean pages and Chinese names an order of their own.
  fontFamily:
    "'Pretendard GOV Latin', 'Pretendard GOV Variable', 'Noto Sans SC Variable', 'Noto Sans Arabic Variable', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Pretendard GOV Latin', 'Pretendard GOV Variable', monospace",
  defaultRadius: 4,
  radius: { xs: "4px", sm: "4px", md: "8px", lg: "8px", xl: "8px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  fontSizes: {
    xs: "0.8125rem",
    sm: "0.9375rem",
    md: "0.9375rem",
    lg: "1.0625rem",
    xl: "1.1875rem",
  },
  lineHeights: { xs: "1.54", sm: "1.6", md: "1.6", lg: "1.65", xl: "1.48" },
  headings: { fontWeight: "600" },
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    Button: { defaultProps: { size: "md" } },
    Anchor: { defaultProps: { underline: "always" } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** Gives Mantine's variables the tokens' values, so that both read one source. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const of = (scheme: "light" | "dark") => ({
    ...propertiesOf(scheme),
    "--mantine-color-body": TOKENS.canvas[scheme],
    "--mantine-color-text": TOKENS.text[scheme],
    "--mantine-color-dimmed": TOKENS.muted[scheme],
    "--mantine-color-default": TOKENS.surface[scheme],
    "--mantine-color-default-border": TOKENS.edge[scheme],
    "--mantine-color-error": TOKENS.error[scheme],
    "--mantine-color-anchor": TOKENS.accent[scheme],
    "--mantine-color-placeholder": TOKENS.muted[scheme],
  });
  // Fields take their ground from here in the dark.
  const fields = { "--mantine-color-dark-6": TOKENS.raised.dark };
  return { variables: {}, light: of("light"), dark: { ...of("dark"), ...fields } };
};
