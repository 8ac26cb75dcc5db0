import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { Check, Finding } from "../api/shapes.ts";
import { CopyLink } from "../components/copy-link.tsx";
import { type Fact, FactList } from "../components/fact-list.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { useTitle } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Failed, Loading, Stateful } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayInstant, sayMoney, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./check-page.module.css";
import { checkQuery } from "./check-query.ts";
import { type CheckReceipt, readCheckReceipt } from "./check-receipt.ts";

// What draws is as large as all the rest; a verdict without reasons needs none of it.
const VerdictGraphPanel = lazy(() => import("./verdict-graph-panel.tsx"));

/** The proof of a verdict: the answer, why, what is missing, what would change it, and its receipt. */
export function CheckPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/checks/$id" });
  const check = useQuery(checkQuery(id));
  return (
    <Stateful
      query={check}
      missing={<EmptyState title={t("check.none")} next="" action={<Link to="/">{t("nav.ask")}</Link>} />}
    >
      {(data) => <OpenCheck check={data} />}
    </Stateful>
  );
}

function OpenCheck({ check }: { readonly check: Check }): ReactNode {
  const { t, language } = useLanguage();
  useTitle(check.reference);
  const { verdict, answer } = check;
  const kind = KINDS.find((one) => one === check.kind) ?? "payment";
  return (
    <article className={style.page}>
      <p className={style.above}>
        {t("check.reference", { reference: check.reference })} · {t("asof.label")}{" "}
        {sayInstant(language, check.at)} · {sayTitle(language, check.createdBy.name)}
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
          <FindingList findings={verdict.findings as readonly Finding[]} />
          <Listed title={t("verdict.changes")} sentences={verdict.wouldChange} />
          {leadsToListed(verdict.findings as readonly Finding[]) ? (
            <Suspense fallback={<Loading rows={6} />}>
              <VerdictGraphPanel check={check} />
            </Suspense>
          ) : null}
          <Listed title={t("verdict.unseen")} sentences={verdict.reservations} />
        </div>
        <aside aria-label={t("check.what")}>
          <Asked check={check} />
          <Alerts check={check} />
          <ReceiptPanel check={check} />
        </aside>
      </div>
    </article>
  );
}

/** Goods under a measure are a table, not a network. */
const leadsToListed = (findings: readonly Finding[]): boolean =>
  findings.some(
    ({ effect, citations }) => effect !== "note" && citations.some(({ kind }) => kind === "listing"),
  );

const KINDS = ["payment", "shipment", "hire", "project"] as const;

function Listed({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={style.sentences}>
        {sentences.map((words) => (
          <li key={words}>
            <Said words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was asked, as the receipt holds it. */
function Asked({ check }: { readonly check: Check }): ReactNode {
  const { t, language } = useLanguage();
  const receipt = useQuery({
    queryKey: ["check-receipt", check.id],
    queryFn: () => readCheckReceipt(check.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel title={t("check.what")}>
      <Stateful query={receipt} rows={3}>
        {({ transaction }) => <FactList facts={factsOf(transaction, { t, language })} />}
      </Stateful>
    </Panel>
  );
}

function factsOf(
  transaction: CheckReceipt["transaction"],
  { t, language }: Pick<ReturnType<typeof useLanguage>, "t" | "language">,
): readonly Fact[] {
  const parties = transaction.parties.map(({ role, properties }, at) => ({
    name: `${t(`role.${role}`)}${at === 0 ? "" : ""}`,
    value: <Name name={properties.name?.[0] ?? "–"} />,
  }));
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
            value: transaction.goods.map(({ line, description, hs }) => (
              <span key={line}>
                {line}. {description} {hs === null ? "" : `(${hs})`}
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
function ReceiptPanel({ check }: { readonly check: Check }): ReactNode {
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
