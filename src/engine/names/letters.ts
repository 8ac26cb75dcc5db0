import type { Script } from "./scripts.ts";

function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(" ").map((pair): [string, string] => {
      const [letter, latin] = pair.split("=");
      return [letter ?? "", latin ?? ""];
    }),
  );
}

/** Cyrillic as English writes it (BGN/PCGN without its signs); letters of all Cyrillic alphabets met on the lists. */
const CYRILLIC_ENGLISH = table(
  "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ј=j љ=lj њ=nj ђ=dj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz қ=q ң=ng ғ=gh ү=u ұ=u һ=h ә=a ө=o ӣ=i ӯ=u ҳ=h ҷ=j җ=j ҡ=q ҙ=z ҫ=s ѣ=e",
);

/** Cyrillic as passports write it (ICAO Doc 9303), where that differs. */
const CYRILLIC_PASSPORT = new Map([
  ...CYRILLIC_ENGLISH,
  ...table("ё=e й=i ю=iu я=ia ъ=ie ы=y щ=shch є=ie ї=i х=kh"),
]);

const GREEK = table(
  "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o",
);
const HEBREW = table(
  "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t",
);
const THAI = table(
  "ก=k ข=kh ค=kh ฆ=kh ง=ng จ=ch ฉ=ch ช=ch ฌ=ch ซ=s ศ=s ษ=s ส=s ญ=y ด=d ฎ=d ต=t ฏ=t ถ=th ท=th ธ=th ฐ=th ฑ=th ฒ=th น=n ณ=n บ=b ป=p ผ=ph พ=ph ภ=ph ฝ=f ฟ=f ม=m ย=y ร=r ล=l ฬ=l ว=w ห=h ฮ=h อ=o ะ=a ั=a า=a ิ=i ี=i ึ=ue ื=ue ุ=u ู=u เ=e แ=ae โ=o ใ=ai ไ=ai",
);
const ARMENIAN = table(
  "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev",
);
const GEORGIAN = table(
  "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h",
);

const TABLES: Partial<Readonly<Record<Script, ReadonlyMap<string, string>>>> = {
  cyrillic: CYRILLIC_ENGLISH,
  greek: GREEK,
  hebrew: HEBREW,
  thai: THAI,
  armenian: ARMENIAN,
  georgian: GEORGIAN,
};

/** A word in Latin letters, letter by letter; letters that the script's table lacks are left out. */
export function romanizeLetters(word: string, script: Script): string {
  if (script === "cyrillic") return romanizeCyrillic(word, "english");
  const letters = TABLES[script];
  if (letters === undefined) return word;
  let latin = "";
  for (const letter of word) latin += letters.get(letter) ?? (/[0-9]/.test(letter) ? letter : "");
  if (script === "greek")
    return latin.replace(/oy/g, "ou").replace(/^mp/, "b").replace(/^nt/, "d").replace(/gk/g, "g");
  return latin;
}

/** A Cyrillic word the English or the passport way; Ukrainian and Belarusian are known by their own letters. */
export function romanizeCyrillic(word: string, way: "english" | "passport"): string {
  const letters = way === "english" ? CYRILLIC_ENGLISH : CYRILLIC_PASSPORT;
  const ukrainian = /[іїєґ]/.test(word);
  let latin = "";
  let before = "";
  for (const letter of word
    .replace(/и\u0306/g, "й")
    .replace(/у\u0306/g, "ў")
    .normalize("NFC")) {
    let part = letters.get(letter) ?? (/[0-9]/.test(letter) ? letter : "");
    if (way === "english" && letter === "е" && (before === "" || /[аеёиоуыэюяъь]/.test(before))) part = "ye";
    if (ukrainian && letter === "г") part = "h";
    if (ukrainian && letter === "и") part = "y";
    latin += part;
    before = letter;
  }
  return way === "english" ? latin.replace(/(?:iy|yy)$/, "y") : latin.replace(/ii$/, "ii");
}
