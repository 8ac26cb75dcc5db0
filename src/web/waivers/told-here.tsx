import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { Panel } from "../components/panel.tsx";
import { useGoTo } from "../start/use-go-to.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./waivers.module.css";

/** What one types to have the whole of the story happen on this service. */
const COMMAND = "npx sluice waivers story --url";

/** The story as it happened on this service, where it was told: what was filed, given, drawn and left. */
export function ToldHere(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const go = useGoTo();
  if (session === undefined || session === null) return null;
  if (session.organization.story) return <Told />;
  const story = session.organizations.find((one) => one.story);
  if (story === undefined)
    return (
      <p className={style.muted}>
        {t("tour.tell")} <code>{`${COMMAND} ${location.origin}`}</code>
      </p>
    );
  return (
    <p>
      {t("tour.told.there")}{" "}
      <Button variant="default" size="compact-md" loading={go.isPending} onClick={() => go.mutate(story.id)}>
        {t("tour.told.open")}
      </Button>
    </p>
  );
}

function Told(): ReactNode {
  const { t } = useLanguage();
  const waivers = useQuery({
    queryKey: ["waivers"],
    queryFn: () => answerOf(api.GET("/api/v1/waivers", { params: { query: { limit: 100 } } })),
  });
  const applications = useQuery({
    queryKey: ["applications"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-applications", { params: { query: { limit: 100 } } })),
  });
  return (
    <Panel title={t("tour.told")}>
      <ul className={style.sentences}>
        {(applications.data?.items ?? []).map(({ id, title }) => (
          <li key={id}>
            <Link to="/desk/$id" params={{ id }}>
              {t("tour.told.application")}
            </Link>{" "}
            {title}
          </li>
        ))}
        {(waivers.data?.items ?? []).toReversed().map(({ id, reference, standing }) => (
          <li key={id}>
            <Link to="/waivers/$id" params={{ id }}>
              {reference}
            </Link>{" "}
            {t(`verify.standing.${standing}`)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
