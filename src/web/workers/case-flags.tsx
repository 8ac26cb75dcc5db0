import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { sayBoth } from "../words/both.ts";
import { sayEventTerm, sayEvidence } from "../words/events.ts";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { type RedFlag, useRules, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

/** The heaviest signs, which are drawn at first. */
const SIGNS_FIRST = 6;

/** What was seen: each sign once, with its rows, what else it may mean and who names it, and how it all adds up. */
export function CaseFlags({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const byRule = [...Map.groupBy(one.cluster.flags, ({ rule }) => rule).values()].toSorted(
    ([a], [b]) => (b?.weight ?? 0) - (a?.weight ?? 0),
  );
  const { groups, sum } = one.cluster.score;
  const [all, setAll] = useState(false);
  return (
    <>
      <Panel
        title={t("case.flags")}
        aside={t("cases.flags.count", { count: sayNumber(language, byRule.length) })}
      >
        <p className={form.note}>{t("case.flags.lead")}</p>
        <ul className={style.list}>
          {(all ? byRule : byRule.slice(0, SIGNS_FIRST)).map(([flag, ...others]) =>
            flag === undefined ? null : <Sign key={flag.rule} flags={[flag, ...others]} />,
          )}
        </ul>
        {all || byRule.length <= SIGNS_FIRST ? null : (
          <Button variant="default" onClick={() => setAll(true)}>
            {t("case.flags.all", { count: sayNumber(language, byRule.length) })}
          </Button>
        )}
      </Panel>
      <Panel title={t("case.sum")} aside={`${t("cases.weight")} ${sum.toFixed(1)}`}>
        <p className={form.note}>{t("case.sum.lead")}</p>
        <PlainTable
          caption={t("case.sum")}
          rows={groups}
          keyOf={({ group }) => group}
          columns={[
            {
              key: "group",
              title: t("case.sum.kind"),
              heads: true,
              cell: ({ group }) => <GroupName group={group} />,
            },
            { key: "rules", title: t("case.sum.rules"), cell: ({ rules }) => rules.join(", ") },
            {
              key: "weight",
              title: t("cases.weight"),
              number: true,
              cell: ({ weight }) => weight.toFixed(2),
            },
          ]}
        />
      </Panel>
    </>
  );
}

function GroupName({ group }: { readonly group: string }): ReactNode {
  const { t, has } = useLanguage();
  const key = `case.group.${group}`;
  return has(key) ? t(key) : group;
}

/** One sign on one account or more. */
function Sign({ flags }: { readonly flags: readonly [RedFlag, ...RedFlag[]] }): ReactNode {
  const { t, language } = useLanguage();
  const rule = useRules().get(flags[0].rule);
  const evidence = flags.flatMap((flag) => flag.evidence);
  const rows = flags.reduce((sum, flag) => sum + flag.rows, 0);
  const said = [...new Set(flags.map(({ words }) => sayBoth(language, words)))];
  return (
    <li>
      <h3 className={style.head}>
        <span>{rule?.title[language] ?? flags[0].rule}</span>
        <span className={style.muted}>
          {flags[0].rule} · {t(`case.severity.${flags[0].severity}`)}
        </span>
      </h3>
      {said.map((words) => (
        <p key={words} className={style.words}>
          {words}
        </p>
      ))}
      <p className={style.muted}>
        <Name name={t("case.flag.on", { accounts: flags.map(({ account }) => account).join(", ") })} />
      </p>
      <p className={style.words}>
        {t("case.flag.innocent")} {sayBoth(language, flags[0].innocent)}
      </p>
      {rule === undefined ? null : (
        <p className={style.muted}>
          {t("case.flag.source")}:{" "}
          <bdi>{rule.sources.map((source) => sayTitle(language, source)).join("; ")}</bdi>
          {rule.publishedOn === null ? "" : `, ${sayDay(language, rule.publishedOn)}`}
          {rule.basis === "read" ? "" : ` (${t("case.flag.unread")})`}
        </p>
      )}
      <details>
        <summary>{t("case.flag.rows", { count: sayNumber(language, rows) })}</summary>
        <ul className={style.rows}>
          {evidence.map((row) => (
            <li key={`${row.account} ${row.at} ${row.fact} ${row.value}`}>
              <Evidence row={row} />
            </li>
          ))}
          {rows > evidence.length ? (
            <li>{t("case.flag.more", { count: sayNumber(language, rows - evidence.length) })}</li>
          ) : null}
        </ul>
      </details>
    </li>
  );
}

/** Facts whose values are countries, by their codes. */
const OF_COUNTRIES: ReadonlySet<string> = new Set([
  "claimed-country",
  "country-of-logins",
  "document-issuer",
  "identity-checked",
]);

/** A row of evidence: when, on which account, what fact, and what it was. */
export function Evidence({ row }: { readonly row: RedFlag["evidence"][number] }): ReactNode {
  const { language } = useLanguage();
  const fact = sayEvidence(language, row.fact);
  return (
    <>
      {row.at === null ? null : <time dateTime={row.at}>{sayInstant(language, row.at)}</time>}{" "}
      <Name name={row.account} /> ·{" "}
      {fact ?? (
        <bdi lang="en" data-unsaid>
          {row.fact}
        </bdi>
      )}{" "}
      <Name
        name={
          OF_COUNTRIES.has(row.fact) ? sayCountry(language, row.value) : sayEventTerm(language, row.value)
        }
      />
    </>
  );
}
