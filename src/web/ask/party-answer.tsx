import { useQueries, useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { answerOf, api } from "../api/client.ts";
import type { Finding, ScreenAnswer } from "../api/shapes.ts";
import { ChangesPart, leadsToListed, MissingPart, UnseenPart } from "../checks/verdict-parts.tsx";
import { AsOfBar } from "../components/as-of-picker.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Loading, Stateful } from "../components/stateful.tsx";
import { listedQuery } from "../entities/listed-query.ts";
import { useLanguage } from "../words/language.tsx";
import { AnswerHead, type Verdict } from "./answer-head.tsx";
import style from "./ask-page.module.css";
import { askedOfParty, previewOf } from "./asked-transaction.ts";
import { MatchCard } from "./match-card.tsx";
import { partyOf, type SubjectDraft } from "./subject-draft.ts";

// What draws is as large as all the rest; a clear answer needs none of it.
const VerdictGraphPanel = lazy(() => import("../checks/verdict-graph-panel.tsx"));

/** Of so many listed parties the relations are drawn beside them. */
const DRAWN_LISTED_MAX = 3;

type Match = ScreenAnswer["matches"][number];

/** May anything go to this party? The verdict of a check, of which nothing is kept until somebody keeps it. */
export function PartyAnswer({
  draft,
  onAt,
}: {
  readonly draft: SubjectDraft;
  readonly onAt: (at: string | undefined) => void;
}): ReactNode {
  const preview = useQuery({ queryKey: ["preview", draft], queryFn: () => previewOf(askedOfParty(draft)) });
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
  const body = { subject: partyOf(draft), limit: 10, ...(draft.at === undefined ? {} : { at: draft.at }) };
  const screened = useQuery({
    queryKey: ["screen", body],
    queryFn: () => answerOf(api.POST("/api/v1/screen", { body })),
  });
  const findings = verdict.findings as readonly Finding[];
  const asked = askedOfParty(draft);
  return (
    <>
      <AnswerHead asked={asked} verdict={verdict} />
      <FindingList findings={findings} />
      <MissingPart findings={findings} transaction={asked.transaction} />
      <ChangesPart sentences={verdict.wouldChange} />
      <Stateful query={screened} rows={3}>
        {(answer) => <Candidates draft={draft} findings={findings} answer={answer} />}
      </Stateful>
      <UnseenPart reservations={verdict.reservations} />
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
  const { transaction } = askedOfParty(draft);
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
