const SYLLABLES = new Map(
  (
    "あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko が=ga ぎ=gi ぐ=gu げ=ge ご=go さ=sa し=shi す=su せ=se そ=so ざ=za じ=ji ず=zu ぜ=ze ぞ=zo " +
    "た=ta ち=chi つ=tsu て=te と=to だ=da ぢ=ji づ=zu で=de ど=do な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po " +
    "ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n ゔ=vu ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゃ=ya ゅ=yu ょ=yo"
  )
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
);

/** Kana in Hepburn letters without length marks: ミュンスター → myunsuta. */
export function romanizeKana(word: string): string {
  let latin = "";
  let doubled = false;
  for (const letter of word) {
    const code = letter.codePointAt(0) as number;
    const hiragana = code >= 0x30a1 && code <= 0x30f4 ? String.fromCodePoint(code - 0x60) : letter;
    if (hiragana === "っ") {
      doubled = true;
      continue;
    }
    const part = SYLLABLES.get(hiragana);
    if (part === undefined) continue;
    if (/[ゃゅょ]/.test(hiragana))
      latin = latin.replace(/i$/, /(?:sh|ch|j)i$/.test(latin) ? "" : "y") + part.slice(1);
    else if (/[ぁぃぅぇぉ]/.test(hiragana)) latin = latin.replace(/[uoi]$/, "") + part;
    else latin += (doubled ? part.charAt(0) : "") + part;
    doubled = false;
  }
  return latin;
}
