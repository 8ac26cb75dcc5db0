import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Stateful } from "../components/stateful.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { sayEventMember, sayEventTerm } from "../words/events.ts";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import type { Language } from "../words/words.ts";
import { type ToldEvent, useRules, type WorkerCase } from "./case-data.ts";
import { Evidence } from "./case-flags.tsx";
import style from "./case-page.module.css";

/** Rows drawn before more are asked for. */
const ROWS_FIRST = 20;
const EVENTS_PER_PAGE = 50;

/** What happened in the order of time: the rows on which signs rest, and everything that was told beside them. */
export function CaseTimeline({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const rules = useRules();
  const [all, setAll] = useState(false);
  const rows = all ? one.timeline : one.timeline.slice(0, ROWS_FIRST);
  return (
    <>
      <Panel title={t("case.timeline")}>
        {rows.length === 0 ? (
          <p>{t("case.timeline.none")}</p>
        ) : (
          <TimelineList
            moments={rows.map((row, at) => ({
              key: `${at} ${row.rule} ${row.account} ${row.at} ${row.value}`,
              title: `${rules.get(row.rule)?.title[language] ?? row.rule} (${row.rule})`,
              words: <Evidence row={{ ...row, at: null }} />,
              at: row.at ?? "",
            }))}
          />
        )}
        {all || one.timeline.length <= ROWS_FIRST ? null : (
          <Button className={style.more ?? ""} variant="default" onClick={() => setAll(true)}>
            {t("case.timeline.more", { count: sayNumber(language, one.timeline.length) })}
          </Button>
        )}
      </Panel>
      <ToldEvents one={one} />
    </>
  );
}

/** Members that stand in other columns. */
const TOLD: ReadonlySet<string> = new Set(["id", "kind", "at", "account"]);
/** Longer texts are cut: a résumé is read where it was written. */
const VALUE_CHARS_MAX = 240;

/** A value of an event as people say it: a country by its name, a day or an instant as such, a term of the model in words. */
function sayTold(language: Language, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => sayTold(language, name, one)).join(", ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([part, one]) => sayTold(language, part, one))
      .join(" ");
  const text = String(value);
  if (/^[A-Z]{2}$/.test(text) && /country|issuer|nationality|trackedTo/i.test(name))
    return sayCountry(language, text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return sayDay(language, text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return sayInstant(language, text);
  const said = sayEventTerm(language, text);
  return said.length > VALUE_CHARS_MAX ? `${said.slice(0, VALUE_CHARS_MAX)} …` : said;
}

/** The members with an amount in its currency, which is then no member of its own. */
function withCurrency(
  members: readonly (readonly [string, unknown])[],
): readonly (readonly [string, unknown])[] {
  const currency = members.find(([name]) => name === "currency")?.[1];
  const amount = members.find(([name]) => name === "amount")?.[1];
  if (typeof currency !== "string" || typeof amount !== "string") return members;
  const [whole = "", part] = amount.split(".");
  const said = `${currency} ${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",")}${part === undefined ? "" : `.${part}`}`;
  return members.flatMap(([name, value]) =>
    name === "currency" ? [] : [[name, name === "amount" ? said : value] as const],
  );
}

/** The facts of an event in a line: what each is called, and what it was. */
function ToldFacts({ event: { body } }: { readonly event: ToldEvent }): ReactNode {
  const { language } = useLanguage();
  return (
    <ul className={style.told}>
      {withCurrency(Object.entries(body))
        .filter(([name]) => !TOLD.has(name))
        .map(([name, value]) => (
          <li key={name}>
            <span className={style.toldName}>{sayEventMember(language, name) ?? name}</span>{" "}
            <Name name={sayTold(language, name, value)} />
          </li>
        ))}
    </ul>
  );
}

function ToldEvents({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const [account, setAccount] = useState("");
  const events = useInfiniteQuery({
    queryKey: ["case", one.id, "events", account],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/workers/cases/{id}/events", {
          params: {
            path: { id: one.id },
            query: {
              limit: EVENTS_PER_PAGE,
              ...(account === "" ? {} : { account }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <Panel title={t("case.events")}>
      <NativeSelect
        label={t("case.events.account")}
        value={account}
        onChange={({ currentTarget: { value } }) => setAccount(value)}
        data={[
          { value: "", label: t("case.events.all") },
          ...one.accounts.map((name) => ({ value: name, label: name })),
        ]}
      />
      <Stateful query={events} rows={6}>
        {({ pages }) => (
          <PlainTable
            caption={t("case.events")}
            rows={pages.flatMap(({ items }) => items)}
            keyOf={({ id }) => id}
            columns={[
              {
                key: "at",
                title: t("case.events.when"),
                heads: true,
                whole: true,
                cell: ({ at }) => <time dateTime={at}>{sayInstant(language, at)}</time>,
              },
              {
                key: "account",
                title: t("case.events.account"),
                whole: true,
                cell: ({ account: name }) => <Name name={name} />,
              },
              {
                key: "what",
                title: t("case.events.what"),
                whole: true,
                cell: ({ kind }) => t(`case.event.${kind}`),
              },
              {
                key: "facts",
                title: t("case.events.facts"),
                cell: (event) => <ToldFacts event={event} />,
              },
            ]}
          />
        )}
      </Stateful>
      {events.hasNextPage ? (
        <Button
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t("case.events.more")}
        </Button>
      ) : null}
    </Panel>
  );
}
