import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Session } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import { OwnSteps } from "./own-steps.tsx";
import style from "./start-page.module.css";
import { Step } from "./step.tsx";
import { useGoTo } from "./use-go-to.ts";

/** At the very first start the lists are compiled for a minute; until then the page looks again. */
const LOOK_MS = 2_000;

/** From the first minute to the first decision, on the demonstration's data; then what to do for one's own. */
export function StartPage(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  if (session === undefined) return <Loading rows={6} />;
  return (
    <>
      <PageHead title={t("start.title")} lead={t("start.lead")} />
      {session === null ? (
        <EmptyState
          title={t("start.signin")}
          next=""
          action={
            <Link to="/sign-in" search={{ next: "/start" }}>
              {t("signin.title")}
            </Link>
          }
        />
      ) : (
        <Steps session={session} />
      )}
    </>
  );
}

function Steps({ session }: { readonly session: Session }): ReactNode {
  const { t, language } = useLanguage();
  const go = useGoTo();
  const demo = session.organizations.find((one) => one.demo);
  const isThere = session.organization.demo;
  const alerts = useQuery({
    queryKey: ["alerts-to-start", session.organization.id],
    queryFn: () =>
      answerOf(api.GET("/api/v1/alerts", { params: { query: { view: "all", order: "due", limit: 50 } } })),
    enabled: session.permissions.includes("alerts.read"),
    refetchInterval: ({ state: { data } }) => (isThere && data?.items.length === 0 ? LOOK_MS : false),
  });
  const items = alerts.data?.items ?? [];
  const decided = items.find(({ outcome }) => outcome !== null);
  // A person is easier to judge than a company: names, a birth date, a country.
  const open = items.filter(({ outcome }) => outcome === null);
  const first = open.find(({ subject }) => subject.schema === "Person") ?? open[0];
  const isDecidedNow = isThere && decided !== undefined;
  // Whoever has gone back to an organization of their own has done the guide nonetheless.
  const known = `sluice.guide.${session.id}`;
  useEffect(() => {
    if (isDecidedNow) localStorage.setItem(known, decided.subject.caption);
  }, [isDecidedNow, known, decided?.subject.caption]);
  const decidedOf = isDecidedNow ? decided.subject.caption : isThere ? null : localStorage.getItem(known);
  const isDecided = decidedOf !== null;
  return (
    <>
      {go.isError ? <Failed problem={problemIn(go.error)} /> : null}
      <ol className={style.steps}>
        <Step title={t("start.in")} state="done">
          <p>
            {t("start.in.note", {
              name: session.name,
              organization: sayTitle(language, session.organization.name),
            })}
          </p>
        </Step>
        {demo === undefined ? (
          <Step title={t("start.own.file")} state="next">
            <p>{t("start.demo.none")}</p>
            <Link to="/batch">{t("start.own.file")}</Link>
          </Step>
        ) : (
          <>
            <Step title={t("start.demo")} state={isThere || isDecided ? "done" : "next"}>
              <p>{t("start.demo.note")}</p>
              {isThere ? null : (
                <Button loading={go.isPending} onClick={() => go.mutate(demo.id)}>
                  {t("start.demo.open")}
                </Button>
              )}
            </Step>
            <Step title={t("start.alert")} state={isDecided ? "done" : isThere ? "next" : "later"}>
              <p>{t("start.alert.note")}</p>
              {!isThere ? null : first === undefined ? (
                isDecided ? null : (
                  <p role="status">{t("start.alert.wait")}</p>
                )
              ) : (
                <Link to="/alerts/$id" params={{ id: first.id }} className={style.alert}>
                  <Name
                    name={t("start.alert.open", {
                      ours: first.subject.caption,
                      theirs: first.listed.caption,
                    })}
                  />
                </Link>
              )}
            </Step>
            <Step title={t("start.decide")} state={isDecided ? "done" : "later"}>
              {decidedOf !== null ? (
                <p>{t("start.decide.done", { ours: decidedOf })}</p>
              ) : (
                <>
                  <p>{t("start.decide.note")}</p>
                  <p className={style.keys}>{t("start.decide.keys")}</p>
                </>
              )}
            </Step>
          </>
        )}
        <Step title={t("start.ask")} state={isDecided ? "next" : "later"}>
          <p>
            {t("start.ask.note")}{" "}
            <Link to="/" search={{ q: "정성화" }} lang="ko">
              정성화
            </Link>
            {", "}
            <Link to="/" search={{ q: "Чон Сон Хва" }} lang="ru">
              Чон Сон Хва
            </Link>
            {", "}
            <Link to="/" search={{ q: "Yanbian Silver Star" }}>
              Yanbian Silver Star
            </Link>
          </p>
        </Step>
      </ol>
      <OwnSteps session={session} />
    </>
  );
}
