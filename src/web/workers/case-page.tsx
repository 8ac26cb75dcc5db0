import { Button, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { useNameOf } from "../api/people.ts";
import { useSession } from "../api/session.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { ThumbBar } from "../components/thumb-bar.tsx";
import { LetterKey } from "../shell/letter-key.tsx";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import { CaseDecision } from "./case-decision.tsx";
import { CaseFlags } from "./case-flags.tsx";
import style from "./case-page.module.css";
import { CaseParts } from "./case-parts.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { ClusterView } from "./cluster-view.tsx";
import { HoursMap } from "./hours-map.tsx";

const VIEWS = ["evidence", "timeline", "hours", "cluster"] as const;
/** Accounts that a heading names; the cluster shows all. */
const NAMED_MAX = 3;

/** One case: what was seen and what else it may mean, what is asked and done about it, and the decision. */
export function CasePage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/cases/$id" });
  const one = useQuery({
    queryKey: ["case", id],
    queryFn: () => answerOf(api.GET("/api/v1/workers/cases/{id}", { params: { path: { id } } })),
  });
  useLive(
    ["worker-case.changed", "worker-case.decided", "worker-reply.received", "payout.held", "payout.released"],
    (event) => {
      // A payout is told by its own id.
      if (event === null || event.subject === id || event.kind.startsWith("payout.")) void one.refetch();
    },
  );
  return (
    <Stateful
      query={one}
      rows={10}
      missing={
        <EmptyState title={t("case.none")} next="" action={<Link to="/cases">{t("cases.title")}</Link>} />
      }
    >
      {(data) => <OpenCase key={data.id} one={data} />}
    </Stateful>
  );
}

function OpenCase({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const search = useSearch({ from: "/cases/$id" });
  const navigate = useNavigate({ from: "/cases/$id" });
  const view = VIEWS.find((name) => name === search.view) ?? "evidence";
  const look = (next: string): void =>
    void navigate({ search: { ...search, view: next === "evidence" ? undefined : next }, replace: true });
  const back = useNavigate();
  useLetterKeys({
    digit1: () => look("evidence"),
    digit2: () => look("timeline"),
    digit3: () => look("hours"),
    digit4: () => look("cluster"),
    escape: () => void back({ to: "/cases" }),
  });
  const mayDecide = useMay("workers.decide");
  const decision = useRef<HTMLElement>(null);
  const more = one.accounts.length - NAMED_MAX;
  const title = t("case.title", {
    count: sayNumber(language, one.accounts.length),
    names: `${one.accounts.slice(0, NAMED_MAX).join(", ")}${more > 0 ? ` +${more}` : ""}`,
  });
  return (
    <>
      <PageHead
        title={title}
        above={<Above one={one} />}
        lead={
          <strong className={style.because}>
            <Said words={one.because} />
          </strong>
        }
      >
        <Take one={one} />
      </PageHead>
      <div className={style.columns}>
        <div className={style.main}>
          <SegmentedControl
            className={style.views ?? ""}
            value={view}
            aria-label={t("case.view")}
            onChange={look}
            data={VIEWS.map((value) => ({ value, label: t(`case.view.${value}`) }))}
          />
          {view === "evidence" ? (
            <CaseFlags one={one} />
          ) : view === "timeline" ? (
            <CaseTimeline one={one} />
          ) : view === "hours" ? (
            <HoursMap one={one} />
          ) : (
            <ClusterView one={one} />
          )}
        </div>
        <aside ref={decision} className={style.aside} aria-label={t("case.decision")}>
          <CaseDecision one={one} />
        </aside>
        <div className={style.work}>
          <CaseParts one={one} />
        </div>
      </div>
      {mayDecide && (one.standing === "open" || one.standing === "awaiting-second") ? (
        <ThumbBar to={decision} />
      ) : null}
    </>
  );
}

function Above({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const nameOf = useNameOf();
  const holder =
    one.assignee === null ? "" : one.assignee === session?.id ? t("case.yours") : nameOf(one.assignee);
  return (
    <>
      <Link to="/cases">‹ {t("cases.title")}</Link>
      {` · ${t(`cases.standing.${one.standing}`)}`}
      {` · ${t("case.opened", { time: sayInstant(language, one.openedAt) })}`}
      {one.dueOn === null ? "" : ` · ${t("case.due", { day: sayDay(language, one.dueOn) })}`}
      {holder === "" ? null : (
        <>
          {" · "}
          <Name name={holder} />
        </>
      )}
      {one.mergedInto === null ? null : (
        <>
          {" · "}
          <Link to="/cases/$id" params={{ id: one.mergedInto }}>
            {t("case.merged")}
          </Link>
        </>
      )}
      {one.previousId === null ? null : (
        <>
          {" · "}
          <Link to="/cases/$id" params={{ id: one.previousId }}>
            {t("case.previous")}
          </Link>
        </>
      )}
    </>
  );
}

/** Taking the case, and the day by which it is due. */
function Take({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const may = useMay("workers.write");
  const assign = useCaseWork(
    one.id,
    (asked: { readonly to: string | null; readonly dueOn: string | null }) =>
      answerOf(
        api.POST("/api/v1/workers/cases/{id}/assign", { params: { path: { id: one.id } }, body: asked }),
      ),
    // Who has it and by when is shown at once: the service refuses neither to whoever may do it at all.
    (held, { to, dueOn }) => ({ ...held, assignee: to, dueOn }),
  );
  const me = session?.id ?? null;
  const take = (): void => {
    if (may && me !== null && one.assignee !== me) assign.mutate({ to: me, dueOn: one.dueOn });
  };
  useLetterKeys({ a: take });
  if (!may) return null;
  return (
    <>
      <label className={style.due}>
        {t("case.due.set")}
        <input
          key={one.dueOn}
          type="date"
          defaultValue={one.dueOn ?? ""}
          onBlur={({ currentTarget: { value } }) => {
            if (value !== "" && value !== one.dueOn) assign.mutate({ to: one.assignee, dueOn: value });
          }}
        />
      </label>
      {one.assignee === me ? null : (
        <Button variant="default" size="sm" onClick={take} rightSection={<LetterKey usual="a" />}>
          {t("case.take")}
        </Button>
      )}
    </>
  );
}
