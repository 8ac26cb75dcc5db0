import type { ReactNode } from "react";
import type { FactChange } from "../api/shapes.ts";
import { FirstFew } from "../components/first-few.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayValue } from "../words/saying.ts";
import style from "./entry-changes.module.css";
import { TextChange } from "./text-change.tsx";

/** Longer texts are folded: reasons have hundreds of words. */
const OPEN_CHARS_MAX = 160;
/** More values than these are folded. */
const OPEN_VALUES_MAX = 6;

/** What changed of one entry, a line for each fact: what was added, what was removed, or the one instead of the other. */
export function ChangedFacts({ changes }: { readonly changes: readonly FactChange[] }): ReactNode {
  const { language } = useLanguage();
  return (
    <ul className={style.facts}>
      {changes.map(({ fact, gained, lost }) => (
        <li key={fact}>
          <span className={style.fact}>{sayProperty(language, fact)}</span>
          <div>
            <Sides fact={fact} gained={gained} lost={lost} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A long text that was written anew is shown once, with what went struck out and what came marked; all else side by side. */
function Sides({ fact, gained, lost }: Omit<FactChange, "kind">): ReactNode {
  const [now, before] = [gained[0], lost[0]];
  const isRewritten =
    gained.length === 1 &&
    lost.length === 1 &&
    now !== undefined &&
    before !== undefined &&
    Math.min(now.length, before.length) > OPEN_CHARS_MAX;
  if (isRewritten) return <TextChange before={before} now={now} />;
  return (
    <>
      <Side word="added" fact={fact} values={gained} />
      <Side word="removed" fact={fact} values={lost} />
    </>
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
