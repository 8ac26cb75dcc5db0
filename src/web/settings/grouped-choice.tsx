import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import style from "./grouped-choice.module.css";

/** What can be chosen under one heading. */
export type ChoiceGroup = {
  readonly key: string;
  readonly title: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

/** Many boxes, a row for each of the things that they concern. */
export function GroupedChoice({
  id,
  label,
  groups,
  value,
  error = null,
  onChange,
}: {
  /** Of the first box, where the focus goes when something is wrong. */
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: readonly string[];
  readonly error?: string | null;
  readonly onChange: (value: readonly string[]) => void;
}): ReactNode {
  const first = groups[0]?.choices[0]?.value;
  return (
    <Checkbox.Group value={[...value]} onChange={onChange} aria-label={label} error={error}>
      <div className={style.groups}>
        {groups.map(({ key, title, choices }) => (
          <fieldset key={key} className={style.group}>
            <legend>{title}</legend>
            <div className={style.choices}>
              {choices.map((choice) => (
                <Checkbox
                  key={choice.value}
                  value={choice.value}
                  label={choice.label}
                  {...(choice.value === first ? { id } : {})}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Checkbox.Group>
  );
}
