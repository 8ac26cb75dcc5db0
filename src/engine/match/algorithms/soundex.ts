/** Digit of each letter A to Z; 0 for vowels, which part equal digits, and `-` for H and W, which do not. */
const DIGITS = "01230120022455012623010202".replace(/./g, (digit, at: number) =>
  at === 7 || at === 22 ? "-" : digit,
);

/** American Soundex of a word in Latin capitals (US National Archives' rules): a letter and three digits; "" for other words. */
export function soundex(word: string): string {
  if (!/^[A-Z]+$/.test(word)) return "";
  let code = word.charAt(0);
  let last = DIGITS.charAt(word.charCodeAt(0) - 65);
  for (let at = 1; at < word.length && code.length < 4; at += 1) {
    const digit = DIGITS.charAt(word.charCodeAt(at) - 65);
    if (digit === "-") continue;
    if (digit !== "0" && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(4, "0");
}
