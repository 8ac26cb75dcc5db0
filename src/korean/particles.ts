const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const FINALS = 28;
/** The final ㄹ, after which 로 stands and not 으로. */
const RIEUL = 8;

/** How a word ends when it is spoken: with a vowel, with ㄹ, or with another consonant. */
type Ending = "vowel" | "rieul" | "consonant";

/** Digits and letters as their Korean names end: 일, 엘, 엠. */
const SPOKEN: Readonly<Record<string, Ending>> = {
  0: "consonant",
  1: "rieul",
  3: "consonant",
  6: "consonant",
  7: "rieul",
  8: "rieul",
  L: "rieul",
  M: "consonant",
  N: "consonant",
  R: "rieul",
};

/** How a word ends; null for a foreign word whose sound its letters do not tell. */
function endingOf(before: string): Ending | null {
  const word = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(before)?.[0] ?? "";
  const last = word.at(-1) ?? "";
  const code = last.charCodeAt(0);
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) {
    const final = (code - HANGUL_FIRST) % FINALS;
    return final === 0 ? "vowel" : final === RIEUL ? "rieul" : "consonant";
  }
  if (/\d/.test(last)) return SPOKEN[last] ?? "vowel";
  // Capitals alone are read letter by letter.
  if (/^[A-Z]{1,5}$/.test(word)) return SPOKEN[last] ?? "vowel";
  return endingOfLatin(word.toLowerCase());
}

/** How a Latin word ends as Korean writes it: 코퍼레이션, 빌, 스타, 하우스; null where that differs from word to word. */
function endingOfLatin(word: string): Ending | null {
  // The last sounds of 타임, 라인, 나일 are those before the e that nobody speaks.
  const heard = word.replace(/(?<=[aeiouy][lmn])e$/, "");
  if (/l$/.test(heard)) return "rieul";
  if (/(?:[mn]|ng)$/.test(heard)) return "consonant";
  // What ends in these gets a vowel of its own, and so does a stop after a consonant: 뱅크, 트러스트, but 박 is written Park.
  return /(?:[aeiouyrszxfvjhdw]|[^aeiouyr][kptcbgq])$/.test(heard) ? "vowel" : null;
}

type Particle = { readonly open: string; readonly closed: string; readonly rieul?: string };

const PARTICLES: Readonly<Record<string, Particle>> = {
  "이(가)": { open: "가", closed: "이" },
  "은(는)": { open: "는", closed: "은" },
  "을(를)": { open: "를", closed: "을" },
  "와(과)": { open: "와", closed: "과" },
  "(으)로": { open: "로", closed: "으로", rieul: "로" },
};

/** A Korean sentence with each particle that stood in both forms in the one that its word asks for; both where that cannot be told. */
export function withParticles(sentence: string): string {
  return sentence.replaceAll(
    /(이\(가\)|은\(는\)|을\(를\)|와\(과\)|\(으\)로)/g,
    (both, _group: string, at: number) => {
      const particle = PARTICLES[both];
      const ending = endingOf(sentence.slice(0, at));
      if (particle === undefined || ending === null) return both;
      if (ending === "vowel") return particle.open;
      return ending === "rieul" ? (particle.rieul ?? particle.closed) : particle.closed;
    },
  );
}
