import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { Session } from "../api/shapes.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { ShownOnce } from "../components/shown-once.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDayOf } from "../words/saying.ts";
import style from "./people-part.module.css";
import { usePeople } from "./use-people.ts";

const ROLES = ["owner", "admin", "analyst", "second-reviewer", "auditor", "developer"] as const;
type Role = (typeof ROLES)[number];

const roleOf = (text: string): Role => ROLES.find((one) => one === text) ?? "analyst";

type Link = { readonly email: string; readonly url: string };

/** Who belongs to the organisation and as what; invitations by a link that opens once. */
export function PeoplePart({ session }: { readonly session: Session }): ReactNode {
  const { t } = useLanguage();
  const [link, setLink] = useState<Link | null>(null);
  const mayManage = session.permissions.includes("people.manage");
  return (
    <>
      {link === null ? null : (
        <ShownOnce
          title={t("people.link", { email: link.email })}
          text={link.url}
          note={t("people.link.note")}
          onDone={() => setLink(null)}
        />
      )}
      {mayManage ? <Invite onLink={setLink} /> : null}
      <Members session={session} onLink={setLink} />
    </>
  );
}

function Invite({ onLink }: { readonly onLink: (link: Link) => void }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("analyst");
  const [isWrong, setWrong] = useState(false);
  const invite = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/invitations", { body: { email: email.trim(), role } })),
    onSuccess: async ({ url }) => {
      onLink({ email: email.trim(), url });
      setEmail("");
      await queries.invalidateQueries({ queryKey: ["invitations"] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = !/^[^\s@]+@[^\s@]+$/.test(email.trim());
    setWrong(wrong);
    if (!wrong) invite.mutate();
  };
  return (
    <Panel title={t("people.invite")}>
      <p className={form.note}>{t("people.invite.lead")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary
          problems={isWrong ? [{ field: "invite-email", words: t("people.invite.error") }] : []}
        />
        {invite.isError ? <Failed problem={problemIn(invite.error)} /> : null}
        <div className={form.row}>
          <TextInput
            id="invite-email"
            type="email"
            label={t("settings.email")}
            value={email}
            error={isWrong ? t("people.invite.error") : null}
            onChange={({ currentTarget: { value } }) => setEmail(value)}
          />
          <NativeSelect
            label={t("settings.role")}
            value={role}
            onChange={({ currentTarget: { value } }) => setRole(roleOf(value))}
            data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <Button type="submit" loading={invite.isPending}>
            {t("people.invite.make")}
          </Button>
        </div>
        <p className={style.about}>{t(`role.about.${role}`)}</p>
      </form>
      <Invitations />
    </Panel>
  );
}

function Invitations(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const open = useQuery({
    queryKey: ["invitations"],
    queryFn: () => answerOf(api.GET("/api/v1/invitations", { params: { query: { limit: 200 } } })),
  });
  const withdraw = useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
  const items = open.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t("people.open")}</h3>
      <PlainTable
        caption={t("people.open")}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { key: "email", title: t("settings.email"), heads: true, cell: ({ email }) => email },
          { key: "role", title: t("settings.role"), cell: ({ role }) => t(`role.${role}`) },
          {
            key: "ends",
            title: t("settings.expires"),
            cell: ({ expiresAt }) => sayDayOf(language, expiresAt),
          },
          {
            key: "acts",
            title: t("people.withdraw"),
            acts: true,
            cell: ({ id, email }) => (
              <AskFirst
                label={t("people.withdraw")}
                about={email}
                question={t("people.withdraw.ask")}
                onYes={() => withdraw.mutate(id)}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Members({
  session,
  onLink,
}: {
  readonly session: Session;
  readonly onLink: (link: Link) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { people, changeRole, setLine, remove, passwordLink, failed } = usePeople(onLink);
  const mayManage = session.permissions.includes("people.manage");
  return (
    <Panel title={t("people.all")}>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      <Stateful query={people} rows={4}>
        {(members) => (
          <PlainTable
            caption={t("people.all")}
            rows={members}
            keyOf={({ id }) => id}
            columns={[
              {
                key: "name",
                title: t("settings.name"),
                heads: true,
                cell: ({ id, name, email, joinedAt, secondFactor }) => (
                  <>
                    <Name name={name} />
                    {id === session.id ? ` (${t("people.you")})` : null}
                    <small className={style.email}>{email}</small>
                    <small>
                      {t("people.since", { day: sayDayOf(language, joinedAt) })} ·{" "}
                      {t(secondFactor ? "people.factor.on" : "people.factor.off")}
                    </small>
                  </>
                ),
              },
              {
                key: "role",
                title: t("settings.role"),
                cell: (member) =>
                  mayManage && member.id !== session.id ? (
                    <NativeSelect
                      size="sm"
                      className={style.role ?? ""}
                      aria-label={`${t("settings.role")}: ${member.name}`}
                      value={member.role}
                      onChange={({ currentTarget: { value } }) =>
                        changeRole({ id: member.id, role: roleOf(value) })
                      }
                      data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
                    />
                  ) : (
                    t(`role.${member.role}`)
                  ),
              },
              {
                key: "line",
                title: t("people.line"),
                cell: (member) =>
                  mayManage ? (
                    <TextInput
                      key={member.businessLine}
                      size="sm"
                      className={style.line ?? ""}
                      aria-label={`${t("people.line")}: ${member.name}`}
                      placeholder={t("settings.none")}
                      defaultValue={member.businessLine ?? ""}
                      onBlur={({ currentTarget: { value } }) => {
                        if (value.trim() !== (member.businessLine ?? ""))
                          setLine({ id: member.id, businessLine: value.trim() === "" ? null : value.trim() });
                      }}
                    />
                  ) : (
                    (member.businessLine ?? "–")
                  ),
              },
              ...(mayManage
                ? [
                    {
                      key: "acts",
                      title: t("people.remove"),
                      acts: true,
                      cell: (member: {
                        readonly id: string;
                        readonly name: string;
                        readonly email: string;
                      }) =>
                        member.id === session.id ? null : (
                          <span className={style.acts}>
                            <Button
                              size="compact-md"
                              variant="default"
                              aria-label={`${t("people.password")}: ${member.name}`}
                              onClick={() => passwordLink({ id: member.id, email: member.email })}
                            >
                              {t("people.password")}
                            </Button>
                            <AskFirst
                              label={t("people.remove")}
                              about={member.name}
                              question={t("people.remove.ask")}
                              onYes={() => remove(member.id)}
                            />
                          </span>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Stateful>
      <p className={form.note}>{t("people.line.note")}</p>
    </Panel>
  );
}
