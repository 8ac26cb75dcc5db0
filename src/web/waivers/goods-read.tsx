import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayMoney } from "../words/saying.ts";
import { sayCode, sayQuantity } from "./exact.ts";
import type { PastedLine } from "./pasted-lines.ts";
import style from "./waivers.module.css";

type Suggestion = { readonly code: string; readonly english: string; readonly korean: string | null };

/** Suggestions that are shown for one line: who knows none of these goes to the goods page. */
const SUGGESTIONS = 3;

/** What was read from the paste, line by line; for goods without a code, codes that they may have. */
export function GoodsRead({
  lines,
  onCode,
}: {
  readonly lines: readonly PastedLine[];
  readonly onCode: (line: string, hs: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  if (lines.length === 0) return null;
  return (
    <PlainTable
      caption={t("may.read")}
      rows={lines.map((line, at) => ({ ...line, key: `${at} ${line.line}` }))}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "item",
          title: t("may.item"),
          heads: true,
          cell: ({ line, description }) => `${line}. ${description === "" ? "–" : description}`,
        },
        {
          key: "hs",
          title: t("may.code"),
          cell: ({ line, description, hs }) =>
            hs === null ? (
              <Suggest key={description} words={description} onCode={(code) => onCode(line, code)} />
            ) : (
              sayCode(hs)
            ),
        },
        {
          key: "quantity",
          title: t("may.quantity"),
          number: true,
          cell: ({ quantity }) =>
            quantity === null ? (
              <span className={style.lacks}>{t("may.quantity.none")}</span>
            ) : (
              sayQuantity(language, quantity)
            ),
        },
        {
          key: "value",
          title: t("may.value"),
          number: true,
          cell: ({ unitValue }) => (unitValue === null ? "–" : sayMoney(language, unitValue)),
        },
      ]}
    />
  );
}

/** Codes that goods in words may have. None is taken before a person chooses it. */
function Suggest({
  words,
  onCode,
}: {
  readonly words: string;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [asks, setAsks] = useState(false);
  const codes = useQuery({
    queryKey: ["codes", words],
    queryFn: () =>
      answerOf(
        api.POST("/api/v1/goods/codes", { body: { words, limit: SUGGESTIONS } }),
      ) as unknown as Promise<{ readonly codes: readonly Suggestion[] }>,
    enabled: asks && words !== "",
  });
  if (!asks)
    return (
      <Button
        variant="default"
        size="compact-md"
        onClick={() => setAsks(true)}
        aria-label={`${t("may.code.find")}: ${words}`}
      >
        {t("may.code.find")}
      </Button>
    );
  const found = codes.data?.codes ?? [];
  return (
    <span className={style.suggestions} aria-live="polite">
      {codes.isFetched && found.length === 0 ? t("may.code.none") : null}
      {found.map(({ code, english, korean }) => (
        <Button
          key={code}
          variant="default"
          size="compact-md"
          className={style.suggestion ?? ""}
          onClick={() => onCode(code)}
        >
          {sayCode(code)} {language === "ko" && korean !== null ? korean : english}
        </Button>
      ))}
    </span>
  );
}
