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

/** An exact number as it is typed; null while it is none, and said so when the field is left. */
export function ExactField({
  id,
  label,
  hint,
  value,
  wrong,
  onExact,
}: Field & {
  readonly value: { readonly amount: string; readonly scale: number } | null;
  /** What stands beside the field where the text is no exact number. */
  readonly wrong: string;
  readonly onExact: (exact: { readonly amount: string; readonly scale: number } | null) => void;
}): ReactNode {
  const [text, setText] = useState(value === null ? "" : sayExact(value));
  const [isLeft, setLeft] = useState(false);
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      value={text}
      inputMode="decimal"
      maxLength={40}
      error={isLeft && text.trim() !== "" && readExact(text) === null ? wrong : null}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        setLeft(false);
        onExact(readExact(currentTarget.value));
      }}
    />
  );
}

/** `USD 1,200.50` as money; null for what is none. */
export function readMoney(text: string): Money | null {
  const [, currency = "", number = ""] = /^\s*([A-Za-z]{3})\s*([\d.,]+)\s*$/.exec(text) ?? [];
  const exact = readExact(number);
  return exact === null ? null : { ...exact, currency: currency.toUpperCase() };
}

/** Money as people write it, `USD 1200.50`; null until it is whole. */
export function MoneyField({
  id,
  label,
  hint,
  value,
  wrong,
  onMoney,
}: Field & {
  readonly value: Money | null;
  readonly wrong: string;
  readonly onMoney: (money: Money | null) => void;
}): ReactNode {
  const [text, setText] = useState(value === null ? "" : `${value.currency} ${sayExact(value)}`);
  const [isLeft, setLeft] = useState(false);
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      value={text}
      maxLength={40}
      error={isLeft && text.trim() !== "" && readMoney(text) === null ? wrong : null}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        setLeft(false);
        onMoney(readMoney(currentTarget.value));
      }}
    />
  );
}
