/** Codes of ISO 3166-1 that a sentence may name by their names. */
const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(
    " ",
  );

/** Names that people use beside the official ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  dprk: "kp",
  "north korean": "kp",
  북한: "kp",
  조선: "kp",
  북조선: "kp",
  "south korean": "kr",
  한국: "kr",
  대한민국: "kr",
  chinese: "cn",
  russian: "ru",
  usa: "us",
  uk: "gb",
};

/** Codes by every name; filled when the first is looked for. */
const NAMES = new Map(Object.entries(OTHER_NAMES));

function readNames(): void {
  for (const locale of ["en-GB", "ko-KR"]) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined) NAMES.set(name.toLowerCase(), code.toLowerCase());
    }
  }
}

/** The code of a country by a name that people write, in English or Korean; null for anything else. */
export function countryNamed(text: string): string | null {
  if (!NAMES.has("north korea")) readNames();
  return NAMES.get(text.toLowerCase()) ?? null;
}
