import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { answerOf, api } from "../api/client.ts";
import { Panel } from "../components/panel.tsx";
import { Loading, Stateful } from "../components/stateful.tsx";
import { ScreenedParties } from "../waivers/screened-parties.tsx";
import type { Application } from "../waivers/shapes.ts";
import style from "../waivers/waivers.module.css";
import { useLanguage } from "../words/language.tsx";

// The drawing is fetched with the part that shows it: who decides on goods alone never pays for it.
const PartyGraphPanel = lazy(() => import("./party-graph-panel.tsx"));

/** Every party on the lists in force, and the way to who is behind it. */
export function PartiesPart({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  const screened = useQuery({
    queryKey: ["application", application.id, "screening", application.version],
    queryFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/screening", { params: { path: { id: application.id } } }),
      ),
  });
  return (
    <>
      <Panel title={t("waivers.parties")} aside={t("officer.screened")}>
        <Stateful query={screened} rows={3}>
          {(data) => (
            <>
              <ScreenedParties screened={data} />
              <Button variant="default" loading={screened.isFetching} onClick={() => void screened.refetch()}>
                {t("officer.screen.again")}
              </Button>
            </>
          )}
        </Stateful>
      </Panel>
      <Panel title={t("nav.network")}>
        <p className={style.muted}>{t("officer.network.lead")}</p>
        {screened.data === undefined ? null : (
          <Suspense fallback={<Loading rows={6} />}>
            <PartyGraphPanel application={application} screened={screened.data} />
          </Suspense>
        )}
        <p className={style.muted} style={{ marginTop: 16 }}>
          {t("officer.network.each")}
        </p>
        <ul className={style.sentences}>
          {(screened.data?.parties ?? []).map(({ name }) => (
            <li key={name}>
              <Link to="/network" search={{ q: name }}>
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
