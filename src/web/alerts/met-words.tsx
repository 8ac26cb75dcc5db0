import type { ReactNode } from "react";
import type { Alert } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./met-words.module.css";

type MetWord = Alert["words"][number];

/** A word that nobody on the lists bears is rarer than can be told. */
export const ONE_IN_MAX = 8_000;

/** Scripts of which a spelling is said to be one, each with what its letters are known by. */
const SCRIPTS = [
  ["hangul", /\p{Script=Hangul}/u],
  ["kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["han", /\p{Script=Han}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["arabic", /\p{Script=Arabic}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
  ["thai", /\p{Script=Thai}/u],
  ["other", /./u],
] as const;

/** The words for how two met; of a spelling also of which script's. */
function howOf({ how, oursFrom, listedFrom }: MetWord) {
  if (how === null) return "words.how.nothing" as const;
  const from = oursFrom ?? listedFrom;
  const script =
    how === "romanization" && from !== null ? SCRIPTS.find(([, letters]) => letters.test(from)) : null;
  return script === null || script === undefined
    ? (`words.how.${how}` as const)
    : (`words.how.romanization.${script[0]}` as const);
}

/** Word by word: what of our name met what of theirs, by what way, from which script, and how rare the word is. */
export function MetWords({ words }: { readonly words: readonly MetWord[] }): ReactNode {
  const { t, language } = useLanguage();
  const rarity = (oneIn: number | null): string =>
    oneIn === null
      ? "–"
      : oneIn >= ONE_IN_MAX
        ? t("words.rarest", { count: sayNumber(language, ONE_IN_MAX) })
        : t("words.rare", { count: sayNumber(language, oneIn) });
  return (
    <table className={style.words}>
      <thead>
        <tr>
          <th scope="col">{t("alert.ours")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("words.how")}</span>
          </th>
          <th scope="col">{t("match.theirs")}</th>
          <th scope="col">{t("words.how")}</th>
          <th scope="col" className={style.number}>
            {t("words.rarity")}
          </th>
        </tr>
      </thead>
      <tbody>
        {words.map((word) => (
          <tr key={`${word.ours} ${word.listed}`} data-met={word.how !== null}>
            <td>
              <Word word={word.ours} from={word.oursFrom} />
            </td>
            <td aria-hidden className={style.sign}>
              {word.how === null ? "–" : word.how === "exact" ? "=" : "≈"}
            </td>
            <td>
              <Word word={word.listed} from={word.listedFrom} />
            </td>
            <td>{t(howOf(word))}</td>
            <td className={style.number}>{rarity(word.oneIn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Word({ word, from }: { readonly word: string | null; readonly from: string | null }): ReactNode {
  if (word === null) return "–";
  return (
    <>
      <Name name={word} />
      {from === null || from === word ? null : (
        <span className={style.from}>
          {" "}
          <Name name={from} />
        </span>
      )}
    </>
  );
}
