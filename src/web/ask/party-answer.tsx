import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import type { ScreenAnswer } from "../api/shapes.ts";
import { AsOfBar } from "../components/as-of-picker.tsx";
import { CopyLink } from "../components/copy-link.tsx";
import { Stateful } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./ask-page.module.css";
import { MatchCard } from "./match-card.tsx";
import { partyOf, type SubjectDraft } from "./subject-draft.ts";

/** Whom a party may be: the answer in a word, each candidate with its facts, and what would make it surer. */
export function PartyAnswer({
  draft,
  onAt,
}: {
  readonly draft: SubjectDraft;
  readonly onAt: (at: string | undefined) => void;
}): ReactNode {
  const body = { subject: partyOf(draft), limit: 10, ...(draft.at === undefined ? {} : { at: draft.at }) };
  const answer = useQuery({
    queryKey: ["screen", body],
    queryFn: () => answerOf(api.POST("/api/v1/screen", { body })),
  });
  return (
    <>
      <AsOfBar day={draft.at} onBack={() => onAt(undefined)} />
      <Stateful query={answer} rows={5}>
        {(data) => <Answered draft={draft} answer={data} />}
      </Stateful>
    </>
  );
}

function Answered({
  draft,
  answer,
}: {
  readonly draft: SubjectDraft;
  readonly answer: ScreenAnswer;
}): ReactNode {
  const { t, language } = useLanguage();
  const { matches, outOfForce, snapshot } = answer;
  const hits = matches.filter(({ hit }) => hit);
  const below = matches.filter(({ hit }) => !hit);
  const verdict = hits.length === 0 ? "clear" : "refer";
  const missing = missingOf(draft);
  return (
    <>
      <VerdictBanner answer={verdict} sentence={t(`ask.${verdict}`)}>
        {draft.at === undefined ? t("asof.today") : `${t("asof.label")} ${sayDay(language, draft.at)}`}
        {" · "}
        {t("lists.snapshot")} <code>{snapshot.slice(0, 12)}</code>
        <div className={`${style.actions} screen-only`}>
          <CopyLink />
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            {t("verdict.print")}
          </Button>
        </div>
      </VerdictBanner>
      <Matches title={t("ask.matches")} matches={hits} open />
      {hits.length === 0 || missing.length === 0 ? null : (
        <section className={style.section}>
          <h2>{t("verdict.missing")}</h2>
          <ul className={style.missing}>
            {missing.map((fact) => (
              <li key={fact}>{t(`ask.missing.${fact}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <Matches title={t("ask.below")} matches={below} />
      <Matches title={t("ask.outOfForce")} matches={outOfForce} />
    </>
  );
}

/** Facts that would tell the party from those of its name, and were not given. */
function missingOf({ birth, country, id, kind }: SubjectDraft): readonly ("birth" | "country" | "id")[] {
  const person = kind === undefined || kind === "person";
  return [
    ...(person && birth === undefined ? (["birth"] as const) : []),
    ...(country === undefined ? (["country"] as const) : []),
    ...(id === undefined ? (["id"] as const) : []),
  ];
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
    <section className={style.section}>
      <h2>{title}</h2>
      {matches.map((match, at) => (
        <MatchCard key={match.id} match={match} open={open && at === 0} />
      ))}
    </section>
  );
}
