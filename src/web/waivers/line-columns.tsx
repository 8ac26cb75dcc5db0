import type { PlainColumn } from "../components/plain-table.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { type Quantity, sayCode, sayQuantity } from "./exact.ts";
import type { lineAnswer } from "./line-answer.ts";
import style from "./waivers.module.css";

type AnsweredLine = ReturnType<typeof lineAnswer> & {
  readonly line: string;
  readonly description: string;
  readonly hs: string | null;
  readonly quantity: Quantity;
};

/** A shipment's lines with the answer to each, as columns. */
export function useLineColumns(): readonly PlainColumn<AnsweredLine>[] {
  const { t, language } = useLanguage();
  return [
    {
      key: "item",
      title: t("may.item"),
      heads: true,
      cell: ({ line, description, hs, quantity }) => (
        <>
          {line}. {description}
          <small>
            {hs === null ? t("may.code.unknown") : sayCode(hs)} · {sayQuantity(language, quantity)}
          </small>
        </>
      ),
    },
    {
      key: "answer",
      title: t("may.answer"),
      cell: ({ answer }) => (
        <span className={style.verdict}>
          <VerdictIcon answer={answer} size={20} /> {t(`verdict.${answer}`)}
        </span>
      ),
    },
  ];
}
