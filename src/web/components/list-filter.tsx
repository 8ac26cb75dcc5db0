import { TextInput } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import style from "./list-filter.module.css";

/** The box above a list that leaves what is asked for, with whatever else narrows or orders the list beside it. */
export function ListFilter({
  label,
  text,
  onText,
  children,
}: {
  readonly label: string;
  /** What is asked for now. */
  readonly text: string | undefined;
  readonly onText: (text: string | undefined) => void;
  readonly children: ReactNode;
}): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    onText(asked === "" ? undefined : asked);
  };
  return (
    <form onSubmit={submit} className={style.filter}>
      <TextInput
        key={text}
        data-main-box
        name="q"
        type="search"
        className={style.box ?? ""}
        aria-label={label}
        placeholder={label}
        defaultValue={text}
        rightSection={<kbd>/</kbd>}
      />
      {children}
    </form>
  );
}
