import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";

export function AskPage(): ReactNode {
  const { t } = useLanguage();
  return <h1>{t("ask.title")}</h1>;
}
