import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Finding } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Said } from "../components/said.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./check-page.module.css";
import type { CheckReceipt } from "./check-receipt.ts";
import { missingFacts } from "./missing-facts.ts";
import { unseenOf } from "./unseen.ts";

/** Facts that would decide and were not stated; and where a measure forbids, the way to what would lift it. */
export function MissingPart({
  findings,
  transaction,
}: {
  readonly findings: readonly Finding[];
  readonly transaction: CheckReceipt["transaction"];
}): ReactNode {
  const { t } = useLanguage();
  const missing = missingFacts(findings, transaction);
  const isForbidden = findings.some(({ effect, step }) => effect === "prohibits" && step === "measures");
  if (missing.length === 0 && !isForbidden) return null;
  const isAlone = transaction.parties.length === 1;
  return (
    <section>
      <h2>{t("verdict.missing")}</h2>
      <ul className={style.sentences}>
        {missing.map(({ name, facts }) => (
          <li key={name}>
            {isAlone ? null : (
              <>
                <Name name={name} />:{" "}
              </>
            )}
            {facts.map((fact) => t(`missing.${fact}`)).join(", ")}
          </li>
        ))}
        {isForbidden ? (
          <li>
            <WaiverMissing />
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** That a waiver is missing, with the way to what it would take. */
export function WaiverMissing(): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      {t("missing.waiver")} <Link to="/waivers/ask">{t("missing.waiver.ask")}</Link>
    </>
  );
}

/** What would change the answer, in a sentence each; what is said of several lines alike stands once. */
export function ChangesPart({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  if (sentences.length === 0) return null;
  const alike = Map.groupBy(sentences, (words) => words.replace(LINE, "line"));
  return (
    <section>
      <h2>{t("verdict.changes")}</h2>
      <ul className={style.sentences}>
        {[...alike].map(([key, [first = "", ...others]]) => (
          <li key={key}>
            <Said words={first} />
            {others.length === 0 ? null : (
              <span className={style.alike}>
                {t("verdict.changes.lines", {
                  lines: others.map((words) => LINE.exec(words)?.[1] ?? "").join(", "),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line of goods that a sentence speaks of. */
const LINE = /\bline (\S+)(?= in full)/;

/** What the answer cannot see, counted in one line; opened, each list with its day, and all else as it was said. */
export function UnseenPart({ reservations }: { readonly reservations: readonly string[] }): ReactNode {
  const { t, language } = useLanguage();
  if (reservations.length === 0) return null;
  const { old, notHeld, background, told } = unseenOf(reservations);
  const others = told.length - Math.min(told.length, (notHeld > 0 ? 1 : 0) + background);
  const counted = (
    [
      ["old", old.length],
      ["notheld", notHeld],
      ["background", background],
      ["other", others],
    ] as const
  ).flatMap(([what, count]) =>
    count === 0 ? [] : [t(`unseen.${what}`, { count: sayNumber(language, count) })],
  );
  return (
    <details className={style.unseen}>
      <summary>
        <strong>{t("verdict.unseen")}</strong> <span>{counted.join(" · ")}</span>
      </summary>
      {old.length === 0 ? null : (
        <>
          <p>{t("unseen.old.means")}</p>
          <ul className={style.oldLists}>
            {old
              .toSorted((one, other) => other.days - one.days)
              .map(({ title, day, days }) => (
                <li key={title}>
                  <span>{sayTitle(language, title)}</span>
                  <span>
                    {sayDay(language, day)} · {t("unseen.days", { count: sayNumber(language, days) })}
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
      {told.length === 0 ? null : (
        <ul className={style.sentences}>
          {told.map((words) => (
            <li key={words}>
              <Said words={words} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** Whether a drawing says more than the words: goods under a measure are a table, not a network. */
export const leadsToListed = (findings: readonly Finding[]): boolean =>
  findings.some(
    ({ effect, citations }) => effect !== "note" && citations.some(({ kind }) => kind === "listing"),
  );
