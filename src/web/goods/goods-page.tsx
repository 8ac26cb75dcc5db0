import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Finding } from "../api/shapes.ts";
import { WaiverMissing } from "../checks/verdict-parts.tsx";
import { CopyLink } from "../components/copy-link.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Sentences } from "../components/sentences.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { VerdictBanner } from "../components/verdict-banner.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayDay } from "../words/saying.ts";
import style from "./goods-page.module.css";

type Suggestion = {
  readonly code: string;
  readonly english: string;
  readonly korean: string | null;
  readonly reasons: readonly string[];
  readonly asks: string | null;
};
type Part = { readonly code: string; readonly english: string; readonly korean: string | null };
type Answer = {
  readonly answer: "clear" | "refer" | "prohibited";
  readonly placed:
    | { readonly kind: "current"; readonly code: string; readonly path: readonly Part[] }
    | {
        readonly kind: "former";
        readonly code: string;
        readonly edition: number;
        readonly now: readonly string[];
      }
    | { readonly kind: "unknown"; readonly code: string };
  readonly findings: readonly Finding[];
  readonly otherDays: readonly { readonly words: string }[];
};

/** `8528.52` as people write it. */
const sayCode = (code: string) => (code.length <= 4 ? code : `${code.slice(0, 4)}.${code.slice(4)}`);

const isCode = (text: string) => /^[\d.\s]+$/.test(text);

const WAYS = ["to KP", "from KP", "to RU", "from RU"] as const;

/** Goods by code, or by words that suggest codes: what the measures say of them. */
export function GoodsPage(): ReactNode {
  const { t, language } = useLanguage();
  const search = useSearch({ from: "/goods" });
  const navigate = useNavigate({ from: "/goods" });
  const [typed, setTyped] = useState(search.q ?? "");
  const way = search.way ?? "to KP";
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ search: { ...search, q: typed.trim() === "" ? undefined : typed.trim() } });
  };
  const sayWay = (one: string): string => {
    const [direction, country = ""] = one.split(" ");
    return `${t(direction === "to" ? "goods.to" : "goods.from")}: ${sayCountry(language, country)}`;
  };
  return (
    <>
      <h1>{t("goods.title")}</h1>
      <form className={style.form} onSubmit={ask}>
        <TextInput
          data-main-box
          className={style.box ?? ""}
          label={t("goods.label")}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label={t("goods.way")}
          value={way}
          onChange={({ currentTarget }) => void navigate({ search: { ...search, way: currentTarget.value } })}
          data={WAYS.map((one) => ({ value: one, label: sayWay(one) }))}
        />
        <TextInput
          type="date"
          label={t("asof.label")}
          value={search.at ?? ""}
          onChange={({ currentTarget }) =>
            void navigate({
              search: { ...search, at: currentTarget.value === "" ? undefined : currentTarget.value },
            })
          }
        />
        <Button type="submit">{t("ask.check")}</Button>
      </form>
      {search.q === undefined ? (
        <EmptyState title={t("goods.none")} next={t("goods.none.next")} />
      ) : isCode(search.q) ? (
        <CodeAnswer code={search.q} way={way} at={search.at} />
      ) : (
        <Suggestions words={search.q} />
      )}
    </>
  );
}

function CodeAnswer({
  code,
  way,
  at,
}: {
  readonly code: string;
  readonly way: string;
  readonly at: string | undefined;
}): ReactNode {
  const { t, language } = useLanguage();
  const [direction, country] = way.split(" ");
  const day = at ?? new Date().toISOString().slice(0, 10);
  const end = direction === "from" ? { from: country ?? "KP" } : { to: country ?? "KP" };
  const body = { hs: code, ...end, at: day, jurisdictions: [], underEar: false, itemValue: null };
  const answer = useQuery({
    queryKey: ["goods", body],
    queryFn: () => answerOf(api.POST("/api/v1/goods/ask", { body })) as unknown as Promise<Answer>,
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError)
    return <Failed problem={problemIn(answer.error)} onRetry={() => void answer.refetch()} />;
  const { data } = answer;
  return (
    <>
      <VerdictBanner answer={data.answer} sentence={t(`goods.${data.answer}`)}>
        {t("asof.label")} {sayDay(language, day)}
        <div className={`${style.actions} screen-only`}>
          <CopyLink />
          <Button variant="subtle" size="compact-sm" onClick={() => window.print()}>
            {t("verdict.print")}
          </Button>
        </div>
      </VerdictBanner>
      <PlacedCode placed={data.placed} />
      <FindingList findings={data.findings} />
      {data.answer === "clear" ? null : (
        <section>
          <h2>{t("verdict.missing")}</h2>
          <p>
            <WaiverMissing />
          </p>
        </section>
      )}
      <Sentences title={t("goods.otherdays")} sentences={data.otherDays.map(({ words }) => words)} />
      <p className={style.limits}>{t("goods.limits")}</p>
    </>
  );
}

function PlacedCode({ placed }: { readonly placed: Answer["placed"] }): ReactNode {
  const { t, language } = useLanguage();
  if (placed.kind === "unknown") return <p>{t("goods.unknown", { code: sayCode(placed.code) })}</p>;
  if (placed.kind === "former") {
    const now = placed.now.map(sayCode).join(", ");
    return <p>{t("goods.former", { code: sayCode(placed.code), edition: String(placed.edition), now })}</p>;
  }
  return (
    <dl className={style.path}>
      {placed.path.map(({ code, english, korean }) => (
        <div key={code}>
          <dt>{sayCode(code)}</dt>
          <dd>
            {language === "ko" && korean !== null ? (
              <>
                <span lang="ko">{korean}</span> <span className={style.other}>{english}</span>
              </>
            ) : (
              english
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Suggestions({ words }: { readonly words: string }): ReactNode {
  const { t } = useLanguage();
  const found = useQuery({
    queryKey: ["goods-codes", words],
    queryFn: () =>
      answerOf(api.POST("/api/v1/goods/codes", { body: { words } })) as unknown as Promise<{
        readonly codes: readonly Suggestion[];
      }>,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed problem={problemIn(found.error)} onRetry={() => void found.refetch()} />;
  if (found.data.codes.length === 0)
    return <EmptyState title={t("goods.words.none")} next={t("goods.words.none.next")} />;
  return (
    <>
      <p>{t("goods.words")}</p>
      <ul className={style.codes}>
        {found.data.codes.map(({ code, english, korean, reasons, asks }) => (
          <li key={code}>
            <Link from="/goods" search={(now) => ({ ...now, q: sayCode(code) })} className={style.code}>
              {sayCode(code)}
            </Link>
            <div>
              {english}
              {korean === null ? null : (
                <span className={style.other} lang="ko">
                  {korean}
                </span>
              )}
              <span className={style.other}>
                {reasons.join(" ")} {asks}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
