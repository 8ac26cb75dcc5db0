import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";

/** How one gets in is shown and changed only by whoever has just signed in: the way to do so, and back here. */
export function FreshNeeded(): ReactNode {
  const { t } = useLanguage();
  return (
    <p role="alert">
      {t("fresh.needed")}{" "}
      <Link to="/sign-in" search={{ next: "/settings/own" }}>
        {t("signin.title")}
      </Link>
    </p>
  );
}
