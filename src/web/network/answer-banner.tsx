import type { ReactNode } from "react";
import banner from "../components/verdict-banner.module.css";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { type Network, sayAnswer } from "./network-words.ts";
import { answerOfStatus } from "./status-sign.tsx";

/** The answer in a sentence, and by which law on which day. */
export function AnswerBanner({ network }: { readonly network: Network }): ReactNode {
  const { t, language } = useLanguage();
  const answer = answerOfStatus(network.answer.status);
  return (
    <section className={banner.banner} data-answer={answer} aria-live="polite">
      <p className={banner.title}>
        <VerdictIcon answer={answer} size={40} />
        <span>{sayAnswer(network.answer, t)}</span>
      </p>
      <div className={banner.sources}>
        {t(`network.law.${network.rule.policy}`)} · {sayDay(language, network.at)}
        {network.rule.isLaw ? "" : ` · ${t("network.law.not")}`}
      </div>
    </section>
  );
}
