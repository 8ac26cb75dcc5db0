import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayNumber } from "../words/saying.ts";

/** Whom flags fall on by the country that accounts claim, so that a bias shows. */
export function CountryShares(): ReactNode {
  const { t, language } = useLanguage();
  const shares = useQuery({
    queryKey: ["worker-countries"],
    queryFn: () => answerOf(api.GET("/api/v1/workers/countries")),
  });
  const part = (some: number, all: number): string =>
    `${sayNumber(language, some)} · ${t("hours.percent", { percent: ((100 * some) / Math.max(1, all)).toFixed(0) })}`;
  return (
    <Stateful query={shares} rows={2}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Panel title={t("cases.countries")}>
            <p className={form.note}>{t("cases.countries.lead")}</p>
            <PlainTable
              caption={t("cases.countries")}
              rows={items}
              keyOf={({ country }) => country ?? ""}
              columns={[
                {
                  key: "country",
                  title: t("cases.country"),
                  heads: true,
                  cell: ({ country }) =>
                    country === null ? t("cases.country.none") : sayCountry(language, country),
                },
                {
                  key: "accounts",
                  title: t("cases.accounts"),
                  number: true,
                  cell: ({ accounts }) => sayNumber(language, accounts),
                },
                {
                  key: "flagged",
                  title: t("cases.flagged"),
                  number: true,
                  cell: ({ flagged, accounts }) => part(flagged, accounts),
                },
                {
                  key: "cases",
                  title: t("cases.incases"),
                  number: true,
                  cell: ({ inCases, accounts }) => part(inCases, accounts),
                },
              ]}
            />
          </Panel>
        )
      }
    </Stateful>
  );
}
