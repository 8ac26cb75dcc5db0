import type { ReactNode } from "react";
import type { FactChange } from "../api/shapes.ts";
import { FirstFew } from "../components/first-few.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayValue } from "../words/saying.ts";
import style from "./entry-changes.module.css";
import { pairTexts } from "./word-changes.ts";
import { WordDifference } from "./word-difference.tsx";

/** Longer texts are folded: reasons have hundreds of words. */
const OPEN_CHARS_MAX = 160;
/** More values than these are folded. */
const OPEN_VALUES_MAX = 6;

/** What changed of one entry, a line for each fact: what was added, what was removed, or which words of a text came and went. */
export function ChangedFacts({ changes }: { readonly changes: readonly FactChange[] }): ReactNode {
  const { language } = useLanguage();
  return (
    <ul className={style.facts}>
      {changes.map(({ fact, ...sides }) => {
        const { changed, gained, lost } = pairTexts(sides.gained, sides.lost);
        return (
          <li key={fact}>
            <span className={style.fact}>{sayProperty(language, fact)}</span>
            <div>
              {changed.map(({ after, pieces }) => (
                <WordDifference key={after} pieces={pieces} />
              ))}
              <Side word="added" fact={fact} values={gained} />
              <Side word="removed" fact={fact} values={lost} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Side({
  word,
  fact,
  values,
}: {
  readonly word: "added" | "removed";
  readonly fact: string;
  readonly values: readonly string[];
}): ReactNode {
  const { t, language } = useLanguage();
  if (values.length === 0) return null;
  const line = (value: string): ReactNode => {
    const said = sayValue(language, fact.replace(/^(?:edtf|sanction)\./, ""), value);
    return (
      <span key={value} className={style.side} data-word={word}>
        <span className={style.sign} aria-hidden>
          {word === "added" ? "+" : "−"}
        </span>
        <span>
          {said.length > OPEN_CHARS_MAX ? (
            <details>
              <summary>
                <Name name={`${said.slice(0, OPEN_CHARS_MAX)} …`} />
              </summary>
              <Name name={said} />
            </details>
          ) : (
            <Name name={said} />
          )}{" "}
          <span className={style.word}>{t(`list.fact.${word}`)}</span>
        </span>
      </span>
    );
  };
  return <FirstFew items={values} shown={OPEN_VALUES_MAX} line={line} />;
}
