import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { linesOf, ofLines, type ReportValue } from "./report-fields.ts";
import style from "./report-page.module.css";

/** Longer ones are no longer read by anybody. */
const TEXT_CHARS_MAX = 4_000;
const NARRATIVE_CHARS_MAX = 20_000;

type FieldName =
  | "name"
  | "address"
  | "contactName"
  | "contactPhone"
  | "contactEmail"
  | "description"
  | "location"
  | "eventOn"
  | "legalAuthority"
  | "releaseAuthority"
  | "releasedTo"
  | "narrative"
  | "role"
  | "country"
  | "account"
  | "list"
  | "entry"
  | "programmes"
  | "references"
  | "owner"
  | "target";

/** A part of the report's form, on a surface of its own. */
export function ReportPart({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Panel title={title}>
      <div className={form.form}>{children}</div>
    </Panel>
  );
}

/** One field: a line, a day, some lines of which each is one thing, or a longer text. */
export function ReportField({
  id,
  name,
  kind = "line",
  value,
  disabled = false,
  onValue,
}: {
  /** The id by which what is missing leads here. */
  readonly id: string;
  readonly name: FieldName;
  readonly kind?: "line" | "day" | "text";
  readonly value: string;
  readonly disabled?: boolean;
  readonly onValue: (value: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const label = t(`legal.field.${name}`);
  return kind === "text" ? (
    <Textarea
      id={id}
      label={label}
      value={value}
      autosize
      minRows={3}
      maxRows={14}
      maxLength={NARRATIVE_CHARS_MAX}
      disabled={disabled}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  ) : (
    <TextInput
      id={id}
      label={label}
      type={kind === "day" ? "date" : "text"}
      value={value}
      maxLength={TEXT_CHARS_MAX}
      disabled={disabled}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}

/** Several of one kind, a line each. */
export function LinesField({
  id,
  name,
  values,
  disabled = false,
  onValues,
}: {
  readonly id: string;
  readonly name: FieldName;
  readonly values: readonly string[];
  readonly disabled?: boolean;
  readonly onValues: (values: string[]) => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Textarea
      // A line that is just begun is empty, and stays on the page while it is written.
      key={values.length === 0 ? "none" : "some"}
      id={id}
      label={t(`legal.field.${name}`)}
      description={t("legal.lines")}
      defaultValue={linesOf(values)}
      autosize
      minRows={1}
      maxRows={8}
      disabled={disabled}
      onBlur={({ currentTarget }) => {
        const next = ofLines(currentTarget.value);
        if (linesOf(next) !== linesOf(values)) onValues(next);
      }}
    />
  );
}

/** What it is worth: in its own currency and in dollars, and whether that is known or estimated. */
export function ValueFields({
  id,
  value,
  disabled = false,
  onValue,
}: {
  readonly id: string;
  readonly value: ReportValue;
  readonly disabled?: boolean;
  readonly onValue: (value: ReportValue) => void;
}): ReactNode {
  const { t } = useLanguage();
  const line = (key: "amount" | "currency" | "usd"): ReactNode => (
    <TextInput
      id={`${id}.${key}`}
      label={t(`legal.field.${key}`)}
      value={value[key]}
      inputMode={key === "currency" ? "text" : "decimal"}
      maxLength={key === "currency" ? 3 : 25}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.trim();
        onValue({ ...value, [key]: key === "currency" ? text.toUpperCase() : text });
      }}
    />
  );
  return (
    <div className={style.value}>
      {line("amount")}
      {line("currency")}
      {line("usd")}
      <NativeSelect
        id={`${id}.basis`}
        label={t("legal.field.basis")}
        value={value.basis}
        disabled={disabled}
        data={(["actual", "estimated"] as const).map((basis) => ({
          value: basis,
          label: t(`legal.basis.${basis}`),
        }))}
        onChange={({ currentTarget }) =>
          onValue({ ...value, basis: currentTarget.value === "estimated" ? "estimated" : "actual" })
        }
      />
    </div>
  );
}
