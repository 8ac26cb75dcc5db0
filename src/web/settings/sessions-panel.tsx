import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { accountCall, accountRead, type OwnSession } from "./account-calls.ts";
import { FreshNeeded } from "./fresh-needed.tsx";

/** A browser and its system by what it says of itself; the whole text where it says nothing known. */
function programOf(agent: string | null): string {
  if (agent === null || agent === "") return "–";
  const browser = /Edg\/|OPR\/|Firefox\/|Chrome\/|Safari\//.exec(agent)?.[0].slice(0, -1);
  const system = /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(agent)?.[0];
  const names: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera" };
  return browser === undefined
    ? agent.slice(0, 80)
    : [names[browser] ?? browser, system].filter((one) => one !== undefined).join(", ");
}

/** Where the person is signed in, and ending what should not be. */
export function SessionsPanel(): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ["own-sessions"],
    queryFn: async () => {
      const current = await accountRead<{ readonly session: OwnSession } | null>("/get-session");
      const all = await accountRead<readonly OwnSession[]>("/list-sessions");
      return all.map((one) => ({ ...one, isThis: one.token === current?.session.token }));
    },
  });
  const settle = () => queries.invalidateQueries({ queryKey: ["own-sessions"] });
  const end = useMutation({
    mutationFn: (token: string) => accountCall("/revoke-session", { token }),
    onSuccess: settle,
  });
  const endOthers = useMutation({
    mutationFn: () => accountCall("/revoke-other-sessions", {}),
    onSuccess: settle,
  });
  const failed = end.error ?? endOthers.error;
  const isStale = sessions.isError && problemIn(sessions.error).status === 403;
  return (
    <Panel title={t("sessions.title")}>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      {isStale ? (
        <FreshNeeded />
      ) : (
        <Stateful query={sessions} rows={2}>
          {(held) => (
            <>
              <PlainTable
                caption={t("sessions.title")}
                rows={held}
                keyOf={({ token }) => token}
                columns={[
                  {
                    key: "program",
                    title: t("sessions.program"),
                    heads: true,
                    cell: ({ userAgent, isThis }) => (
                      <>
                        {programOf(userAgent)}
                        {isThis ? <small>{t("sessions.this")}</small> : null}
                      </>
                    ),
                  },
                  { key: "address", title: t("sessions.address"), cell: ({ ipAddress }) => ipAddress || "–" },
                  {
                    key: "since",
                    title: t("sessions.since"),
                    cell: ({ createdAt }) => sayInstant(language, createdAt),
                  },
                  {
                    key: "ends",
                    title: t("settings.expires"),
                    cell: ({ expiresAt }) => sayInstant(language, expiresAt),
                  },
                  {
                    key: "acts",
                    title: t("sessions.end"),
                    acts: true,
                    cell: ({ token, isThis, userAgent }) =>
                      isThis ? null : (
                        <Button
                          size="compact-md"
                          variant="default"
                          aria-label={`${t("sessions.end")}: ${programOf(userAgent)}`}
                          onClick={() => end.mutate(token)}
                        >
                          {t("sessions.end")}
                        </Button>
                      ),
                  },
                ]}
              />
              {held.length > 1 ? (
                <div className={form.acts}>
                  <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
                    {t("sessions.end.others")}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Stateful>
      )}
    </Panel>
  );
}
