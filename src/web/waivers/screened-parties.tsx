import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./waivers.module.css";

type Screened = components["schemas"]["ScreenedParties"];

const ANSWER = { clear: "clear", "may-be-listed": "refer", listed: "prohibited" } as const;

/** What the lists in force say of each party. */
export function ScreenedParties({ screened }: { readonly screened: Screened }): ReactNode {
  const { t } = useLanguage();
  return (
    <div aria-live="polite">
      <PlainTable
        caption={t("waivers.parties")}
        rows={screened.parties.map((party, at) => ({ ...party, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            key: "name",
            title: t("apply.party.name"),
            heads: true,
            cell: ({ name }) => <Name name={name} />,
          },
          {
            key: "state",
            title: t("may.answer"),
            cell: ({ state }) => (
              <span className={style.verdict}>
                <VerdictIcon answer={ANSWER[state]} size={20} /> {t(`waivers.party.${state}`)}
              </span>
            ),
          },
          {
            key: "words",
            title: t("verdict.why"),
            cell: ({ words, listings }) =>
              words === "" ? (
                "–"
              ) : (
                <>
                  <Said words={words} />
                  <small>{listings.join("; ")}</small>
                </>
              ),
          },
        ]}
      />
    </div>
  );
}
