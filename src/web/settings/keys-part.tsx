import { Button, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { ShownOnce } from "../components/shown-once.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDayOf, sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { type ChoiceGroup, GroupedChoice } from "./grouped-choice.tsx";
import {
  KEY_PURPOSES,
  type KeyPurpose,
  purposeOf,
  purposesWithin,
  SCOPE_GROUPS,
  type Scope,
} from "./key-scopes.ts";
import style from "./keys-part.module.css";

type NewKey = paths["/api/v1/keys"]["post"]["requestBody"]["content"]["application/json"];
type Made = { readonly name: string; readonly key: string };

const DAYS = [7, 30, 90, 180, 365] as const;
const DAYS_USUAL = 90;
/** Things that a key may do that are named in its row; more are folded. */
const NAMED_MAX = 4;

/** API keys: made for what they need and no more, shown once, withdrawn at once. */
export function KeysPart({ session }: { readonly session: Session }): ReactNode {
  const { t } = useLanguage();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      {made === null ? null : (
        <ShownOnce
          title={t("keys.made", { name: made.name })}
          text={made.key}
          note={t("keys.made.note")}
          onDone={() => setMade(null)}
        />
      )}
      <MakeKey session={session} onMade={setMade} />
      <Keys />
    </>
  );
}

/** What a scope lets a key do, in words; its own name for one that has none yet. */
function useScopeWords(): (scope: string) => string {
  const { t, has } = useLanguage();
  return (scope) => {
    const key = `may.${scope}`;
    return has(key) ? t(key) : scope;
  };
}

