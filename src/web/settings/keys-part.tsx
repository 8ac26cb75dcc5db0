import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
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
import { sayDay, sayInstant } from "../words/saying.ts";
import style from "./keys-part.module.css";

type NewKey = paths["/api/v1/keys"]["post"]["requestBody"]["content"]["application/json"];
type Scope = NewKey["permissions"][number];
type Made = { readonly name: string; readonly key: string };

const DAYS = [7, 30, 90, 180, 365] as const;
const DAYS_USUAL = 90;

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
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const roles = useQuery({ queryKey: ["roles"], queryFn: () => answerOf(api.GET("/api/v1/roles")) });
  const make = useMutation({
    mutationFn: (body: NewKey) => answerOf(api.POST("/api/v1/keys", { body })),
    onSuccess: async ({ key, name: of }) => {
      onMade({ name: of, key });
      setName("");
      setScopes([]);
      await queries.invalidateQueries({ queryKey: ["keys"] });
    },
  });
  const own: readonly string[] = session.permissions;
  const offered = (roles.data?.keyPermissions ?? []).filter((scope) => own.includes(scope));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = [
      ...(name.trim() === "" ? [{ field: "key-name", words: t("keys.error.name") }] : []),
      ...(scopes.length === 0 ? [{ field: "key-scope-0", words: t("keys.error.may") }] : []),
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
        <Checkbox.Group
          value={[...scopes]}
          onChange={setScopes}
          label={t("keys.may")}
          error={errorAt("key-scope-0")}
          className={style.scopes ?? ""}
        >
          <div className={style.grid}>
            {offered.map((scope, at) => (
              <Checkbox key={scope} id={`key-scope-${at}`} value={scope} label={words(scope)} />
            ))}
          </div>
        </Checkbox.Group>
        <Button type="submit" loading={make.isPending}>
          {t("keys.make")}
        </Button>
      </form>
    </Panel>
  );
}

function Keys(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const words = useScopeWords();
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
                      {name}
                      <small>
                        <code>{start}…</code>
                      </small>
                    </>
                  ),
                },
                {
                  key: "may",
                  title: t("keys.may"),
                  cell: ({ permissions }) => permissions.map(words).join(", "),
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
                      ? t("keys.revoked", { day: sayDay(language, revokedAt) })
                      : expiresAt < now
                        ? t("keys.ended")
                        : sayDay(language, expiresAt),
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
