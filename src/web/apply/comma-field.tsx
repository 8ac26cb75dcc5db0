import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";

/** Several names in one line, in their order, with commas between them; as typed until the field is left. */
export function CommaField({
  id,
  label,
  hint,
  values,
  onValues,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly string[];
  readonly onValues: (values: readonly string[]) => void;
}): ReactNode {
  const [text, setText] = useState(values.join(", "));
  return (
    <TextInput
      id={id}
      label={label}
      description={hint}
      value={text}
      maxLength={2_000}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onValues(
          currentTarget.value.split(",").flatMap((value) => (value.trim() === "" ? [] : [value.trim()])),
        );
      }}
    />
  );
}
