import { diffWordsWithSpace } from "diff";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./entry-changes.module.css";

/** Of what stayed, so many characters are shown on each side of a change. */
const AROUND_CHARS = 60;
/** Longer texts take a browser too long to compare word by word; no list has any. */
const CHARS_MAX = 20_000;

type Part = { readonly value: string; readonly added: boolean; readonly removed: boolean };

/** What stayed between two changes, without its middle where it is long. */
function around(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= AROUND_CHARS * 2 + 20) return text;
  // Words are not cut.
  const start = text.slice(0, AROUND_CHARS).replace(/\S*$/, "");
  const end = text.slice(-AROUND_CHARS).replace(/^\S*\s/, "");
  if (isFirst) return `… ${end}`;
  return isLast ? `${start} …` : `${start} … ${end}`;
}

/** A text as it was and as it is, in one: what went is struck out, what came is marked, what stayed is told in part. */
export function TextChange({ before, now }: { readonly before: string; readonly now: string }): ReactNode {
  const { t } = useLanguage();
  const parts: readonly Part[] =
    before.length + now.length > CHARS_MAX
      ? [
          { value: before, added: false, removed: true },
          { value: now, added: true, removed: false },
        ]
      : diffWordsWithSpace(before, now);
  return (
    <p className={style.text} dir="auto">
      {parts.map(({ value, added, removed }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of two texts never change their order.
        if (added) return <ins key={at}>{value}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        if (removed) return <del key={at}>{value}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        return <span key={at}>{around(value, at === 0, at === parts.length - 1)}</span>;
      })}{" "}
      <span className={style.word}>{t("list.fact.rewritten")}</span>
    </p>
  );
}
