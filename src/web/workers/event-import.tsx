import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { components, paths } from "../../client/schema.ts";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { DropZone } from "../batch/drop-zone.tsx";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { sayEventMember } from "../words/events.ts";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./case-page.module.css";

type Head = components["schemas"]["EventFileHead"];
type Kind = NonNullable<Head["kind"]>;
type Taken = paths["/api/v1/workers/events/file"]["post"]["responses"][200]["content"]["application/json"];
type Mapping = { readonly kind: Kind; readonly columns: Readonly<Record<string, string>> };

/** A beginning in which every column shows itself; the service reads as much. */
const HEAD_BYTES = 64 * 1024;

async function take(file: File, mapping: Mapping | null): Promise<Taken> {
  const query = new URLSearchParams({
    name: file.name,
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
  });
  return sendFile<Taken>(`/api/v1/workers/events/file?${query}`, file, file.type);
}

/** Brings a file of events: dropped, its columns told where they do not tell themselves, and errors by their row. */
export function EventImport(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ readonly file: File; readonly head: Head } | null>(null);
  const taking = useMutation({
    mutationFn: ({ file, mapping }: { readonly file: File; readonly mapping: Mapping | null }) =>
      take(file, mapping),
    onSuccess: () => setAsked(null),
    onSettled: () => queries.invalidateQueries(),
  });
  const looking = useMutation({
    mutationFn: async (file: File) => {
      const head = await sendFile<Head>(
        `/api/v1/workers/events/file/head?${new URLSearchParams({ name: file.name })}`,
        file.slice(0, HEAD_BYTES),
        file.type,
      );
      const speaksForItself =
        !head.table || head.format !== null || head.columns.some(({ header }) => header === "kind");
      if (speaksForItself) taking.mutate({ file, mapping: null });
      else setAsked({ file, head });
    },
  });
  const failed = looking.error ?? taking.error;
  return (
    <Panel title={t("import.title")}>
      <p className={form.note}>{t("import.lead")}</p>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {asked === null ? (
        <DropZone
          busy={
            looking.isPending ? looking.variables.name : taking.isPending ? taking.variables.file.name : null
          }
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
          words={t("import.drop")}
          onFile={(file) => {
            taking.reset();
            looking.mutate(file);
          }}
        />
      ) : (
        <ColumnsOf
          name={asked.file.name}
          head={asked.head}
          busy={taking.isPending}
          onTake={(mapping) => taking.mutate({ file: asked.file, mapping })}
          onCancel={() => setAsked(null)}
        />
      )}
      <div role="status">{taking.data === undefined ? null : <Outcome taken={taking.data} />}</div>
    </Panel>
  );
}

function ColumnsOf({
  name,
  head,
  busy,
  onTake,
  onCancel,
}: {
  readonly name: string;
  readonly head: Head;
  readonly busy: boolean;
  readonly onTake: (mapping: Mapping) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const [kind, setKind] = useState<Kind>(head.kind ?? "login");
  const [members, setMembers] = useState<readonly string[]>(() =>
    head.columns.map(({ member }) => member ?? ""),
  );
  const [problem, setProblem] = useState(false);
  const known = head.kinds.find((one) => one.kind === kind)?.members ?? [];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const columns = Object.fromEntries(
      head.columns.flatMap(({ header }, at) => {
        const member = members[at] ?? "";
        return member === "" || !known.includes(member) ? [] : [[member, header]];
      }),
    );
    const whole = columns.account !== undefined && columns.at !== undefined;
    setProblem(!whole);
    if (whole) onTake({ kind, columns });
  };
  return (
    <form onSubmit={submit} className={form.rows} noValidate>
      <h3>{t("import.columns", { name })}</h3>
      {problem ? <p role="alert">{t("import.needs")}</p> : <p className={form.note}>{t("import.needs")}</p>}
      <NativeSelect
        className={style.kind ?? ""}
        label={t("import.kind")}
        value={kind}
        onChange={({ currentTarget: { value } }) => {
          const next = head.kinds.find((one) => one.kind === value);
          if (next !== undefined) setKind(next.kind);
        }}
        data={head.kinds.map((one) => ({ value: one.kind, label: t(`case.event.${one.kind}`) }))}
      />
      <PlainTable
        caption={t("import.columns", { name })}
        rows={head.columns.map((column, at) => ({ ...column, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            key: "header",
            title: t("import.column"),
            heads: true,
            cell: ({ header }) => <Name name={header} />,
          },
          {
            key: "samples",
            title: t("import.samples"),
            cell: ({ samples }) => (samples.length === 0 ? "–" : <Name name={samples.join(" · ")} />),
          },
          {
            key: "means",
            title: t("import.means"),
            cell: ({ header, at }) => (
              <NativeSelect
                size="sm"
                aria-label={`${t("import.means")}: ${header}`}
                value={known.includes(members[at] ?? "") ? members[at] : ""}
                onChange={({ currentTarget: { value } }) =>
                  setMembers(members.map((one, place) => (place === at ? value : one)))
                }
                data={[
                  { value: "", label: t("import.out") },
                  ...known.map((value) => ({ value, label: sayEventMember(language, value) ?? value })),
                ]}
              />
            ),
          },
        ]}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy}>
          {t("import.take")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("import.cancel")}
        </Button>
      </div>
    </form>
  );
}

function Outcome({ taken }: { readonly taken: Taken }): ReactNode {
  const { t, language } = useLanguage();
  const say = (count: number): string => sayNumber(language, count);
  return (
    <>
      <p>
        {t("import.done", {
          taken: say(taken.taken),
          repeated: say(taken.repeated),
          passed: say(taken.passedOver),
          refused: say(taken.refused),
        })}
      </p>
      {taken.refusedRows.length === 0 ? null : (
        <PlainTable
          caption={t("import.refused")}
          rows={taken.refusedRows}
          keyOf={({ line, reason }) => `${line} ${reason}`}
          columns={[
            { key: "line", title: t("import.line"), heads: true, cell: ({ line }) => String(line) },
            {
              key: "reason",
              title: t("import.reason"),
              cell: ({ reason }) => <Said words={reason} />,
            },
          ]}
        />
      )}
      {taken.refused > taken.refusedRows.length ? (
        <p>{t("import.refused.more", { count: say(taken.refusedRows.length) })}</p>
      ) : null}
    </>
  );
}
