import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import type { ScreenAnswer } from "../api/shapes.ts";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { AskForm } from "./ask-form.tsx";
import style from "./ask-page.module.css";
import { MatchCard } from "./match-card.tsx";
import { kindOfQuestion, partyOf, type SubjectDraft } from "./subject-draft.ts";

/** The front page: one box, and the answer under it. What is asked stands in the address. */
export function AskPage(): ReactNode {
  const { t } = useLanguage();
  const draft: SubjectDraft = useSearch({ from: "/" });
  const navigate = useNavigate();
  const session = useSession();
  const ask = (next: SubjectDraft): void => {
    if (kindOfQuestion(next.q ?? "") === "goods")
      void navigate({ to: "/goods", search: { q: next.q, at: next.at } });
    else void navigate({ to: "/", search: next });
  };
  return (
    <>
      <h1 className={draft.q === undefined ? style.title : "visually-hidden"}>{t("ask.title")}</h1>
      <AskForm key={JSON.stringify(draft)} draft={draft} onAsk={ask} />
      {session === null ? (
        <EmptyState
          title={t("ask.signin")}
          next={t("ask.none.next")}
          action={
            <Link to="/sign-in" search={{ next: "/" }}>
              {t("signin.title")}
            </Link>
          }
        />
      ) : draft.q === undefined ? (
        <EmptyState title={t("ask.none")} next={t("ask.none.next")} />
      ) : (
        <Answer draft={draft} />
      )}
    </>
  );
}

function Answer({ draft }: { readonly draft: SubjectDraft }): ReactNode {
  const { t, language } = useLanguage();
  const body = { subject: partyOf(draft), limit: 10, ...(draft.at === undefined ? {} : { at: draft.at }) };
  const answer = useQuery({
    queryKey: ["screen", body],
    queryFn: () => answerOf(api.POST("/api/v1/screen", { body })),
  });
  if (answer.isPending) return <Loading rows={5} />;
  if (answer.isError)
    return <Failed problem={problemIn(answer.error)} onRetry={() => void answer.refetch()} />;
  const { matches, outOfForce, tookMs } = answer.data;
  const hits = matches.filter(({ hit }) => hit);
  const below = matches.filter(({ hit }) => !hit);
  const verdict = hits.length === 0 ? "clear" : "refer";
  return (
    <>
      <VerdictBanner answer={verdict} sentence={t(`ask.${verdict}`)}>
        {draft.at === undefined ? t("asof.today") : `${t("asof.label")} ${sayDay(language, draft.at)}`} ·{" "}
        {t("ask.took", { matches: String(matches.length), ms: tookMs.toFixed(1) })}
      </VerdictBanner>
      <Matches title={t("ask.matches")} matches={hits} open />
      <Matches title={t("ask.below")} matches={below} />
      <Matches title={t("ask.outOfForce")} matches={outOfForce} />
    </>
  );
}

function Matches({
  title,
  matches,
  open = false,
}: {
  readonly title: string;
  readonly matches: ScreenAnswer["matches"];
  readonly open?: boolean;
}): ReactNode {
  if (matches.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {matches.map((match, at) => (
        <MatchCard key={match.id} match={match} open={open && at === 0} />
      ))}
    </section>
  );
}
