import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./shell.module.css";

/** Says on every page that one is in the demonstration, and leads back to the guide; nothing in an organization of one's own. */
export function DemoMark(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  if (session?.organization.demo !== true) return null;
  return (
    <Link to="/start" className={style.demo} title={t("top.demo.long")} aria-label={t("top.demo.long")}>
      {t("top.demo")}
    </Link>
  );
}
