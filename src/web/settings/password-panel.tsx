import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { accountCall } from "./account-calls.ts";

/** Changing one's password, which ends every other session. */
export function PasswordPanel(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = useMutation({
    mutationFn: (body: { readonly currentPassword: string; readonly newPassword: string }) =>
      accountCall("/change-password", { ...body, revokeOtherSessions: true }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["own-sessions"] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { currentTarget } = event;
    const data = new FormData(currentTarget);
    const [currentPassword, newPassword] = ["now", "new"].map((name) => String(data.get(name) ?? ""));
    const found = [
      ...(currentPassword === "" ? [{ field: "password-now", words: t("password.error.now") }] : []),
      ...(newPassword === "" ? [{ field: "password-new", words: t("password.error.new") }] : []),
    ];
    setProblems(found);
    if (found.length > 0 || currentPassword === undefined || newPassword === undefined) return;
    change.mutate({ currentPassword, newPassword }, { onSuccess: () => currentTarget.reset() });
  };
  const errorAt = (field: string) => problems.find((one) => one.field === field)?.words ?? null;
  return (
    <Panel title={t("password.title")}>
      <form className={form.form} onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        {change.isError ? <Failed problem={problemIn(change.error)} /> : null}
        {change.isSuccess ? (
          <p role="status" className={form.good}>
            {t("password.changed")}
          </p>
        ) : null}
        <PasswordInput
          id="password-now"
          name="now"
          visibilityToggleButtonProps={{ "aria-label": t("signin.password.show") }}
          label={t("password.now")}
          autoComplete="current-password"
          error={errorAt("password-now")}
        />
        <PasswordInput
          id="password-new"
          name="new"
          visibilityToggleButtonProps={{ "aria-label": t("signin.password.show") }}
          label={t("password.new")}
          description={t("password.note")}
          autoComplete="new-password"
          error={errorAt("password-new")}
        />
        <div className={form.acts}>
          <Button type="submit" loading={change.isPending}>
            {t("password.change")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
