import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { signInCall } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./sign-in-page.module.css";

/** Only places of this app: a link must not lead a person who just signed in elsewhere. */
export function safePlace(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Signing in by address and password, then the second factor where the account has one. */
export function SignInPage(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: "/sign-in" });
  const [problem, setProblem] = useState<string | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLParagraphElement>(null);

  const enter = async (): Promise<void> => {
    await queries.invalidateQueries();
    await router.navigate({ to: safePlace(next) });
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    setProblem(null);
    try {
      if (asksCode) {
        await signInCall("/two-factor/verify-totp", { code: text("code") });
        return await enter();
      }
      const answer = await signInCall<{ readonly twoFactorRedirect?: boolean }>("/sign-in/email", {
        email: text("email"),
        password: String(form.get("password") ?? ""),
      });
      if (answer.twoFactorRedirect === true) setAsksCode(true);
      else await enter();
    } catch (error) {
      const { status, detail } = problemIn(error);
      setProblem(status === 401 ? t(asksCode ? "signin.code.failed" : "signin.failed") : detail);
      summary.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={style.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t("signin.title")}</h1>
      <p ref={summary} tabIndex={-1} role="alert" className={style.problem} hidden={problem === null}>
        {problem}
      </p>
      {asksCode ? (
        <TextInput
          key="code"
          name="code"
          label={t("signin.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
        />
      ) : (
        <>
          <TextInput
            name="email"
            type="email"
            label={t("signin.email")}
            autoComplete="username webauthn"
            autoFocus
          />
          <PasswordInput name="password" label={t("signin.password")} autoComplete="current-password" />
        </>
      )}
      <Button type="submit" loading={busy}>
        {t("signin.submit")}
      </Button>
    </form>
  );
}
