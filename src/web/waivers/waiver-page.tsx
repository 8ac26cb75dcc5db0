import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { useSession } from "../api/session.ts";
import { FactList } from "../components/fact-list.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { Authority } from "./authority.tsx";
import { sayZone } from "./clock.tsx";
import { DrawForm } from "./draw-form.tsx";
import { sayCode, sayQuantity } from "./exact.ts";
import { LedgerBar, LedgerLegend } from "./ledger-bar.tsx";
import { LedgerPicture } from "./ledger-picture.tsx";
import { LetterPanel } from "./letter-panel.tsx";
import { MeasureList } from "./measure-list.tsx";
import { OpenReservations } from "./open-reservations.tsx";
import { ReportsPanel } from "./reports-panel.tsx";
import type { Waiver } from "./shapes.ts";
import { StandingPanel } from "./standing-panel.tsx";
import { WAIVER_EVENTS } from "./use-waivers.ts";
import { WaiverHistory } from "./waiver-history.tsx";
import style from "./waivers.module.css";

const ENTRIES = 100;
/** Lines that are drawn over time at once; the others on request. */
const PICTURES = 4;

/** A waiver: valid or not and why, what is left of each line, its ledger, letter, reports and history. */
export function WaiverPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/waivers/$id" });
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["waiver", id],
    queryFn: () => answerOf(api.GET("/api/v1/waivers/{id}", { params: { path: { id } } })),
  });
  useLive(WAIVER_EVENTS, (event) => {
    if (event === null || event.subject === id) void queries.invalidateQueries({ queryKey: ["waiver", id] });
  });
  return (
    <Stateful
      query={query}
      missing={
        <EmptyState
          title={t("waivers.missing")}
          next=""
          action={<Link to="/waivers">{t("waivers.title")}</Link>}
        />
      }
    >
      {(waiver) => <OpenWaiver waiver={waiver} />}
    </Stateful>
  );
}

