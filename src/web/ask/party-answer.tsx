import { Button } from "@mantine/core";
import { useMutation, useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { answerOf, api } from "../api/client.ts";
import { listsQuery } from "../api/lists.ts";
import { problemIn } from "../api/problem.ts";
import type { Finding, ScreenAnswer } from "../api/shapes.ts";
import { ChangesPart, leadsToListed, MissingPart, UnseenPart } from "../checks/verdict-parts.tsx";
import { AsOfBar } from "../components/as-of-picker.tsx";
import { CopyLink } from "../components/copy-link.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Failed, Loading, Stateful } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { listedQuery } from "../entities/listed-query.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import style from "./ask-page.module.css";
import { MatchCard } from "./match-card.tsx";
import { keepParty, previewOf, transactionOf } from "./party-check.ts";
import { partyOf, type SubjectDraft } from "./subject-draft.ts";

// What draws is as large as all the rest; a clear answer needs none of it.
const VerdictGraphPanel = lazy(() => import("../checks/verdict-graph-panel.tsx"));

/** Of so many listed parties the relations are drawn beside them. */
const DRAWN_LISTED_MAX = 3;

type Match = ScreenAnswer["matches"][number];
type Verdict = Awaited<ReturnType<typeof previewOf>>["verdict"];

/** May anything go to this party? The verdict of a check, of which nothing is kept until somebody keeps it. */
export function PartyAnswer({
  draft,
  onAt,
}: {
  readonly draft: SubjectDraft;
  readonly onAt: (at: string | undefined) => void;
}): ReactNode {
  const preview = useQuery({ queryKey: ["preview", draft], queryFn: () => previewOf(draft) });
  return (
    <>
      <AsOfBar day={draft.at} onBack={() => onAt(undefined)} />
      <Stateful query={preview} rows={5}>
        {({ verdict }) => <Answered draft={draft} verdict={verdict} />}
      </Stateful>
    </>
  );
}

function Answered({
  draft,
  verdict,
}: {
  readonly draft: SubjectDraft;
  readonly verdict: Verdict;
}): ReactNode {
  const { t, language } = useLanguage();
  const body = { subject: partyOf(draft), limit: 10, ...(draft.at === undefined ? {} : { at: draft.at }) };
  const screened = useQuery({
    queryKey: ["screen", body],
    queryFn: () => answerOf(api.POST("/api/v1/screen", { body })),
  });
  const lists = useQuery(listsQuery);
  const findings = verdict.findings as readonly Finding[];
  const transaction = transactionOf(draft);
  return (
    <>
      <VerdictBanner answer={verdict.answer} sentence={t(`verdict.${verdict.answer}.party`)}>
        {[
          draft.at === undefined ? t("asof.today") : `${t("asof.label")} ${sayDay(language, draft.at)}`,
          ...(lists.data === undefined
            ? []
            : [t("ask.lists", { count: sayNumber(language, lists.data.lists.length) })]),
        ].join(" · ")}{" "}
        <code>{verdict.of.snapshot.slice(0, 12)}</code>
        <Keep draft={draft} />
      </VerdictBanner>
      <FindingList findings={findings} />
      <MissingPart findings={findings} transaction={transaction} />
      <ChangesPart sentences={verdict.wouldChange} />
      <Stateful query={screened} rows={3}>
        {(answer) => <Candidates draft={draft} findings={findings} answer={answer} />}
      </Stateful>
      <UnseenPart reservations={verdict.reservations} />
    </>
  );
}

/** What can be done with the answer: keep it with a receipt, pass the question on, print it. */
function Keep({ draft }: { readonly draft: SubjectDraft }): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const keep = useMutation({
    mutationFn: () => keepParty(draft),
    onSuccess: (id) => navigate({ to: "/checks/$id", params: { id } }),
  });
  return (
    <>
      <div className={`${style.keep} screen-only`}>
        <Button size="compact-md" variant="default" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t("ask.keep")}
        </Button>
        <CopyLink />
        <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
          {t("verdict.print")}
        </Button>
      </div>
      <p className={`${style.muted} screen-only`}>{t("ask.keep.note")}</p>
      {keep.error === null ? null : <Failed problem={problemIn(keep.error)} />}
    </>
  );
}

/** Whom this may be, the graph of it, and who is near or was on a list on another day. */
function Candidates({
  draft,
  findings,
  answer,
}: {
  readonly draft: SubjectDraft;
  readonly findings: readonly Finding[];
  readonly answer: ScreenAnswer;
}): ReactNode {
  const { t } = useLanguage();
  // Which of them counts is the policy's to say, and the reasons above say it.
  const cited = new Set(
    findings.flatMap(({ effect, citations }) =>
      effect === "note"
        ? []
        : citations.flatMap((one) => (one.kind === "listing" ? [`${one.list} ${one.entry}`] : [])),
    ),
  );
  const isCited = ({ listings }: Match): boolean =>
    listings.some(({ listing }) => cited.has(`${listing.list} ${listing.entry}`));
  const hits = answer.matches.filter(isCited);
  const isNobody = answer.matches.length === 0 && answer.outOfForce.length === 0;
  return (
    <>
      {isNobody ? <p>{t("ask.matches.none")}</p> : null}
      {leadsToListed(findings) ? <Graph draft={draft} findings={findings} hits={hits} /> : null}
      <Matches title={t("ask.matches")} matches={hits} />
      <Matches title={t("ask.below")} matches={answer.matches.filter((match) => !isCited(match))} />
      <Matches title={t("ask.outOfForce")} matches={answer.outOfForce} />
    </>
  );
}

function Graph({
  draft,
  findings,
  hits,
}: {
  readonly draft: SubjectDraft;
  readonly findings: readonly Finding[];
  readonly hits: readonly Match[];
}): ReactNode {
  const parties = useQueries({
    queries: hits.slice(0, DRAWN_LISTED_MAX).map(({ id }) => listedQuery(id, draft.at)),
  });
  // What is drawn is placed once: it waits for whom it shows.
  if (parties.some(({ isPending }) => isPending)) return <Loading rows={6} />;
  const transaction = transactionOf(draft);
  return (
    <Suspense fallback={<Loading rows={6} />}>
      <VerdictGraphPanel
        findings={findings}
        transaction={transaction}
        title={transaction.reference}
        listed={parties.flatMap(({ data }) => (data === undefined ? [] : [data]))}
      />
    </Suspense>
  );
}

function Matches({
  title,
  matches,
}: {
  readonly title: string;
  readonly matches: readonly Match[];
}): ReactNode {
  if (matches.length === 0) return null;
  return (
    <section className={style.section}>
      <h2>{title}</h2>
      {matches.map((match) => (
        <MatchCard key={match.id} match={match} />
      ))}
    </section>
  );
}
