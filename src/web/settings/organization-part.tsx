import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed } from "../components/stateful.tsx";
import { useGoTo } from "../start/use-go-to.ts";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";

/** The organisation's name, and the others that a person belongs to. */
export function OrganizationPart({ session }: { readonly session: Session }): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const rename = useMutation({
    mutationFn: (name: string) => answerOf(api.PATCH("/api/v1/organization", { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
  const make = useMutation({
    mutationFn: (name: string) => answerOf(api.POST("/api/v1/organizations", { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
  const go = useGoTo();
  const mayManage = session.permissions.includes("organization.manage");
  const failed = rename.error ?? make.error ?? go.error;
  return (
    <>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {mayManage ? (
        <Panel title={t("organization.rename")}>
          <NameForm
            key={session.organization.name}
            name={session.organization.name}
            label={t("organization.rename")}
            submit={t("settings.save")}
            busy={rename.isPending}
            onName={(name) => rename.mutate(name)}
          />
          {rename.isSuccess ? <p role="status">{t("settings.saved")}</p> : null}
        </Panel>
      ) : null}
      <Panel title={t("organization.yours")}>
        <PlainTable
          caption={t("organization.yours")}
          rows={session.organizations}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "name",
              title: t("settings.name"),
              heads: true,
              cell: ({ name, demo }) => (
                <>
                  <Name name={sayTitle(language, name)} />
                  {demo ? <small>{t("organization.demo")}</small> : null}
                </>
              ),
            },
            { key: "role", title: t("settings.role"), cell: ({ role }) => t(`role.${role}`) },
            {
              key: "acts",
              title: t("organization.go"),
              acts: true,
              cell: ({ id, name }) =>
                id === session.organization.id ? (
                  t("organization.here")
                ) : (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={`${t("organization.go")}: ${name}`}
                    loading={go.isPending}
                    onClick={() => go.mutate(id)}
                  >
                    {t("organization.go")}
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
      {session.role === "owner" && !session.organization.demo ? (
        <Panel title={t("organization.new")}>
          <NameForm
            name=""
            label={t("settings.name")}
            submit={t("organization.make")}
            busy={make.isPending}
            onName={(name) => make.mutate(name)}
          />
        </Panel>
      ) : null}
    </>
  );
}

function NameForm({
  name: given,
  label,
  submit,
  busy,
  onName,
}: {
  readonly name: string;
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onName: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState(given);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() !== "") onName(name.trim());
  };
  return (
    <form className={form.form} onSubmit={send} noValidate>
      <div className={form.row}>
        <TextInput
          label={label}
          value={name}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