function OpenWaiver({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const days = t("verify.days", {
    from: sayDay(language, waiver.from),
    until: sayDay(language, waiver.until),
  });
  return (
    <>
      <PageHead
        title={waiver.reference}
        heading={sayTitle(language, waiver.title)}
        above={`${waiver.reference} · ${t("waivers.version", { version: String(waiver.version) })}`}
        lead={`${days} (${sayZone(language, waiver.terms.zone ?? "UTC")})`}
      >
        {waiver.applicationId === null ? null : (
          <Link to="/apply/$id" params={{ id: waiver.applicationId }}>
            {t("waivers.application")}
          </Link>
        )}
      </PageHead>
      <div
        className={`${style.notice} ${waiver.standing === "in-force" ? "" : waiver.standing === "suspended" || waiver.standing === "revoked" ? style.stop : style.warning}`}
        role="status"
      >
        <p>
          <strong>{t(`verify.standing.${waiver.standing}`)}</strong>
          {waiver.standing === "in-force"
            ? ` · ${t("waivers.days.left", { count: String(waiver.daysLeft) })}`
            : ""}
        </p>
        {waiver.reasons.map((reason) => (
          <p key={reason}>
            <Said words={reason} />
          </p>
        ))}
      </div>
      <div className={style.columns}>
        <div>
          <Account waiver={waiver} />
          {session?.permissions.includes("waivers.write") === true ? <DrawForm waiver={waiver} /> : null}
        </div>
        <aside aria-label={t("waivers.terms")}>
          <StandingPanel waiver={waiver} />
          <Terms waiver={waiver} />
          <LetterPanel waiver={waiver} />
          <ReportsPanel waiver={waiver} />
          <WaiverHistory waiver={waiver} />
        </aside>
      </div>
    </>
  );
}

/** The ledger: each line's account, its course over time, what is reserved, and every entry. */
function Account({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const [shown, setShown] = useState(PICTURES);
  const ledger = useInfiniteQuery({
    queryKey: ["waiver", waiver.id, "ledger"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/waivers/{id}/ledger", {
          params: {
            path: { id: waiver.id },
            query: { limit: ENTRIES, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
  const entries = ledger.data?.pages.flatMap(({ items }) => items) ?? [];
  const { value } = waiver;
  return (
    <>
      <Panel title={t("waivers.ledger")}>
        <LedgerLegend />
        <ul className={style.lines}>
          {waiver.lines.map((line) => (
            <LedgerBar key={line.line} line={line} />
          ))}
        </ul>
        {value === null ? null : (
          <p>
            {t("waivers.value", {
              left: `${value.currency} ${value.left}`,
              allowed: `${value.currency} ${value.allowed}`,
            })}
          </p>
        )}
        {waiver.terms.shipmentsMax === null ? null : (
          <p>
            {t("waivers.shipments", {
              made: String(waiver.shipments.length),
              max: String(waiver.terms.shipmentsMax),
            })}
          </p>
        )}
      </Panel>
      <Panel title={t("waivers.picture")}>
        {waiver.lines.slice(0, shown).map((line) => (
          <LedgerPicture
            key={line.line}
            waiver={waiver}
            line={line}
            entries={entries}
            now={new Date().toISOString()}
          />
        ))}
        {waiver.lines.length > shown ? (
          <Button variant="default" onClick={() => setShown(waiver.lines.length)}>
            {t("waivers.lines.more", { count: String(waiver.lines.length - shown) })}
          </Button>
        ) : null}
      </Panel>
      <OpenReservations waiver={waiver} />
      <Panel title={t("waivers.entries")}>
        {entries.length === 0 ? (
          <p className={style.muted}>{t("waivers.entries.none")}</p>
        ) : (
          <PlainTable
            caption={t("waivers.entries")}
            rows={entries}
            keyOf={({ sequence }) => String(sequence)}
            columns={[
              {
                key: "kind",
                title: t("waivers.entry"),
                heads: true,
                cell: ({ sequence, kind, at, by }) => (
                  <>
                    {sequence}. {t(`waivers.entry.${kindOf(kind)}`)}
                    <small>
                      {sayInstant(language, at)} · {sayTitle(language, by.name)}
                    </small>
                  </>
                ),
              },
              {
                key: "reference",
                title: t("waivers.shipment"),
                cell: ({ reference, reason }) => (
                  <>
                    {reference}
                    {reason === null ? null : <small>{reason}</small>}
                  </>
                ),
              },
              {
                key: "lines",
                title: t("waivers.quantities"),
                cell: ({ lines }) =>
                  lines.map(({ line, quantity }) => (
                    <div key={line}>
                      {t("apply.line", { line })}: {sayQuantity(language, quantity)}
                    </div>
                  )),
              },
            ]}
          />
        )}
        {ledger.hasNextPage ? (
          <Button
            variant="default"
            loading={ledger.isFetchingNextPage}
            onClick={() => void ledger.fetchNextPage()}
          >
            {t("waivers.entries.more")}
          </Button>
        ) : null}
      </Panel>
    </>
  );
}

const KINDS = [
  "reserve",
  "draw",
  "commit",
  "release",
  "return",
  "correct-more",
  "correct-less",
  "correct",
] as const;

const kindOf = (text: string): (typeof KINDS)[number] => KINDS.find((one) => one === text) ?? "correct";

/** What the letter says beside its quantities. */
function Terms({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const { terms } = waiver;
  return (
    <Panel title={t("waivers.terms")}>
      <FactList
        facts={[
          { name: t("verify.authority"), value: <Authority id={waiver.authority} /> },
          { name: t("waivers.approved"), value: sayDay(language, terms.approvedOn) },
          { name: t("verify.parties"), value: terms.parties?.join("; ") ?? t("verify.anyone") },
          { name: t("verify.route"), value: terms.route?.join(" – ") ?? t("verify.anyone") },
          {
            name: t("may.code"),
            value: terms.lines.map(({ line, hs }) => `${line}: ${hs.map(sayCode).join(", ")}`).join("; "),
          },
          {
            name: t("waivers.measures"),
            value: <MeasureList ids={terms.measures} />,
          },
          ...terms.conditions.map((words, at) => ({
            name: t("waivers.condition", { number: String(at + 1) }),
            value: words,
          })),
          { name: t("waivers.source"), value: <Said words={terms.source} /> },
        ]}
      />
    </Panel>
  );
}
