import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHead } from "../components/page-head.tsx";
import { useLanguage } from "../words/language.tsx";
import { OtherWays } from "./other-ways.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import style from "./sign-in-page.module.css";

/** Only places of this app: a link must not lead a person who just signed in elsewhere. */
export function safePlace(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Signing in, and then on to where the person wanted to go. */
export function SignInPage(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const router = useRouter();
  const { next, error } = useSearch({ from: "/sign-in" });
  const enter = async (): Promise<void> => {
    await queries.invalidateQueries();
    // A place may have a query of its own.
    router.history.push(safePlace(next));
  };
  return (
    <div className={style.page}>
      <PageHead title={t("signin.title")} />
      {error === undefined ? null : (
        <p role="alert" className={style.problem}>
          {t("signin.by.provider.refused")}
        </p>
      )}
      <SignInForm email={null} onEntered={enter} />
      <OtherWays next={safePlace(next)} onEntered={enter} />
      <p className={style.help}>{t("signin.help")}</p>
    </div>
  );
}
