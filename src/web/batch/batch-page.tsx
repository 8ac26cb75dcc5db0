import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { PageHead } from "../components/page-head.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { done } from "../settings/use-people.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { BatchProgress } from "./batch-progress.tsx";
import { BatchResults } from "./batch-results.tsx";
import { type Batch, isMoving } from "./batches-page.tsx";
import { ColumnsForm, type Mapping } from "./columns-form.tsx";

const LOOK_MS = 1_000;

/** One file: its columns, how far it is, and what was found. */
export function BatchPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/batch/$id" });
  const batch = useQuery({
    queryKey: ["batch", id],
    queryFn: () => answerOf(api.GET("/api/v1/batches/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving(data) ? LOOK_MS : false),
  });
  return (
    <Stateful
      query={batch}
      rows={8}
      missing={
        <EmptyState title={t("batch.missing")} next="" action={<Link to="/batch">{t("batch.title")}</Link>} />
      }
    >
      {(held) => <OpenBatch batch={held} />}
    </Stateful>
  );
}

function OpenBatch({ batch }: { readonly batch: Batch }): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { id: batch.id };
  const [asksColumns, setAsksColumns] = useState(false);
  // A press is seen at once; what the service says of it replaces what is shown.
  const show = (state: Batch["state"]): void => {
    queries.setQueryData<Batch>(["batch", batch.id], (held) =>
      held === undefined ? held : { ...held, state },
    );
  };
  const settle = async () => {
    await queries.invalidateQueries({ queryKey: ["batch", batch.id] });
    await queries.invalidateQueries({ queryKey: ["batches"] });
  };
  const start = useMutation({
    mutationFn: async (mapping: Mapping | null) => {
      if (mapping !== null)
        await answerOf(api.PUT("/api/v1/batches/{id}/mapping", { params: { path }, body: mapping }));
      return answerOf(api.POST("/api/v1/batches/{id}/start", { params: { path } }));
    },
    onMutate: (mapping) => {
      if (mapping === null) show("waiting");
    },
    onSuccess: () => setAsksColumns(false),
    onSettled: settle,
  });
  const choose = useMutation({
    mutationFn: (sheet: string) =>
      answerOf(
        api.PUT("/api/v1/batches/{id}/mapping", { params: { path }, body: { map: {}, schema: null, sheet } }),
      ),
    onSettled: settle,
  });
  const stop = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/batches/{id}/stop", { params: { path } })),
    onMutate: () => show("stopped"),
    onSettled: settle,
  });
  const remove = useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/batches/{id}", { params: { path } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["batches"] });
      await navigate({ to: "/batch" });
    },
  });
  const failed = start.error ?? choose.error ?? stop.error ?? remove.error;
  const mayWrite = session?.permissions.includes("subjects.write") === true;
  const asks = batch.state === "draft" || asksColumns;
  return (
    <>
      <PageHead
        title={batch.name}
        above={<Link to="/batch">{t("batch.title")}</Link>}
        lead={`${sayInstant(language, batch.createdAt)} · ${sayTitle(language, batch.createdBy.name)}`}
      >
        {mayWrite && !isMoving(batch) ? (
          <AskFirst
            label={t("batch.remove")}
            about={batch.name}
            question={t("batch.remove.ask")}
            onYes={() => remove.mutate()}
          />
        ) : null}
      </PageHead>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {asks ? (
        <ColumnsForm
          key={`${batch.id} ${batch.options.sheet ?? ""}`}
          batch={batch}
          busy={start.isPending || choose.isPending}
          onSheet={(sheet) => choose.mutate(sheet)}
          onStart={mayWrite ? (mapping) => start.mutate(mapping) : null}
        />
      ) : (
        <>
          <BatchProgress
            batch={batch}
            mayWrite={mayWrite}
            busy={start.isPending || stop.isPending}
            onStop={() => stop.mutate()}
            onGo={() => start.mutate(null)}
            onFix={() => setAsksColumns(true)}
          />
          {batch.rows > 0 ? <BatchResults batch={batch} /> : null}
        </>
      )}
    </>
  );
}
