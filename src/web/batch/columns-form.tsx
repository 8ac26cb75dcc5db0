import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { saySchema } from "../words/saying.ts";
import type { Batch } from "./batches-page.tsx";
import style from "./columns-form.module.css";

/** How the columns shall be read: each header with its property, empty where it is left out. */
export type Mapping = { readonly map: Record<string, string>; readonly schema: string | null };

/** What a column can be, in the order in which people look for it. */
const MEANINGS = [
  ...["name", "firstName", "middleName", "lastName", "alias", "weakAlias", "previousName", "fatherName"],
  ...["birthDate", "birthPlace", "nationality", "country", "jurisdiction", "gender", "schema", "id"],
  ...["passportNumber", "idNumber", "registrationNumber", "taxNumber", "leiCode", "swiftBic", "innCode"],
  ...["imoNumber", "mmsi", "callSign", "flag", "address", "email", "phone", "website", "publicKey"],
  ...["incorporationDate", "legalForm", "position", "title", "notes"],
];
const NAMES_PARTY = new Set(["name", "lastName", "firstName", "publicKey", "imoNumber"]);
const KINDS = ["Person", "Company", "Organization", "Vessel"] as const;

/** The columns as they were recognised, for a person to confirm or mend before anything is screened. */
export function ColumnsForm({
  batch,
  busy,
  onStart,
  onSheet,
}: {
  readonly batch: Batch;
  readonly busy: boolean;
  /** Null where the role may not. `null` is told where nothing is to be changed. */
  readonly onStart: ((mapping: Mapping | null) => void) | null;
  /** Another sheet of the workbook is to be read. */
  readonly onSheet: (sheet: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { columns } = batch.head;
  const [meanings, setMeanings] = useState<readonly string[]>(() =>
    columns.map(({ property }) => property ?? ""),
  );
  const [kind, setKind] = useState(batch.options.schema ?? "");
  const [isRefused, setRefused] = useState(false);
  const isNamed = columns.length === 0 || meanings.some((one) => NAMES_PARTY.has(one));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setRefused(!isNamed);
    if (onStart === null || !isNamed) return;
    const isSame =
      batch.state === "draft" &&
      kind === (batch.options.schema ?? "") &&
      columns.every(({ property }, at) => (property ?? "") === meanings[at]);
    const map = Object.fromEntries(
      columns.flatMap(({ header }, at) => (header.trim() === "" ? [] : [[header, meanings[at] ?? ""]])),
    );
    onStart(isSame ? null : { map, schema: kind === "" ? null : kind });
  };
  const known = new Set([...MEANINGS, ...columns.flatMap(({ property }) => property ?? [])]);
  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t("batch.columns")}>
        <p className={form.note}>{t(columns.length === 0 ? "batch.columns.json" : "batch.columns.lead")}</p>
        {batch.sheets.length < 2 || onStart === null ? null : (
          <NativeSelect
            label={t("batch.sheet")}
            className={style.sheet ?? ""}
            value={batch.options.sheet ?? batch.sheets[0] ?? ""}
            disabled={busy}
            data={[...batch.sheets]}
            onChange={({ currentTarget: { value } }) => onSheet(value)}
          />
        )}
        {isNamed ? null : isRefused ? (
          <ErrorSummary problems={[{ field: "column-0", words: t("batch.columns.noname") }]} />
        ) : (
          <p role="alert">{t("batch.columns.noname")}</p>
        )}
        {columns.length === 0 ? null : (
          <PlainTable
            caption={t("batch.columns")}
            rows={columns.map((column, at) => ({ ...column, at }))}
            keyOf={({ at }) => String(at)}
            isDone={({ at }) => meanings[at] === ""}
            columns={[
              {
                key: "header",
                title: t("batch.column"),
                heads: true,
                cell: ({ header, at }) => (header.trim() === "" ? String(at + 1) : <Name name={header} />),
              },
              {
                key: "samples",
                title: t("batch.column.samples"),
                cell: ({ samples }) =>
                  samples.length === 0
                    ? "–"
                    : samples.map((sample) => (
                        <span key={sample}>
                          <Name name={sample} />
                          <br />
                        </span>
                      )),
              },
              {
                key: "means",
                title: t("batch.column.means"),
                cell: ({ header, at }) => (
                  <NativeSelect
                    id={`column-${at}`}
                    size="sm"
                    aria-label={`${t("batch.column.means")}: ${header}`}
                    value={meanings[at]}
                    onChange={({ currentTarget: { value } }) =>
                      setMeanings(meanings.map((one, place) => (place === at ? value : one)))
                    }
                    data={[
                      { value: "", label: t("batch.column.out") },
                      ...[...known].map((value) => ({ value, label: sayProperty(language, value) })),
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
        <div className={form.form}>
          <NativeSelect
            label={t("batch.kind")}
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(value)}
            data={[
              { value: "", label: t("batch.kind.guess") },
              ...KINDS.map((value) => ({ value, label: saySchema(language, value) })),
            ]}
          />
          {onStart === null ? null : (
            <div className={form.acts}>
              <Button type="submit" loading={busy}>
                {t("batch.start", { name: batch.name })}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </form>
  );
}
