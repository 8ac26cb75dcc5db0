import {
  IconCircleCheck,
  IconFileCertificate,
  IconHelpTriangle,
  IconOctagonMinus,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { VerdictName } from "../tokens.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./verdict-banner.module.css";

const ICONS = {
  clear: IconCircleCheck,
  permitted: IconFileCertificate,
  refer: IconHelpTriangle,
  prohibited: IconOctagonMinus,
} as const;

/** The sign of an answer: a bar's color is never the only one. */
export function VerdictIcon({
  answer,
  size = 20,
}: {
  readonly answer: VerdictName;
  readonly size?: number;
}): ReactNode {
  const Icon = ICONS[answer];
  return (
    <span className={style.sign} data-answer={answer} style={{ width: size, height: size }}>
      <Icon size={size * 0.8} stroke={2} aria-hidden />
    </span>
  );
}

/** The answer: a word, a sentence, and on what it rests. The page's heading, told to screen readers when it changes. */
export function VerdictBanner({
  answer,
  sentence,
  heading = 1,
  children,
}: {
  readonly answer: VerdictName;
  readonly sentence: string;
  /** 2 where the page has a heading of its own. */
  readonly heading?: 1 | 2;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  const Heading = `h${heading}` as const;
  return (
    <section className={style.banner} data-answer={answer} aria-live="polite">
      <Heading className={style.title}>
        <VerdictIcon answer={answer} size={40} />
        <span>{t(`verdict.${answer}`)}</span>
      </Heading>
      <p className={style.sentence}>{sentence}</p>
      {children === undefined ? null : <div className={style.sources}>{children}</div>}
    </section>
  );
}
