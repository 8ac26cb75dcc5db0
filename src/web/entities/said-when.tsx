import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { useListTitle } from "../api/lists.ts";
import type { PartyHistory } from "../api/shapes.ts";
import { FactList } from "../components/fact-list.tsx";
import { FirstFew } from "../components/first-few.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { type Piece, pairTexts } from "../lists/word-changes.ts";
import { WordDifference } from "../lists/word-difference.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayDay, sayNumber, sayValue } from "../words/saying.ts";
import type { Language } from "../words/words.ts";
import style from "./listed-page.module.css";

type OfList = PartyHistory["lists"][number];
type Value = OfList["values"][number];

/** Values of one fact before the rest is folded. */
const SHOWN = 6;

/** Everything that the lists held say or said of a listed party, each fact with the editions that state it. */
export function SaidWhen({ id }: { readonly id: string }): ReactNode {
  const { t } = useLanguage();
  const history = useQuery({
    queryKey: ["listed-history", id],
    queryFn: () => answerOf(api.GET("/api/v1/listed/{id}/history", { params: { path: { id } } })),
  });
  return (
    <Panel title={t("entity.when")}>
      {history.isPending ? <p className={style.editions}>{t("entity.when.reading")}</p> : null}
      <Stateful query={history} rows={4}>
        {({ lists }) => lists.map((one) => <List key={one.list} of={one} isOnly={lists.length === 1} />)}
      </Stateful>
    </Panel>
  );
}

function List({ of, isOnly }: { readonly of: OfList; readonly isOnly: boolean }): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  const facts = [...Map.groupBy(of.values, ({ fact }) => fact)];
  const isSteady = (values: readonly Value[]): boolean =>
    values.every(({ editions }) => editions.length === of.editions.length);
  const changed = facts.filter(([, values]) => !isSteady(values));
  const steady = facts.filter(([, values]) => isSteady(values));
  const rows = (some: typeof facts): ReactNode => (
    <FactList
      facts={some.map(([fact, values]) => ({
        name: sayProperty(language, fact),
        value: <Stated of={of} fact={fact} values={values} />,
      }))}
    />
  );
  return (
    <>
      {isOnly ? null : <h3 className={style.list}>{titleOf(of.list)}</h3>}
      {changed.length === 0 ? (
        <p className={style.steadily}>
          {of.editions.length === 1
            ? t("entity.when.one", { day: sayDay(language, of.editions[0] ?? "") })
            : t("entity.when.steady", { count: sayNumber(language, of.editions.length) })}
        </p>
      ) : (
        rows(changed)
      )}
      {steady.length === 0 ? null : (
        <details className={style.steady}>
          <summary>{t("entity.when.rest", { count: sayNumber(language, steady.length) })}</summary>
          {rows(steady)}
        </details>
      )}
    </>
  );
}

function Stated({
  of,
  fact,
  values,
}: {
  readonly of: OfList;
  readonly fact: string;
  readonly values: readonly Value[];
}): ReactNode {
  const { t, language } = useLanguage();
  const line = ({ value, editions }: Value): ReactNode => (
    <span key={value} className={style.stated} data-gone={!isNow(of, editions)}>
      <Name name={sayValue(language, fact.replace(/^(?:edtf|sanction)\./, ""), value)} />{" "}
      <span className={style.when}>{sayWhen(t, language, of, editions)}</span>
    </span>
  );
  const { changes, whole } = rewordings(of, values);
  return (
    <>
      {changes.map(({ after, on, pieces }) => (
        <span key={`${on} ${after}`} className={style.stated}>
          <WordDifference pieces={pieces} />{" "}
          <span className={style.when}>{t("entity.when.reworded", { day: sayDay(language, on) })}</span>
        </span>
      ))}
      <FirstFew items={whole} shown={SHOWN} line={line} />
    </>
  );
}

/** A text that an edition wrote anew with other words in it. */
type Rewording = { readonly on: string; readonly after: string; readonly pieces: readonly Piece[] };

/** From edition to edition, the texts of which only words changed, the newest first; and the values that are said whole. */
function rewordings(
  { editions }: OfList,
  values: readonly Value[],
): { readonly changes: readonly Rewording[]; readonly whole: readonly Value[] } {
  const changes: Rewording[] = [];
  const told = new Set<string>();
  for (const [at, on] of editions.entries()) {
    const before = editions[at - 1];
    if (before === undefined) continue;
    const stands = (value: Value, edition: string): boolean => value.editions.includes(edition);
    const gained = values.filter((one) => stands(one, on) && !stands(one, before));
    const lost = values.filter((one) => stands(one, before) && !stands(one, on));
    const { changed } = pairTexts(
      gained.map(({ value }) => value),
      lost.map(({ value }) => value),
    );
    for (const { before: old, after, pieces } of changed) {
      changes.unshift({ on, after, pieces });
      told.add(old).add(after);
    }
  }
  return { changes, whole: values.filter(({ value }) => !told.has(value)) };
}

const isNow = ({ editions: all }: OfList, editions: readonly string[]): boolean =>
  editions.at(-1) === all.at(-1);

/** The editions of a value in words: all, since one, until one, or each by its day. */
function sayWhen(
  t: ReturnType<typeof useLanguage>["t"],
  language: Language,
  { editions: all }: OfList,
  editions: readonly string[],
): string {
  const day = (date: string | undefined): string => sayDay(language, date ?? "");
  const [first, last] = [editions[0], editions.at(-1)];
  const unbroken = all.indexOf(last ?? "") - all.indexOf(first ?? "") + 1 === editions.length;
  if (editions.length === all.length)
    return all.length === 1
      ? t("entity.when.one", { day: day(first) })
      : t("entity.when.all", { count: sayNumber(language, all.length) });
  if (last === all.at(-1) && unbroken) return t("entity.when.since", { day: day(first) });
  if (last !== all.at(-1) && unbroken) return t("entity.when.gone", { day: day(last) });
  return t("entity.when.some", { days: editions.map(day).join(language === "en" ? "; " : ", ") });
}
