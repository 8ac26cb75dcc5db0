import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import { CommaField } from "./comma-field.tsx";
import type { QuestionProps } from "./questions.tsx";
import { RowsField } from "./rows-field.tsx";
import { CountryField, DayField, TextField } from "./text-field.tsx";

const TRANSFERS_MAX = 50;

/** When and by which way the goods go: each transfer with its days, places and ports. */
export function WayQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      <CountryField
        id="goingFrom"
        label={t("may.from")}
        hint={t("may.country.hint")}
        value={file.goingFrom}
        onCountry={(goingFrom) => change({ goingFrom })}
      />
      <CountryField
        id="goingTo"
        label={t("may.to")}
        hint={t("may.country.hint")}
        value={file.goingTo}
        onCountry={(goingTo) => change({ goingTo })}
      />
      <RowsField
        id="transfers"
        rows={file.transfers}
        max={TRANSFERS_MAX}
        add={t("apply.transfers.add")}
        empty={{ from: null, until: null, route: [], method: "", departure: "", entry: "" }}
        titleOf={(_, at) => t("apply.transfer", { number: String(at + 1) })}
        onRows={(transfers) => change({ transfers: [...transfers] })}
      >
        {(row, at, put) => (
          <>
            <DayField
              id={`transfers.${at}`}
              label={t("apply.transfer.from")}
              value={row.from}
              onDay={(from) => put({ from })}
            />
            <DayField
              id={`transfers.${at}.until`}
              label={t("apply.transfer.until")}
              value={row.until}
              onDay={(until) => put({ until })}
            />
            <CommaField
              id={`transfers.${at}.route`}
              label={t("apply.transfer.route")}
              hint={t("may.route.hint")}
              values={row.route}
              onValues={(route) => put({ route: [...route] })}
            />
            <TextField
              id={`transfers.${at}.method`}
              label={t("apply.transfer.method")}
              hint={t("apply.transfer.method.hint")}
              value={row.method}
              onText={(method) => put({ method })}
            />
            <TextField
              id={`transfers.${at}.departure`}
              label={t("apply.transfer.departure")}
              value={row.departure}
              onText={(departure) => put({ departure })}
            />
            <TextField
              id={`transfers.${at}.entry`}
              label={t("apply.transfer.entry")}
              value={row.entry}
              onText={(entry) => put({ entry })}
            />
          </>
        )}
      </RowsField>
    </div>
  );
}
