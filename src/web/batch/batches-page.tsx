import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { DropZone } from "./drop-zone.tsx";

export type Batch = components["schemas"]["Batch"];

/** While something runs, the list is read so often. */
const LOOK_MS = 2_000;

/** True while a batch changes by itself. */
export const isMoving = ({ state }: Batch): boolean => state === "waiting" || state === "running";

/** Files that were brought to be screened, and the place to drop the next. */
export function BatchesPage(): ReactNode {
  const { t, language } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const batches = useQuery({
    queryKey: ["batches"],
    queryFn: () => answerOf(api.GET("/api/v1/batches", { params: { query: { limit: 50 } } })),
    refetchInterval: ({ state: { data } }) => (data?.items.some(isMoving) === true ? LOOK_MS : false),
  });
  const upload = useMutation({
    mutationFn: (file: File) =>
      sendFile<Batch>(`/api/v1/batches?name=${encodeURIComponent(file.name)}`, file, file.type),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ["batches"] });
      await navigate({ to: "/batch/$id", params: { id: made.id } });
    },
  });
  return (
    <>
      <PageHead title={t("batch.title")} lead={t("batch.lead")} />
      {upload.isError ? <Failed problem={problemIn(upload.error)} /> : null}
      {session?.permissions.includes("subjects.write") === true ? (
        <DropZone
          busy={upload.isPending ? upload.variables.name : null}
          onFile={(file) => upload.mutate(file)}
        />
      ) : null}
      <Stateful query={batches} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("batch.none")} next={t("batch.none.next")} />
          ) : (
            <Panel title={t("batch.all")}>
              <PlainTable
                caption={t("batch.all")}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: "name",
                    title: t("batch.name"),
                    heads: true,
                    cell: ({ id, name, createdAt, createdBy }) => (
                      <>
                        <Link to="/batch/$id" params={{ id }}>
                          {name}
                        </Link>
                        <small>
                          {sayInstant(language, createdAt)} · {sayTitle(language, createdBy.name)}
                        </small>
                      </>
                    ),
                  },
                  { key: "state", title: t("batch.state"), cell: ({ state }) => t(`batch.state.${state}`) },
                  {
                    key: "rows",
                    title: t("batch.rows"),
                    number: true,
                    cell: ({ state, rows, rowsTotal }) =>
                      state === "draft"
                        ? "–"
                        : rowsTotal === null || rowsTotal === rows
                          ? sayNumber(language, rows)
                          : `${sayNumber(language, rows)} / ${sayNumber(language, rowsTotal)}`,
                  },
                  {
                    key: "hits",
                    title: t("batch.hits"),
                    number: true,
                    cell: ({ state, hits }) => (state === "draft" ? "–" : sayNumber(language, hits)),
                  },
                  {
                    key: "errors",
                    title: t("batch.errors"),
                    number: true,
                    cell: ({ state, errors }) => (state === "draft" ? "–" : sayNumber(language, errors)),
                  },
                ]}
              />
            </Panel>
          )
        }
      </Stateful>
    </>
  );
}
