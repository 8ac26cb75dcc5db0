import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { DropZone } from "../batch/drop-zone.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed } from "../components/stateful.tsx";
import { sayCode, sayQuantity } from "../waivers/exact.ts";
import { readPasted } from "../waivers/pasted-lines.ts";
import type { Application, ApplicationFile } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayMoney, sayNumber } from "../words/saying.ts";
import style from "./apply.module.css";
import { LineForm } from "./line-form.tsx";
import type { QuestionProps } from "./questions.tsx";

/** One row of the annex. */
export type AnnexLine = ApplicationFile["lines"][number];

type Imported = {
  readonly application: Application;
  readonly problems: readonly { readonly row: number; readonly problem: string }[];
};

const KINDS = ".csv,.tsv,.txt,.xlsx";

/** The annex: lines from a file, a paste or one by one, each open to be changed. */
export function GoodsQuestion({ application, hand }: QuestionProps): ReactNode {
  const { t, language } = useLanguage();
  const { file, change } = hand;
  const [open, setOpen] = useState<number | null>(null);
  const put = (at: number, part: Partial<AnnexLine>): void =>
    change({ lines: file.lines.map((line, place) => (place === at ? { ...line, ...part } : line)) });
  const add = (): void => {
    change({ lines: [...file.lines, emptyLine(file.lines)] });
    setOpen(file.lines.length);
  };
  return (
    <div className={style.fields}>
      <Bring application={application} hand={hand} />
      {file.lines.length === 0 ? null : (
        <PlainTable
          caption={t("apply.step.goods")}
          rows={file.lines.map((line, at) => ({ ...line, at }))}
          keyOf={({ at }) => String(at)}
          columns={[
            {
              key: "item",
              title: t("may.item"),
              heads: true,
              cell: ({ line, item, specification }) => (
                <>
                  {line}. {item === "" ? "–" : item}
                  <small>{specification}</small>
                </>
              ),
            },
            { key: "hs", title: t("may.code"), cell: ({ hs }) => (hs === null ? "–" : sayCode(hs)) },
            {
              key: "quantity",
              title: t("may.quantity"),
              number: true,
              cell: ({ quantity }) => (quantity === null ? "–" : sayQuantity(language, quantity)),
            },
            {
              key: "value",
              title: t("may.value"),
              number: true,
              cell: ({ unitValue }) => (unitValue === null ? "–" : sayMoney(language, unitValue)),
            },
            { key: "origin", title: t("apply.line.origin"), cell: ({ origin }) => origin ?? "–" },
            {
              key: "acts",
              title: t("apply.change"),
              acts: true,
              cell: ({ line, at }) => (
                <Button
                  id={`lines.${at}`}
                  variant="default"
                  size="compact-md"
                  aria-expanded={open === at}
                  aria-label={`${t("apply.change")}: ${t("apply.line", { line })}`}
                  onClick={() => setOpen(open === at ? null : at)}
                >
                  {t("apply.change")}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open === null || file.lines[open] === undefined ? null : (
        <LineForm
          key={open}
          line={file.lines[open]}
          onLine={(part) => put(open, part)}
          onClose={() => setOpen(null)}
          onRemove={() => {
            change({ lines: file.lines.filter((_, place) => place !== open) });
            setOpen(null);
          }}
        />
      )}
      <div className={style.acts}>
        <Button id="lines" variant="default" onClick={add}>
          {t("apply.lines.add")}
        </Button>
        <span className={style.saving}>
          {t("apply.lines.count", { count: sayNumber(language, file.lines.length) })}
        </span>
      </div>
    </div>
  );
}

const LINE = {
  item: "",
  hs: null,
  quantity: null,
  unitValue: null,
  origin: null,
  maker: "",
  specification: "",
  supplier: "",
  shipment: null,
  shipOn: null,
  controlNumber: null,
} as const;

/** A new line with a number that no other has. */
function emptyLine(lines: readonly AnnexLine[]): AnnexLine {
  const numbers = lines.flatMap(({ line }) => (/^\d{1,9}$/.test(line) ? [Number(line)] : []));
  return { ...LINE, line: String(Math.max(0, ...numbers) + 1) };
}

/** Lines from a file, whose rows that cannot be taken are told, or from the clipboard. */
function Bring({ application, hand }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [pasted, setPasted] = useState("");
  const bring = useMutation({
    mutationFn: async (file: File) => {
      await hand.save();
      return sendFile<Imported>(
        `/api/v1/waiver-applications/${application.id}/lines?name=${encodeURIComponent(file.name)}&mode=${application.file.lines.length === 0 ? "replace" : "append"}`,
        file,
        file.type,
      );
    },
    onSuccess: ({ application: saved }) => queries.setQueryData(["application", application.id], saved),
  });
  const take = (): void => {
    let lines: readonly AnnexLine[] = hand.file.lines;
    for (const one of readPasted(pasted))
      lines = [
        ...lines,
        {
          ...emptyLine(lines),
          item: one.description,
          hs: one.hs,
          quantity: one.quantity,
          unitValue: one.unitValue,
          origin: one.origin,
        },
      ];
    hand.change({ lines: [...lines] });
    setPasted("");
  };
  return (
    <>
      <DropZone
        busy={bring.isPending ? bring.variables.name : null}
        accept={KINDS}
        words={t("apply.lines.file")}
        onFile={(file) => bring.mutate(file)}
      />
      {bring.isError ? <Failed problem={problemIn(bring.error)} /> : null}
      {bring.data === undefined || bring.data.problems.length === 0 ? null : (
        <div role="alert" className={style.missing}>
          <p>{t("apply.lines.problems")}</p>
          <ul>
            {bring.data.problems.slice(0, 20).map(({ row, problem }) => (
              <li key={`${row} ${problem}`}>
                {t("apply.lines.row", { row: String(row) })} <bdi lang="en">{problem}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        label={t("may.paste")}
        description={t("may.paste.hint")}
        value={pasted}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => setPasted(value)}
      />
      {pasted.trim() === "" ? null : (
        <div className={style.acts}>
          <Button variant="default" onClick={take}>
            {t("apply.lines.take", { count: String(readPasted(pasted).length) })}
          </Button>
        </div>
      )}
    </>
  );
}
