import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";

/** Several short texts, one in each line; as typed until the field is left. */
export function LinesField({
  id,
  label,
  hint,
  lines,
  onLines,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}): ReactNode {
  const [text, setText] = useState(lines.join("\n"));
  return (
    <Textarea
      id={id}
      label={label}
      description={hint}
      value={text}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={20_000}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onLines(currentTarget.value.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()])));
      }}
    />
  );
}
