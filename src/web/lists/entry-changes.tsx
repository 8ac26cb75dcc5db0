import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { EntryChanges as Changes } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayNumber } from "../words/saying.ts";
import { ChangedFacts } from "./changed-facts.tsx";
import style from "./entry-changes.module.css";
import page from "./lists-page.module.css";

type Kind = Changes["counts"][number]["kind"];

/** Entries fetched at once: what a person reads before asking for more. */
const PAGE = 30;

/** What changed within the entries that two editions hold: how many of each kind, then entry by entry with both values. */
export function EntryChanges({
  list,
  from,
  to,
}: {
  readonly list: string;
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const { t } = useLanguage();
  const [kind, setKind] = useState<Kind | null>(null);
  const changes = useInfiniteQuery({
    queryKey: ["entry-changes", list, from, to, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/api/v1/lists/{id}/changes/entries", {
          params: {
            path: { id: list },
            query: {
              from,
              to,
              limit: PAGE,
              ...(kind === null ? {} : { kind }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (changes.isPending)
    return (
      <>
        <p className={page.snapshot}>{t("list.changed.reading")}</p>
        <Loading rows={4} />
      </>
    );
  if (changes.isError)
    return <Failed problem={problemIn(changes.error)} onRetry={() => void changes.refetch()} />;
  const [first] = changes.data.pages;
  if (first === undefined) return null;
  return (
    <>
      <Counts changes={first} kind={kind} onKind={setKind} />
      <ul className={style.changed}>
        {changes.data.pages
          .flatMap(({ items }) => items)
          .map(({ entity, caption, entry, changes: facts }) => (
            <li key={entity} className={style.row}>
              <Link to="/listed/$id" params={{ id: entity }}>
                <Name name={caption} />
              </Link>{" "}
              <span className={page.entry}>{entry}</span>
              <ChangedFacts changes={facts} />
            </li>
          ))}
      </ul>
      {changes.hasNextPage ? (
        <Button
          variant="default"
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {t("list.changed.more")}
        </Button>
      ) : null}
    </>
  );
}

/** How many entries changed, in what, what is not compared; and the choice of one kind. */
function Counts({
  changes,
  kind,
  onKind,
}: {
  readonly changes: Changes;
  readonly kind: Kind | null;
  readonly onKind: (kind: Kind | null) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { changed, counts, notCompared } = changes;
  return (
    <>
      <div className={style.counts}>
        <p>
          {changed === 0
            ? t("list.changed.none")
            : t("list.changed.count", { count: sayNumber(language, changed) })}
        </p>
        {counts.length < 2 ? null : (
          <NativeSelect
            size="xs"
            aria-label={t("list.changed.filter")}
            value={kind ?? ""}
            data={[
              { value: "", label: t("list.changed.all") },
              ...counts.map((one) => ({
                value: one.kind,
                label: `${t(`fact.kind.${one.kind}`)}: ${sayNumber(language, one.entries)}`,
              })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              onKind(counts.find((one) => one.kind === value)?.kind ?? null)
            }
          />
        )}
      </div>
      {notCompared.length === 0 ? null : (
        <p className={page.snapshot}>
          {t("list.changed.left", {
            facts: notCompared.map(({ fact }) => sayProperty(language, fact)).join(", "),
          })}
        </p>
      )}
    </>
  );
}
