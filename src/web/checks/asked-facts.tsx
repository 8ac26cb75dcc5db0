import type { ReactNode } from "react";
import { Values } from "../components/fact-compare.tsx";
import { type Fact, FactList } from "../components/fact-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { sayCode, sayQuantity } from "../waivers/exact.ts";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayCountry, sayMoney } from "../words/saying.ts";
import type { CheckReceipt } from "./check-receipt.ts";

/** What was asked, a fact to a line. */
export function AskedFacts({
  transaction,
}: {
  readonly transaction: CheckReceipt["transaction"];
}): ReactNode {
  const { t, language } = useLanguage();
  return <FactList facts={factsOf(transaction, { t, language })} />;
}

function factsOf(
  transaction: CheckReceipt["transaction"],
  { t, language }: Pick<ReturnType<typeof useLanguage>, "t" | "language">,
): readonly Fact[] {
  const isParty = transaction.kind === "party";
  const parties = transaction.parties.map(({ role, properties }) => ({
    name: isParty ? t("check.party") : t(`role.${role}`),
    value: <Name name={properties.name?.[0] ?? "–"} />,
  }));
  // Of whoever is asked about alone, everything that was stated is what was asked.
  const stated = isParty ? Object.entries(transaction.parties[0]?.properties ?? {}) : [];
  const country = (code: string | null): string => (code === null ? "–" : sayCountry(language, code));
  const byRole = Map.groupBy(parties, ({ name }) => name);
  return [
    ...[...byRole].map(([name, values]) => ({
      name,
      value: values.map(({ value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parties of a receipt never change their order.
        <span key={at}>{value}</span>
      )),
    })),
    ...stated
      .filter(([property]) => property !== "name")
      .map(([property, values]) => ({
        name: sayProperty(language, property),
        value: <Values fact={property} values={values} />,
      })),
    ...(transaction.funds === null
      ? []
      : [{ name: t("check.funds"), value: sayMoney(language, transaction.funds) }]),
    ...(transaction.from === null && transaction.to === null
      ? []
      : [{ name: t("check.way"), value: `${country(transaction.from)} → ${country(transaction.to)}` }]),
    ...(transaction.goods.length === 0
      ? []
      : [
          {
            name: t("check.goods"),
            value: transaction.goods.map(({ line, description, hs, quantity }) => (
              <span key={line}>
                {line}. <Name name={description} />
                {hs === null ? "" : ` (${sayCode(hs)})`}, {sayQuantity(language, quantity)}
              </span>
            )),
          },
        ]),
    ...(transaction.purpose === "" ? [] : [{ name: t("check.purpose"), value: transaction.purpose }]),
    ...(transaction.jurisdictions.length === 0
      ? []
      : [
          {
            name: t("check.rules"),
            value: ["un", ...transaction.jurisdictions].map(country).join(", "),
          },
        ]),
  ];
}
