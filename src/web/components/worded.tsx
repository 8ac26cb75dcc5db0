import { Fragment, type ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import type { WordKey } from "../words/words.ts";

/** Stands in a sentence where a value of it is put afterwards: a private character that no sentence has. */
const MARK = "\uE000";

/** A sentence whose values are more than text, such as names that are marked as names. */
export function Worded({
  words,
  values,
}: {
  readonly words: WordKey;
  readonly values: Readonly<Record<string, ReactNode>>;
}): ReactNode {
  const { t } = useLanguage();
  const names = Object.keys(values);
  const marked = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`]));
  return t(words, marked)
    .split(MARK)
    .map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their order.
      <Fragment key={at}>{at % 2 === 0 ? part : values[part]}</Fragment>
    ));
}
