import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { accountCall } from "./account-calls.ts";
import { QrPicture } from "./qr-picture.tsx";
import style from "./second-factor-panel.module.css";

type Begun = { readonly totpURI: string; readonly backupCodes: readonly string[] };

const textOf = (event: FormEvent<HTMLFormElement>, name: string): string =>
  String(new FormData(event.currentTarget).get(name) ?? "").trim();

/** Setting up a code beside the password, and turning it off. */
export function SecondFactorPanel({ isOn }: { readonly isOn: boolean }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const settle = () => queries.invalidateQueries({ queryKey: ["session"] });
  const begin = useMutation({
    mutationFn: (password: string) => accountCall<Begun>("/two-factor/enable", { password }),
    onSuccess: setBegun,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => accountCall("/two-factor/verify-totp", { code }),
    onSuccess: async () => {
      setCodes(begun?.backupCodes ?? []);
      setBegun(null);
      await settle();
    },
  });
  const off = useMutation({
    mutationFn: (password: string) => accountCall("/two-factor/disable", { password }),
    onSuccess: async () => {
      setCodes(null);
      await settle();
    },
  });
  const failed = begin.error ?? confirm.error ?? off.error;
  return (
    <Panel title={t("factor.title")} aside={isOn ? t("factor.on") : undefined}>
      <p className={form.note}>{t("factor.lead")}</p>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {codes === null ? null : <BackupCodes codes={codes} />}
      {begun !== null ? (
        <Scan begun={begun} busy={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
      ) : (
        <PasswordFirst
          key={String(isOn)}
          label={t(isOn ? "factor.off" : "factor.set")}
          busy={begin.isPending || off.isPending}
          onPassword={(password) => (isOn ? off : begin).mutate(password)}
        />
      )}
    </Panel>
  );
}

function PasswordFirst({
  label,
  busy,
  onPassword,
}: {
  readonly label: string;
  readonly busy: boolean;
  readonly onPassword: (password: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <Button variant="default" onClick={() => setAsks(true)}>
        {label}
      </Button>
    );
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(textOf(event, "password"));
      }}
    >
      <PasswordInput
        name="password"
        label={t("factor.password")}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ "aria-label": t("signin.password.show") }}
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </div>
    </form>
  );
}

function Scan({
  begun,
  busy,
  onCode,
}: {
  readonly begun: Begun;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const secret = new URL(begun.totpURI).searchParams.get("secret") ?? "";
  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCode(textOf(event, "code").replaceAll(" ", ""));
      }}
    >
      <p className={form.note}>{t("factor.scan")}</p>
      <div className={style.scan}>
        <QrPicture text={begun.totpURI} label={t("factor.picture")} />
        <p>
          {t("factor.key")}
          <code className={style.key} data-totp>
            {secret}
          </code>
        </p>
      </div>
      <TextInput
        name="code"
        label={t("factor.code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        autoFocus
      />
      <div className={form.acts}>
        <Button type="submit" loading={busy}>
          {t("factor.confirm")}
        </Button>
      </div>
    </form>
  );
}

function BackupCodes({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  return (
    <section className={style.codes} aria-label={t("factor.backup")}>
      <h3>{t("factor.backup")}</h3>
      <p className={form.note}>{t("factor.backup.note")}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
