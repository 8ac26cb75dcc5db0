import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import style from "./network-page.module.css";

type Pair = components["schemas"]["SameParties"]["items"][number];

const REASON_CHARS_MIN = 10;

/** Subjects that may be one party under two records; a person confirms or refuses, and nothing is merged by itself. */
export function SameParties(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const pairs = useQuery({
    queryKey: ["same-parties"],
    queryFn: () => answerOf(api.GET("/api/v1/same-parties")),
  });
  const mayDecide = session?.permissions.includes("subjects.write") === true;
  return (
    <Panel title={t("same.title")}>
      <p className={form.note}>{t("same.lead")}</p>
      <Stateful query={pairs} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t("same.none")}</p>
          ) : (
            <ul className={style.steps}>
              {items.map((pair) => (
                <OnePair key={`${pair.a.id} ${pair.b.id}`} pair={pair} mayDecide={mayDecide} />
              ))}
            </ul>
          )
        }
      </Stateful>
    </Panel>
  );
}

function OnePair({ pair, mayDecide }: { readonly pair: Pair; readonly mayDecide: boolean }): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isShort, setShort] = useState(false);
  const id = useId();
  const decide = useMutation({
    mutationFn: (same: boolean) =>
      answerOf(
        api.POST("/api/v1/same-parties", {
          body: { a: pair.a.id, b: pair.b.id, same, reason: reason.trim() },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["same-parties"] }),
  });
  const choose = (same: boolean): void => {
    const short = reason.trim().length < REASON_CHARS_MIN;
    setShort(short);
    if (short) document.getElementById(id)?.focus();
    else decide.mutate(same);
  };
  return (
    <li>
      <strong>
        <Name name={pair.a.caption} /> ≈ <Name name={pair.b.caption} />
      </strong>{" "}
      {[pair.a.ref, pair.b.ref].filter((ref) => ref !== null).join(", ")}
      {pair.shared.map(({ fact, a, b }) => (
        <span key={`${fact} ${a}`} className={style.source}>
          {sayProperty(language, fact)}: <Name name={a === b ? a : `${a} / ${b}`} />
        </span>
      ))}
      {pair.features.map(({ feature, words }) => (
        <span key={feature} className={style.source}>
          <Said words={words} />
        </span>
      ))}
      {decide.isError ? <Failed problem={problemIn(decide.error)} /> : null}
      {mayDecide ? (
        <div className={form.row}>
          <TextInput
            id={id}
            label={t("settings.reason")}
            value={reason}
            maxLength={4_000}
            error={isShort ? t("settings.reason.short") : null}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <Button variant="default" loading={decide.isPending} onClick={() => choose(true)}>
            {t("same.yes")}
          </Button>
          <Button variant="default" loading={decide.isPending} onClick={() => choose(false)}>
            {t("same.no")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
