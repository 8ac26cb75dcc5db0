import { Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type Money, readExact, sayExact } from "../waivers/exact.ts";

/** What every field of a form has. */
type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
};

/** A line or more of text; longer where `rows` says so. */
export function TextField({
  id,
  label,
  hint,
  value,
  rows = 1,
  max = 400,
  onText,
}: Field & {
  readonly value: string;
  readonly rows?: number;
  readonly max?: number;
  readonly onText: (text: string) => void;
}): ReactNode {
  return rows === 1 ? (
    <TextInput
      id={id}
      label={label}
      description={hint}
      value={value}
      maxLength={max}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  ) : (
    <Textarea
      id={id}
      label={label}
      description={hint}
      value={value}
      maxLength={max}
      autosize
      minRows={rows}
      maxRows={16}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}

/** A day; null while there is none. */
export function DayField({
  id,
  label,
  hint,
  value,
  onDay,
}: Field & { readonly value: string | null; readonly onDay: (day: string | null) => void }): ReactNode {
  return (
    <TextInput
      id={id}
      type="date"
      label={label}
      description={hint}
      value={value ?? ""}
      onChange={({ currentTarget }) => onDay(currentTarget.value === "" ? null : currentTarget.value)}
    />
  );
}

/** A country by its two letters; null until there are two. */
export function CountryField({
  id,
  label,
  hint,
  value,
  onCountry,
}: Field & {
  readonly value: string | null;
  readonly onCountry: (country: string | null) => void;
}): ReactNode {
  const [text, setText] = useState(value ?? "");
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      value={text}
      maxLength={2}
      autoComplete="off"
      onChange={({ currentTarget }) => {
        const next = currentTarget.value.toUpperCase().replace(/[^A-Z]/g, "");
        setText(next);
        onCountry(next.length === 2 ? next : null);
      }}
    />
  );
}

type Exact = { readonly amount: string; readonly scale: number };

/** What is typed as people write it, and read; null while it is nothing that can be read, and said so when the field is left. */
function ReadField<Value>({
  value,
  say,
  read,
  onValue,
  wrong,
  isNumber = false,
  ...field
}: Field & {
  readonly value: Value | null;
  readonly say: (value: Value) => string;
  readonly read: (text: string) => Value | null;
  readonly onValue: (value: Value | null) => void;
  /** What stands beside the field where the text cannot be read. */
  readonly wrong: string;
  readonly isNumber?: boolean;
}): ReactNode {
  const [text, setText] = useState(value === null ? "" : say(value));
  const [isLeft, setLeft] = useState(false);
  return (
    <TextInput
      id={field.id}
      label={field.label}
      description={field.hint}
      value={text}
      inputMode={isNumber ? "decimal" : "text"}
      maxLength={40}
      error={isLeft && text.trim() !== "" && read(text) === null ? wrong : null}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        setLeft(false);
        onValue(read(currentTarget.value));
      }}
    />
  );
}

/** An exact number; null while it is none. */
export function ExactField({
  onExact,
  ...field
}: Field & {
  readonly value: Exact | null;
  readonly wrong: string;
  readonly onExact: (exact: Exact | null) => void;
}): ReactNode {
  return <ReadField {...field} isNumber say={sayExact} read={readExact} onValue={onExact} />;
}

/** `USD 1,200.50` as money; null for what is none. */
export function readMoney(text: string): Money | null {
  const [, currency = "", number = ""] = /^\s*([A-Za-z]{3})\s*([\d.,]+)\s*$/.exec(text) ?? [];
  const exact = readExact(number);
  return exact === null ? null : { ...exact, currency: currency.toUpperCase() };
}

const sayMoney = (money: Money): string => `${money.currency} ${sayExact(money)}`;

/** Money as people write it, `USD 1200.50`; null until it is whole. */
export function MoneyField({
  onMoney,
  ...field
}: Field & {
  readonly value: Money | null;
  readonly wrong: string;
  readonly onMoney: (money: Money | null) => void;
}): ReactNode {
  return <ReadField {...field} say={sayMoney} read={readMoney} onValue={onMoney} />;
}
