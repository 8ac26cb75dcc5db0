import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { listsQuery } from "../api/lists.ts";
import { problemIn } from "../api/problem.ts";
import { CopyLink } from "../components/copy-link.tsx";
import { Failed } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import style from "./ask-page.module.css";
import { type Asked, keepAsked, type previewOf } from "./asked-transaction.ts";

/** What the gate said, before anybody kept it. */
export type Verdict = Awaited<ReturnType<typeof previewOf>>["verdict"];

/** The answer in a word and a sentence, on what it rests, and what can be done with it. */
export function AnswerHead({
  asked,
  verdict,
}: {
  readonly asked: Asked;
  readonly verdict: Verdict;
}): ReactNode {
  const { t, language } = useLanguage();
  const lists = useQuery(listsQuery);
  const kind = asked.transaction.kind === "shipment" ? "shipment" : "party";
  return (
    <VerdictBanner answer={verdict.answer} sentence={t(`verdict.${verdict.answer}.${kind}`)}>
      {[
        asked.at === undefined ? t("asof.today") : `${t("asof.label")} ${sayDay(language, asked.at)}`,
        ...(lists.data === undefined
          ? []
          : [t("ask.lists", { count: sayNumber(language, lists.data.lists.length) })]),
      ].join(" · ")}{" "}
      <code>{verdict.of.snapshot.slice(0, 12)}</code>
      <Keep asked={asked} />
    </VerdictBanner>
  );
}

/** Keeps the answer with a receipt, passes the question on, prints it. */
function Keep({ asked }: { readonly asked: Asked }): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const keep = useMutation({
    mutationFn: () => keepAsked(asked),
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
