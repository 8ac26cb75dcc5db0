import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { ApplicationsTable } from "../waivers/applications-table.tsx";
import type { ApplicationRow } from "../waivers/shapes.ts";
import { WAIVER_EVENTS } from "../waivers/use-waivers.ts";
import style from "../waivers/waivers.module.css";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { DESK_VIEWS, isIn, viewOf } from "./desk-views.ts";

const LIMIT = 100;

/** The applications before those who decide: to be worked on, waiting for a second person, decided. */
export function DeskPage(): ReactNode {
  const { t } = useLanguage();
  const { view } = useSearch({ from: "/desk" });
  const queries = useQueryClient();
  const applications = useQuery({
    queryKey: ["applications"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-applications", { params: { query: { limit: LIMIT } } })),
  });
  useLive(WAIVER_EVENTS, () => void queries.invalidateQueries({ queryKey: ["applications"] }));
  return (
    <>
      <PageHead title={t("officer.title")} lead={t("officer.lead")} />
      <Stateful query={applications} rows={5}>
        {({ items }) => <Views items={items} asked={view} />}
      </Stateful>
    </>
  );
}

/** The parts with how much is in each; unless one is asked for, the first that has something is open. */
function Views({
  items,
  asked,
}: {
  readonly items: readonly ApplicationRow[];
  readonly asked: string | undefined;
}): ReactNode {
  const { t, language } = useLanguage();
  const chosen = viewOf(asked, items);
  const shown = items.filter((one) => isIn(chosen, one));
  return (
    <>
      <nav className={style.tabs} aria-label={t("officer.views")}>
        {DESK_VIEWS.map((name) => (
          <Link
            key={name}
            to="/desk"
            search={{ view: name }}
            aria-current={name === chosen ? "page" : undefined}
          >
            {t(`officer.view.${name}`)} {sayNumber(language, items.filter((one) => isIn(name, one)).length)}
          </Link>
        ))}
      </nav>
      {shown.length > 0 ? (
        <Panel title={t(`officer.view.${chosen}`)}>
          <ApplicationsTable items={shown} to="/desk/$id" />
        </Panel>
      ) : (
        <EmptyState title={t("officer.none")} next={t("officer.none.next")} />
      )}
    </>
  );
}
