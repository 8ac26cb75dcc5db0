import type { ReactNode } from "react";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import type { Activity } from "./reports-page.tsx";
import { sayMinutes } from "./say-minutes.ts";

type Person = Activity["people"][number];

/** Who decided how much, and how long it had waited. Not a contest: it stands in the order of how much. */
export function PeopleActivity({ activity }: { readonly activity: Activity }): ReactNode {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const column = (
    key: "decided" | "trueMatches" | "falsePositives" | "seconded" | "undone",
    title: string,
  ) => ({
    key,
    title,
    number: true,
    cell: (person: Person) => sayNumber(language, person[key]),
  });
  return (
    <Panel title={t("reports.people")}>
      {activity.people.length === 0 ? (
        <p>{t("reports.people.none")}</p>
      ) : (
        <PlainTable
          caption={t("reports.people")}
          rows={activity.people}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "name",
              title: t("reports.person"),
              heads: true,
              cell: ({ name }) => <Name name={name} />,
            },
            column("decided", t("reports.decided")),
            column("trueMatches", t("reports.true")),
            column("falsePositives", t("reports.false")),
            column("seconded", t("reports.seconded")),
            column("undone", t("reports.undone")),
            {
              key: "median",
              title: t("reports.median"),
              number: true,
              cell: ({ medianMinutes }) => sayMinutes(spoken, medianMinutes),
            },
          ]}
        />
      )}
    </Panel>
  );
}
