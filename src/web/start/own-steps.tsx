import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import type { Session } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Worded } from "../components/worded.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./start-page.module.css";
import { useGoTo } from "./use-go-to.ts";

/** What an organisation does next, each with what it is good for; done things say so. */
export function OwnSteps({ session }: { readonly session: Session }): ReactNode {
  const { t } = useLanguage();
  const go = useGoTo();
  const own = session.organizations.find((one) => !one.demo);
  const isOwn = !session.organization.demo;
  const may = (permission: Session["permissions"][number]) => session.permissions.includes(permission);
  const people = useQuery({
    queryKey: ["people-count", session.organization.id],
    queryFn: () => answerOf(api.GET("/api/v1/people", { params: { query: { limit: 2 } } })),
    enabled: isOwn && may("people.read"),
  });
  const keys = useQuery({
    queryKey: ["keys"],
    queryFn: () => answerOf(api.GET("/api/v1/keys", { params: { query: { limit: 200 } } })),
    enabled: isOwn && may("keys.manage"),
  });
  const organization = own?.name ?? session.organization.name;
  const rows = [
    { key: "file", to: "/batch", params: {}, isDone: false },
    {
      key: "people",
      to: "/settings/$part",
      params: { part: "people" },
      isDone: isOwn && (people.data?.items.length ?? 0) > 1,
    },
    { key: "factor", to: "/settings", params: {}, isDone: session.secondFactor === true },
    {
      key: "key",
      to: "/settings/$part",
      params: { part: "keys" },
      isDone: isOwn && (keys.data?.items.length ?? 0) > 0,
    },
    { key: "policy", to: "/settings/$part", params: { part: "policy" }, isDone: false },
  ] as const;
  return (
    <Panel title={<Worded words="start.own" values={{ organization: <Name name={organization} /> }} />}>
      {isOwn || own === undefined ? null : (
        <Button variant="default" loading={go.isPending} onClick={() => go.mutate(own.id)}>
          {/* In one piece: what stands in a button by itself loses the space beside it. */}
          <span>
            <Worded words="start.own.back" values={{ organization: <Name name={organization} /> }} />
          </span>
        </Button>
      )}
      <ul className={style.own}>
        {rows.map(({ key, to, params, isDone }) => (
          <li key={key}>
            <Link to={to} params={params}>
              {t(`start.own.${key}`)}
            </Link>
            <span className={style.note}>
              {t(`start.own.${key}.note`)}
              {isDone ? ` · ${t("start.done")}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
