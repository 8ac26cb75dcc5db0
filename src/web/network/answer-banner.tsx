import type { ReactNode } from "react";
import { Name } from "../components/name-with-scripts.tsx";
import banner from "../components/verdict-banner.module.css";
import { VerdictIcon } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./network-page.module.css";
import { type Network, nameOf, sayAnswer, sayShareOf } from "./network-words.ts";
import { shortPath } from "./short-path.ts";
import { answerOfStatus } from "./status-sign.tsx";

/** The answer in a sentence, the deciding path in a line, and by which law on which day. */
export function AnswerBanner({ network }: { readonly network: Network }): ReactNode {
  const { t, language } = useLanguage();
  const answer = answerOfStatus(network.answer.status);
  return (
    <section className={banner.banner} data-answer={answer} aria-live="polite">
      <p className={banner.title}>
        <VerdictIcon answer={answer} size={40} />
        <span>{sayAnswer(network.answer, t)}</span>
      </p>
      <ShortPath network={network} />
      <div className={banner.sources}>
        {t(`network.law.${network.rule.policy}`)} · {sayDay(language, network.at)}
        {network.rule.isLaw ? "" : ` · ${t("network.law.not")}`}
      </div>
    </section>
  );
}

/** The shortest way from the party up to somebody listed: Skydev ←30 %← Alpha ←100 %← Yanbian Silverstar. */
function ShortPath({ network }: { readonly network: Network }): ReactNode {
  const { t } = useLanguage();
  const steps = shortPath(network);
  if (steps.length === 0) return null;
  return (
    <p className={style.short}>
      <Name name={nameOf(network, network.id)} />
      {steps.map((edge) => (
        <span key={edge.id}>
          {" ← "}
          {edge.interest === "ownership" ? sayShareOf(edge, t) : t(`network.interest.${edge.interest}`)}
          {" ← "}
          <strong>
            <Name name={nameOf(network, edge.owner)} />
          </strong>
        </span>
      ))}
    </p>
  );
}