/** What of the offered can be chosen, by what it concerns; what stands in no group yet comes last. */
function useScopeGroups(offered: readonly string[]): readonly ChoiceGroup[] {
  const { t } = useLanguage();
  const words = useScopeWords();
  const grouped: ReadonlySet<string> = new Set(Object.values(SCOPE_GROUPS).flat());
  return Object.entries(SCOPE_GROUPS)
    .map(([key, scopes]) => ({
      key,
      title: t(`keys.group.${key as keyof typeof SCOPE_GROUPS}`),
      choices: [...scopes, ...(key === "house" ? offered.filter((scope) => !grouped.has(scope)) : [])]
        .filter((scope) => offered.includes(scope))
        .map((value) => ({ value, label: words(value) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** What the key is for, or null where everything that it may do is chosen by hand. */
type Purpose = KeyPurpose | null;

function MakeKey({
  session,
  onMade,
}: {
  readonly session: Session;
  readonly onMade: (made: Made) => void;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const words = useScopeWords();
  const [name, setName] = useState("");
  const [days, setDays] = useState(DAYS_USUAL);
  const [purpose, setPurpose] = useState<Purpose | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const roles = useQuery({ queryKey: ["roles"], queryFn: () => answerOf(api.GET("/api/v1/roles")) });
  const make = useMutation({
    mutationFn: (body: NewKey) => answerOf(api.POST("/api/v1/keys", { body })),
    onSuccess: async ({ key, name: of }) => {
      onMade({ name: of, key });
      setName("");
      setPurpose(undefined);
      setChosen([]);
      await queries.invalidateQueries({ queryKey: ["keys"] });
    },
  });
  const own: readonly string[] = session.permissions;
  const offered = (roles.data?.keyPermissions ?? []).filter((scope) => own.includes(scope));
  const groups = useScopeGroups(offered);
  const scopes: readonly string[] = typeof purpose === "string" ? KEY_PURPOSES[purpose] : chosen;
  const choose = (next: Purpose): void => {
    // Whoever goes on by hand begins with what the purpose would have given.
    if (next === null) setChosen(scopes);
    setPurpose(next);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = [
      ...(name.trim() === "" ? [{ field: "key-name", words: t("keys.error.name") }] : []),
      ...(scopes.length === 0
        ? [{ field: purpose === null ? "key-scope" : "key-purpose", words: t("keys.error.may") }]
        : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    make.mutate({ name: name.trim(), days, permissions: scopes as Scope[] });
  };
  const errorAt = (field: string) => problems.find((one) => one.field === field)?.words ?? null;
  return (
    <Panel title={t("keys.new")}>
      <p className={form.note}>{t("keys.new.lead")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        {make.isError ? <Failed problem={problemIn(make.error)} /> : null}
        <div className={form.row}>
          <TextInput
            id="key-name"
            label={t("keys.name")}
            value={name}
            maxLength={200}
            error={errorAt("key-name")}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
          <NativeSelect
            label={t("keys.days")}
            value={String(days)}
            onChange={({ currentTarget: { value } }) => setDays(Number(value))}
            data={DAYS.map((value) => ({
              value: String(value),
              label: t("keys.days.of", { days: String(value) }),
            }))}
          />
        </div>
        <Radio.Group
          value={purpose === undefined ? "" : (purpose ?? "own")}
          onChange={(value) => choose(value === "own" ? null : (value as KeyPurpose))}
          label={t("keys.may")}
          error={errorAt("key-purpose")}
          className={style.scopes ?? ""}
        >
          <div className={style.purposes}>
            {purposesWithin(offered).map((value, at) => (
              <Radio
                key={value}
                value={value}
                label={t(`keys.for.${value}`)}
                description={KEY_PURPOSES[value].map(words).join(", ")}
                {...(at === 0 ? { id: "key-purpose" } : {})}
              />
            ))}
            <Radio value="own" label={t("keys.for.own")} description={t("keys.for.own.note")} />
          </div>
        </Radio.Group>
        {purpose === null ? (
          <div className={style.own}>
            <GroupedChoice
              id="key-scope"
              label={t("keys.may")}
              groups={groups}
              value={chosen}
              error={errorAt("key-scope")}
              onChange={setChosen}
            />
          </div>
        ) : null}
        <Button type="submit" loading={make.isPending}>
          {t("keys.make")}
        </Button>
      </form>
    </Panel>
  );
}

/** What a key may do: its purpose, or the first few of what was chosen by hand. */
function WhatKeyMay({ permissions }: { readonly permissions: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  const words = useScopeWords();
  const purpose = purposeOf(permissions);
  if (purpose !== null) return t(`keys.for.${purpose}`);
  if (permissions.length <= NAMED_MAX) return permissions.map(words).join(", ");
  return (
    <details>
      <summary>{t("keys.may.count", { count: String(permissions.length) })}</summary>
      {permissions.map(words).join(", ")}
    </details>
  );
}

function Keys(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const keys = useQuery({
    queryKey: ["keys"],
    queryFn: () => answerOf(api.GET("/api/v1/keys", { params: { query: { limit: 200 } } })),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE("/api/v1/keys/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["keys"] }),
  });
  const now = new Date().toISOString();
  return (
    <Panel title={t("keys.all")}>
      <Stateful query={keys} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("keys.none")} next={t("keys.new.lead")} />
          ) : (
            <PlainTable
              caption={t("keys.all")}
              rows={items}
              keyOf={({ id }) => id}
              isDone={({ revokedAt, expiresAt }) => revokedAt !== null || expiresAt < now}
              columns={[
                {
                  key: "name",
                  title: t("settings.name"),
                  heads: true,
                  cell: ({ name, start }) => (
                    <>
                      {sayTitle(language, name)}
                      <small>
                        <code>{start}…</code>
                      </small>
                    </>
                  ),
                },
                {
                  key: "may",
                  title: t("keys.may"),
                  cell: ({ permissions }) => <WhatKeyMay permissions={permissions} />,
                },
                {
                  key: "used",
                  title: t("keys.used"),
                  cell: ({ lastUsedAt, lastUsedFrom }) =>
                    lastUsedAt === null ? (
                      t("settings.never")
                    ) : (
                      <>
                        {sayInstant(language, lastUsedAt)}
                        {lastUsedFrom === null ? null : (
                          <small>{t("keys.used.from", { address: lastUsedFrom })}</small>
                        )}
                      </>
                    ),
                },
                {
                  key: "ends",
                  title: t("settings.expires"),
                  cell: ({ expiresAt, revokedAt }) =>
                    revokedAt !== null
                      ? t("keys.revoked", { day: sayDayOf(language, revokedAt) })
                      : expiresAt < now
                        ? t("keys.ended")
                        : sayDayOf(language, expiresAt),
                },
                {
                  key: "acts",
                  title: t("keys.revoke"),
                  acts: true,
                  cell: ({ id, name, revokedAt, expiresAt }) =>
                    revokedAt !== null || expiresAt < now ? null : (
                      <AskFirst
                        label={t("keys.revoke")}
                        about={name}
                        question={t("keys.revoke.ask")}
                        onYes={() => revoke.mutate(id)}
                      />
                    ),
                },
              ]}
            />
          )
        }
      </Stateful>
    </Panel>
  );
}
