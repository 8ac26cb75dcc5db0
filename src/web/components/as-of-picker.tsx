import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./as-of-picker.module.css";

/** The day that the page is as of; today where none is named. */
export function AsOfPicker({
  day,
  onPick,
}: {
  readonly day: string | undefined;
  readonly onPick: (day: string | undefined) => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <TextInput
      type="date"
      size="sm"
      label={t("asof.label")}
      className={style.picker ?? ""}
      value={day ?? ""}
      onChange={({ currentTarget: { value } }) => onPick(value === "" ? undefined : value)}
    />
  );
}

/** Says that the page is not as of today; nothing where it is. */
export function AsOfBar({
  day,
  onBack,
}: {
  readonly day: string | undefined;
  readonly onBack: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  if (day === undefined) return null;
  return (
    <p role="status" className={style.bar}>
      <span>{t("asof.other", { day: sayDay(language, day) })}</span>
      <button type="button" onClick={onBack}>
        {t("asof.back")}
      </button>
    </p>
  );
}
