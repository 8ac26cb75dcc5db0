import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemError, problemIn } from "../api/problem.ts";
import { AskFirst } from "../components/ask-first.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { accountCall, accountRead, addPasskey, type OwnPasskey } from "./account-calls.ts";
import { FreshNeeded } from "./fresh-needed.tsx";

/** Passkeys of the person: adding one in this browser, and taking one away. */
export function PasskeysPanel(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const keys = useQuery({
    queryKey: ["own-passkeys"],
    queryFn: () => accountRead<readonly OwnPasskey[]>("/passkey/list-user-passkeys"),
  });
  const settle = async () => {
    await queries.invalidateQueries({ queryKey: ["own-passkeys"] });
    await queries.invalidateQueries({ queryKey: ["session"] });
  };
  const add = useMutation({ mutationFn: addPasskey, onSuccess: settle });
  const remove = useMutation({
    mutationFn: (id: string) => accountCall("/passkey/delete-passkey", { id }),
    onSuccess: settle,
  });
  return (
    <Panel title={t("passkeys.title")}>
      <p className={form.note}>{t("passkeys.lead")}</p>
      <Refused error={add.error ?? remove.error} />
      <Stateful query={keys} rows={1}>
        {(held) =>
          held.length === 0 ? null : (
            <PlainTable
              caption={t("passkeys.title")}
              rows={held}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: "name",
                  title: t("settings.name"),
                  heads: true,
                  cell: ({ name }) => name ?? t("passkeys.unknown"),
                },
                {
                  key: "made",
                  title: t("settings.created"),
                  cell: ({ createdAt }) => (createdAt === null ? "–" : sayInstant(language, createdAt)),
                },
                {
                  key: "acts",
                  title: t("settings.remove"),
                  acts: true,
                  cell: ({ id, name }) => (
                    <AskFirst
                      label={t("settings.remove")}
                      about={name ?? t("passkeys.unknown")}
                      question={t("passkeys.remove.ask")}
                      busy={remove.isPending}
                      onYes={() => remove.mutate(id)}
                    />
                  ),
                },
              ]}
            />
          )
        }
      </Stateful>
      <AddPasskey busy={add.isPending} onAdd={(name) => add.mutate(name)} />
    </Panel>
  );
}

function Refused({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useLanguage();
  if (error === null) return null;
  if (!(error instanceof ProblemError)) return <p role="alert">{t("passkeys.refused")}</p>;
  const problem = problemIn(error);
  return problem.status === 403 ? <FreshNeeded /> : <Failed problem={problem} />;
}

function AddPasskey({
  busy,
  onAdd,
}: {
  readonly busy: boolean;
  readonly onAdd: (name: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [name, setName] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onAdd(name.trim() === "" ? t("passkeys.unknown") : name.trim());
    setName("");
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <div className={form.row}>
        <TextInput
          label={t("passkeys.name")}
          value={name}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t("passkeys.add")}
        </Button>
      </div>
    </form>
  );
}
