import type { ReactNode } from "react";
import { PlainTable } from "../components/plain-table.tsx";
import { sayQuantity } from "../waivers/exact.ts";
import type { Application, Proposal } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";

/** What is decided on each line: what was asked for, what is given, and why not. */
export function ItemTable({
  application,
  items,
}: {
  readonly application: Application;
  readonly items: Proposal["items"];
}): ReactNode {
  const { t, language } = useLanguage();
  const asked = (line: string) => application.file.lines.find((one) => one.line === line);
  return (
    <PlainTable
      caption={t("officer.items")}
      rows={items}
      keyOf={({ line }) => line}
      columns={[
        {
          key: "item",
          title: t("may.item"),
          heads: true,
          cell: ({ line }) => `${line}. ${asked(line)?.item ?? ""}`,
        },
        {
          key: "asked",
          title: t("officer.asked"),
          number: true,
          cell: ({ line }) => {
            const quantity = asked(line)?.quantity;
            return quantity == null ? "–" : sayQuantity(language, quantity);
          },
        },
        {
          key: "given",
          title: t("officer.given"),
          number: true,
          cell: ({ line, outcome, quantity }) => {
            const given = quantity ?? asked(line)?.quantity;
            return outcome !== "approved" || given == null ? "–" : sayQuantity(language, given);
          },
        },
        {
          key: "outcome",
          title: t("officer.outcome"),
          cell: ({ outcome, reason }) => (
            <>
              {t(`officer.outcome.${outcome}`)}
              {reason === undefined ? null : <small>{reason}</small>}
            </>
          ),
        },
      ]}
    />
  );
}
