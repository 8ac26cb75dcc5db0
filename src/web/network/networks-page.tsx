import { TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { FormEvent, ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { DropZone } from "../batch/drop-zone.tsx";
import { AskFirst } from "../components/ask-first.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { done } from "../settings/use-people.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { FactForm } from "./fact-form.tsx";
import { kindOf } from "./network-words.ts";
import style from "./networks-page.module.css";
import { SameParties } from "./same-parties.tsx";
import { StatusSign } from "./status-sign.tsx";

type Overview = components["schemas"]["NetworkOverview"];

/** All that is known of who owns whom: parties that need a look first, and where it was learnt. */
export function NetworksPage(): ReactNode {
  const { t } = useLanguage();
  const search = useSearch({ from: "/network" });
  const navigate = useNavigate({ from: "/network" });
  const session = useSession();
  const queries = useQueryClient();
  const overview = useQuery({
    queryKey: ["network", "all", search.q ?? ""],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/network", { params: { query: search.q === undefined ? {} : { q: search.q } } }),
      ),
  });
  const upload = useMutation({
    mutationFn: (file: File) =>
      sendFile(`/api/v1/network/sources?name=${encodeURIComponent(file.name)}`, file, file.type),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["network"] }),
  });
  const mayWrite = session?.permissions.includes("subjects.write") === true;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    void navigate({ search: q === "" ? {} : { q } });
  };
  return (
    <>
      <PageHead title={t("network.title")} lead={t("network.lead")} />
      <form onSubmit={submit} className={style.search}>
        <TextInput
          key={search.q}
          name="q"
          data-main-box
          aria-label={t("network.search")}
          placeholder={t("network.search")}
          defaultValue={search.q}
        />
      </form>
      <Stateful query={overview} rows={8}>
        {(held) => (
          <>
            {held.items.length > 0 ? (
              <Parties overview={held} />
            ) : search.q === undefined ? (
              <EmptyState title={t("network.none")} next={t("network.none.next")} />
            ) : (
              <EmptyState title={t("network.none.found")} next={t("network.missing.next")} />
            )}
            {mayWrite ? (
              <div className={style.bring}>
                {upload.isError ? <Failed problem={problemIn(upload.error)} /> : null}
                <DropZone
                  busy={upload.isPending ? upload.variables.name : null}
                  accept=".csv,.json,.jsonl,.xml,.ijson"
                  words={t("network.drop")}
                  onFile={(file) => upload.mutate(file)}
                />
              </div>
            ) : null}
            <Sources sources={held.sources} mayWrite={mayWrite} />
          </>
        )}
      </Stateful>
      {session?.permissions.includes("subjects.read") === true ? <SameParties /> : null}
      {mayWrite ? <FactForm asset="" /> : null}
    </>
  );
}

function Parties({ overview }: { readonly overview: Overview }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <Panel
      title={t("network.parties")}
      aside={t("network.parties.count", {
        parties: sayNumber(language, overview.parties),
        ties: sayNumber(language, overview.ties),
      })}
    >
      <PlainTable
        caption={t("network.parties")}
        rows={overview.items}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "name",
            title: t("network.party"),
            heads: true,
            cell: ({ id, name }) => (
              <>
                <Link to="/network/$id" params={{ id }}>
                  <Name name={name ?? id} />
                </Link>
                {name === null ? null : <small>{id}</small>}
              </>
            ),
          },
          { key: "kind", title: t("network.kind"), cell: ({ kind }) => t(`network.kind.${kindOf(kind)}`) },
          {
            key: "status",
            title: t("network.status"),
            cell: ({ id, status, listed }) =>
              status === null ? (
                <Link to="/network/$id" params={{ id }}>
                  {t("network.status.unknown")}
                </Link>
              ) : (
                <StatusSign status={status} more={listed ? t("network.status.listed") : ""} />
              ),
          },
        ]}
      />
      {overview.left === 0 ? null : (
        <p>{t("network.parties.left", { count: sayNumber(language, overview.left) })}</p>
      )}
    </Panel>
  );
}

function Sources({
  sources,
  mayWrite,
}: {
  readonly sources: Overview["sources"];
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) =>
      done(api.DELETE("/api/v1/network/sources/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ["network"] }),
  });
  if (sources.length === 0) return null;
  return (
    <Panel title={t("network.sources")}>
      {remove.isError ? <Failed problem={problemIn(remove.error)} /> : null}
      <PlainTable
        caption={t("network.sources")}
        rows={sources}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "name",
            title: t("network.source"),
            heads: true,
            cell: ({ name, kind }) => (
              <>
                {name}
                <small>{kind.toUpperCase()}</small>
              </>
            ),
          },
          {
            key: "ties",
            title: t("network.source.ties"),
            number: true,
            cell: ({ ties }) => sayNumber(language, ties),
          },
          {
            key: "problems",
            title: t("network.source.problems"),
            number: true,
            cell: ({ problems }) => sayNumber(language, problems),
          },
          {
            key: "by",
            title: t("network.source.by"),
            cell: ({ createdBy, createdAt }) => (
              <>
                {sayTitle(language, createdBy.name)}
                <small>{sayInstant(language, createdAt)}</small>
              </>
            ),
          },
          {
            key: "acts",
            title: t("network.source.remove"),
            acts: true,
            cell: ({ id, name }) =>
              mayWrite ? (
                <AskFirst
                  label={t("network.source.remove")}
                  about={name}
                  question={t("network.source.remove.ask")}
                  onYes={() => remove.mutate(id)}
                />
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
