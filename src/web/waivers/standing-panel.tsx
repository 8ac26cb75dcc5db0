import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import type { Waiver } from "./shapes.ts";

type Act = "suspended" | "reinstated" | "revoked" | "surrendered";

const REASON_CHARS_MIN = 10;
const ENDED = new Set(["revoked", "surrendered"]);

/** What can be done with the waiver as a whole: confirmed, suspended, revoked by who decides; amended by who applies. */
export function StandingPanel({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const may = (permission: "waivers.decide" | "waivers.write"): boolean =>
    session?.permissions.includes(permission) === true;
  const decides = may("waivers.decide") && !ENDED.has(waiver.standing);
  const amends = may("waivers.write") && !ENDED.has(waiver.standing);
  if (!decides && !amends) return null;
  return (
    <Panel title={t("waivers.do")}>
      {decides && waiver.standing === "awaiting-confirmation" ? <Confirm waiver={waiver} /> : null}
      {decides && waiver.standing !== "awaiting-confirmation" ? <ChangeStanding waiver={waiver} /> : null}
      {amends ? <Amend waiver={waiver} /> : null}
    </Panel>
  );
}

function Confirm({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () =>
      answerOf(api.POST("/api/v1/waivers/{id}/confirmation", { params: { path: { id: waiver.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["waiver", waiver.id] }),
  });
  if (waiver.recordedBy.id === session?.id) return <p className={form.note}>{t("waivers.confirm.own")}</p>;
  return (
    <>
      <p className={form.note}>{t("waivers.confirm.lead", { name: waiver.recordedBy.name })}</p>
      {confirm.isError ? <Failed problem={problemIn(confirm.error)} /> : null}
      <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t("waivers.confirm")}
      </Button>
    </>
  );
}

function ChangeStanding({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const acts: readonly Act[] =
    waiver.standing === "suspended"
      ? ["reinstated", "revoked", "surrendered"]
      : ["suspended", "revoked", "surrendered"];
  const [chosen, setChosen] = useState<Act | null>(null);
  const [reason, setReason] = useState("");
  const [isWrong, setWrong] = useState(false);
  const act = acts.find((one) => one === chosen) ?? acts[0] ?? "suspended";
  const change = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waivers/{id}/standing", {
          params: { path: { id: waiver.id } },
          body: { act, reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      setReason("");
      await queries.invalidateQueries({ queryKey: ["waiver", waiver.id] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = reason.trim().length < REASON_CHARS_MIN;
    setWrong(wrong);
    if (!wrong) change.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className={form.rows}>
      {change.isError ? <Failed problem={problemIn(change.error)} /> : null}
      <NativeSelect
        label={t("waivers.act")}
        value={act}
        data={acts.map((value) => ({ value, label: t(`waivers.do.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setChosen(acts.find((one) => one === value) ?? null)}
      />
      <Textarea
        label={t("waivers.reason")}
        description={t("waivers.reason.hint")}
        value={reason}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        error={isWrong ? t("apply.reason.error") : null}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div className={form.acts}>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t(`waivers.do.${act}`)}
        </Button>
      </div>
    </form>
  );
}

/** An amendment or extension is an application of its own, begun from what was asked for before. */
function Amend({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: async (kind: "amendment" | "extension") => {
      const { applicationId } = waiver;
      const before =
        applicationId === null
          ? null
          : await answerOf(
              api.GET("/api/v1/waiver-applications/{id}", { params: { path: { id: applicationId } } }),
            );
      return answerOf(
        api.POST("/api/v1/waiver-applications", {
          body: {
            title: t(kind === "amendment" ? "waivers.amend.title" : "waivers.extend.title", {
              reference: waiver.reference,
            }),
            file: { ...(before?.file ?? {}), changes: "" },
            amends: { kind, waiverId: waiver.id },
          },
        }),
      );
    },
    onSuccess: ({ id }) => navigate({ to: "/apply/$id", params: { id } }),
  });
  return (
    <div style={{ marginTop: 16 }}>
      {begin.isError ? <Failed problem={problemIn(begin.error)} /> : null}
      <div className={form.acts}>
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate("amendment")}>
          {t("waivers.amend")}
        </Button>
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate("extension")}>
          {t("waivers.extend")}
        </Button>
      </div>
    </div>
  );
}
