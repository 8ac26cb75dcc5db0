import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { signInCall } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./sign-in-page.module.css";

/** Address and password, then the second factor where the account has one. */
export function SignInForm({
  email,
  onEntered,
}: {
  /** The address of whoever was signed in, or null for anybody. */
  readonly email: string | null;
  readonly onEntered: () => Promise<void>;
}): ReactNode {
  const { t } = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  // One of the codes that were written down for the day on which the phone is lost.
  const [isSpare, setSpare] = useState(false);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLParagraphElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setBusy(true);
    setProblem(null);
    try {
      if (asksCode) {
        await signInCall(`/two-factor/${isSpare ? "verify-backup-code" : "verify-totp"}`, {
          code: text("code"),
        });
        return await onEntered();
      }
      const answer = await signInCall<{ readonly twoFactorRedirect?: boolean }>("/sign-in/email", {
        email: text("email"),
        password: String(form.get("password") ?? ""),
      });
      if (answer.twoFactorRedirect === true) setAsksCode(true);
      else await onEntered();
    } catch (error) {
      const { status, detail } = problemIn(error);
      const failed = t(asksCode ? "signin.code.failed" : "signin.failed");
      setProblem(status === 401 ? failed : status === 0 ? t("state.offline") : detail);
      summary.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={style.form} onSubmit={(event) => void submit(event)} noValidate>
      <p ref={summary} tabIndex={-1} role="alert" className={style.problem} hidden={problem === null}>
        {problem}
      </p>
      {asksCode ? (
        <>
          <TextInput
            key={isSpare ? "spare" : "code"}
            name="code"
            label={t(isSpare ? "signin.code.spare" : "signin.code")}
            inputMode={isSpare ? "text" : "numeric"}
            autoComplete="one-time-code"
            autoFocus
          />
          <Button variant="subtle" size="compact-sm" onClick={() => setSpare(!isSpare)}>
            {t(isSpare ? "signin.code.app" : "signin.code.lost")}
          </Button>
        </>
      ) : (
        <>
          <TextInput
            name="email"
            type="email"
            label={t("signin.email")}
            autoComplete="username webauthn"
            autoFocus={email === null}
            {...(email === null ? {} : { value: email, readOnly: true })}
          />
          <PasswordInput
            name="password"
            label={t("signin.password")}
            autoComplete="current-password"
            autoFocus={email !== null}
            // In a dialog that keeps the focus, which else goes to its first button.
            data-autofocus={email === null ? undefined : true}
            visibilityToggleButtonProps={{ "aria-label": t("signin.password.show") }}
          />
        </>
      )}
      <Button type="submit" loading={busy}>
        {t("signin.submit")}
      </Button>
    </form>
  );
}
