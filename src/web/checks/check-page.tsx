import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { type UseQueryResult, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Check, Finding } from "../api/shapes.ts";
import { CopyLink } from "../components/copy-link.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead, useTitle } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Failed, Loading, Stateful } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { Worded } from "../components/worded.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { AskedFacts } from "./asked-facts.tsx";
import style from "./check-page.module.css";
import { checkQuery } from "./check-query.ts";
import { type CheckReceipt, readCheckReceipt } from "./check-receipt.ts";
import { ChangesPart, leadsToListed, MissingPart, UnseenPart } from "./verdict-parts.tsx";

// What draws is as large as all the rest; a verdict without reasons needs none of it.
const VerdictGraphPanel = lazy(() => import("./verdict-graph-panel.tsx"));

/** The proof of a verdict: the answer, why, what is missing, what would change it, and its receipt. */
export function CheckPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/checks/$id" });
  const check = useQuery(checkQuery(id));
  const problem = check.error === null ? null : problemIn(check.error);
  if (problem?.code === "erased") return <Erased receipt={problem.receipt ?? null} />;
  return (
    <Stateful
      query={check}
      missing={
        <EmptyState
          title={t("check.none")}
          next={t("state.none.why")}
          action={<Link to="/">{t("nav.ask")}</Link>}
        />
      }
    >
      {(data) => <OpenCheck check={data} />}
    </Stateful>
  );
}

/** A check whose receipt was erased: what says so is still in the log. */
function Erased({ receipt }: { readonly receipt: number | null }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  if (receipt === null) return <PageHead title={t("check.erased")} />;
  const number = sayNumber(language, receipt);
  return (
    <>
      <PageHead title={t("check.erased")} lead={t("check.erased.why", { number })} />
      {session?.permissions.includes("receipts.read") === true ? (
        <Link to="/receipts" search={{ sequence: String(receipt) }}>
          {t("receipts.place", { number })}
        </Link>
      ) : null}
    </>
  );
}

function OpenCheck({ check }: { readonly check: Check }): ReactNode {
  const { t, language } = useLanguage();
  useTitle(check.reference);
  const { verdict, answer } = check;
  const kind = KINDS.find((one) => one === check.kind) ?? "payment";
  const findings = verdict.findings as readonly Finding[];
  const receipt = useQuery({
    queryKey: ["check-receipt", check.id],
    queryFn: () => readCheckReceipt(check.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <article className={style.page}>
      <p className={style.above}>
        <Worded words="check.reference" values={{ reference: <Name name={check.reference} /> }} /> ·{" "}
        {t("asof.label")} {sayMoment(check.at, { t, language })} ·{" "}
        <Name name={sayTitle(language, check.createdBy.name)} />
      </p>
      <VerdictBanner answer={answer} sentence={t(`verdict.${answer}.${kind}`)}>
        <Said words={verdict.summary} />
        <div className={style.actions}>
          <CopyLink />
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            {t("verdict.print")}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            className={style.pdf ?? ""}
            component="a"
            href={`/api/v1/checks/${check.id}/document?language=${language}`}
            download={`${check.id}.pdf`}
          >
            {t("check.pdf")}
          </Button>
        </div>
      </VerdictBanner>
      <div className={style.columns}>
        <div>
          <FindingList findings={findings} />
          {receipt.data === undefined ? null : (
            <MissingPart findings={findings} transaction={receipt.data.transaction} />
          )}
          <ChangesPart sentences={verdict.wouldChange} />
          {leadsToListed(findings) ? (
            <Suspense fallback={<Loading rows={6} />}>
              <Stateful query={receipt} rows={6}>
                {({ transaction }) => (
                  <VerdictGraphPanel findings={findings} transaction={transaction} title={check.reference} />
                )}
              </Stateful>
            </Suspense>
          ) : null}
          <UnseenPart reservations={verdict.reservations} />
        </div>
        <aside aria-label={t("check.what")}>
          <Asked receipt={receipt} />
          <Alerts check={check} />
          <ReceiptPanel check={check} holds={receipt.data?.holds ?? null} />
        </aside>
      </div>
    </article>
  );
}

/** A day that was asked for as a day; a moment in the reader's own time, with the day that was decided where that is another. */
function sayMoment(
  at: string,
  { t, language }: Pick<ReturnType<typeof useLanguage>, "t" | "language">,
): string {
  const day = sayDay(language, at);
  if (/^\d{4}-\d{2}-\d{2}(?:T00:00:00(?:\.0+)?Z)?$/.test(at)) return day;
  const said = sayInstant(language, at);
  return said.startsWith(day) ? said : `${said} (${t("check.day", { day })})`;
}

const KINDS = ["payment", "shipment", "hire", "project", "party"] as const;

/** What was asked, as the receipt holds it. */
function Asked({ receipt }: { readonly receipt: UseQueryResult<CheckReceipt> }): ReactNode {
  const { t } = useLanguage();
  return (
    <Panel title={t("check.what")}>
      <Stateful query={receipt} rows={3}>
        {({ transaction }) => <AskedFacts transaction={transaction} />}
      </Stateful>
    </Panel>
  );
}

function Alerts({ check }: { readonly check: Check }): ReactNode {
  const { t, language } = useLanguage();
  if (check.alerts.length === 0) return null;
  return (
    <Panel title={t("check.alerts")}>
      <ul className={style.sentences}>
        {check.alerts.map((id, at) => (
          <li key={id}>
            <Link to="/alerts/$id" params={{ id }}>
              {t("check.alert", { number: sayNumber(language, at + 1) })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The receipt: where it stands in the log, taken along, decided again. */
function ReceiptPanel({
  check,
  holds,
}: {
  readonly check: Check;
  /** What this browser found of it; null where nothing yet. */
  readonly holds: boolean | null;
}): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const may = session?.permissions.includes("receipts.read") === true;
  const again = useMutation({
    mutationFn: () =>
      answerOf(api.POST("/api/v1/checks/{id}/replay", { params: { path: { id: check.id } } })),
  });
  return (
    <Panel title={t("verdict.receipt")}>
      <p className={style.hash}>
        <code>{check.receipt.hash}</code>
      </p>
      <p className={style.muted}>
        {t("check.receipt.place", {
          number: sayNumber(language, check.receipt.sequence),
          time: sayInstant(language, check.createdAt),
        })}
      </p>
      {holds === null ? null : (
        <p className={style.holds} data-holds={holds}>
          {holds ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          {t(holds ? "check.receipt.holds" : "receipts.broken")}
        </p>
      )}
      <ul className={style.links}>
        <li>
          <a href={`/api/v1/checks/${check.id}/receipt`} download={`${check.id}.receipt.json`}>
            {t("check.receipt.take")}
          </a>
        </li>
        {may ? (
          <li>
            <Link to="/receipts" search={{ sequence: String(check.receipt.sequence), check: check.id }}>
              {t("check.receipt.verify")}
            </Link>
          </li>
        ) : null}
      </ul>
      {may ? (
        <div className={style.replay}>
          <Button variant="default" size="sm" loading={again.isPending} onClick={() => again.mutate()}>
            {t("check.replay")}
          </Button>
          {again.data === undefined ? null : (
            <p role="status">
              {again.data.same ? t("check.replay.same") : t("check.replay.other")}{" "}
              {again.data.differences.join("; ")}
            </p>
          )}
          {again.error === null ? null : <Failed problem={problemIn(again.error)} />}
        </div>
      ) : null}
    </Panel>
  );
}
