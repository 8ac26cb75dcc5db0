import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { components, paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary } from "../components/error-summary.tsx";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { ShownOnce } from "../components/shown-once.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import style from "./keys-part.module.css";
import { done } from "./use-people.ts";
import { WebhookDeliveries } from "./webhook-deliveries.tsx";

type Webhook = components["schemas"]["Webhook"];
type NewWebhook = paths["/api/v1/webhooks"]["post"]["requestBody"]["content"]["application/json"];
type Secret = { readonly url: string; readonly secret: string; readonly earlierUntil: string | null };

/** Kinds of events that an address can be told of (docs/events.md). */
const KINDS = [
  "check.decided",
  "subject.screened",
  "subjects.imported",
  "alert.opened",
  "alert.changed",
  "alert.closed",
  "alert.reopened",
  "decision.made",
  "suppression.lapsed",
  "suppression.changed",
  "report.due",
  "policy.changed",
  "lists.updated",
  "lists.update-failed",
  "job.changed",
  "receipts.signed",
  "waiver-application.changed",
  "waiver.changed",
  "waiver.suspended",
  "waiver-report.due",
  "webhook.disabled",
] as const;

/** Addresses that are told of events: adding, testing, turning, what was told. */
export function WebhooksPart(): ReactNode {
  const { t, language } = useLanguage();
  const [shown, setShown] = useState<Secret | null>(null);
  const hooks = useQuery({ queryKey: ["webhooks"], queryFn: () => answerOf(api.GET("/api/v1/webhooks")) });
  return (
    <>
      {shown === null ? null : (
        <ShownOnce
          title={t("webhooks.secret", { url: shown.url })}
          text={shown.secret}
          note={`${t("webhooks.secret.note")}${
            shown.earlierUntil === null
              ? ""
              : ` ${t("webhooks.secret.earlier", { time: sayInstant(language, shown.earlierUntil) })}`
          }`}
          onDone={() => setShown(null)}
        />
      )}
      <AddWebhook onSecret={setShown} />
      <Stateful query={hooks} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("webhooks.none")} next={t("webhooks.none.next")} />
          ) : (
            items.map((hook) => <OneWebhook key={hook.id} hook={hook} onSecret={setShown} />)
          )
        }
      </Stateful>
    </>
  );
}

function AddWebhook({ onSecret }: { readonly onSecret: (secret: Secret) => void }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [url, setUrl] = useState("");
  const [description, setDescription] = useState("");
  const [kinds, setKinds] = useState<readonly string[] | null>(null);
  const [isWrong, setWrong] = useState(false);
  const add = useMutation({
    mutationFn: (body: NewWebhook) => answerOf(api.POST("/api/v1/webhooks", { body })),
    onSuccess: async ({ webhook, secret }) => {
      onSecret({ url: webhook.url, secret, earlierUntil: null });
      setUrl("");
      setDescription("");
      setKinds(null);
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = url.trim() === "";
    setWrong(wrong);
    if (wrong) return;
    const chosen = kinds === null || kinds.length === 0 ? null : KINDS.filter((kind) => kinds.includes(kind));
    add.mutate({ url: url.trim(), description: description.trim(), kinds: chosen });
  };
  return (
    <Panel title={t("webhooks.new")}>
      <p className={form.note}>{t("webhooks.new.lead")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={isWrong ? [{ field: "hook-url", words: t("webhooks.error.url") }] : []} />
        {add.isError ? <Failed problem={problemIn(add.error)} /> : null}
        <div className={form.row}>
          <TextInput
            id="hook-url"
            type="url"
            label={t("webhooks.url")}
            value={url}
            error={isWrong ? t("webhooks.error.url") : null}
            onChange={({ currentTarget: { value } }) => setUrl(value)}
          />
          <TextInput
            label={t("webhooks.about")}
            value={description}
            maxLength={500}
            onChange={({ currentTarget: { value } }) => setDescription(value)}
          />
        </div>
        <Radio.Group
          value={kinds === null ? "all" : "some"}
          onChange={(value) => setKinds(value === "all" ? null : [])}
          label={t("webhooks.kinds")}
          className={style.scopes ?? ""}
        >
          <div className={style.grid}>
            <Radio value="all" label={t("webhooks.kinds.all")} />
            <Radio value="some" label={t("webhooks.kinds.some")} />
          </div>
        </Radio.Group>
        {kinds === null ? null : (
          <Checkbox.Group value={[...kinds]} onChange={setKinds} aria-label={t("webhooks.kinds")}>
            <div className={style.grid}>
              {KINDS.map((kind) => (
                <Checkbox key={kind} value={kind} label={<code>{kind}</code>} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Button type="submit" loading={add.isPending}>
          {t("webhooks.add")}
        </Button>
      </form>
    </Panel>
  );
}

function OneWebhook({
  hook,
  onSecret,
}: {
  readonly hook: Webhook;
  readonly onSecret: (secret: Secret) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const path = { id: hook.id };
  const settle = async () => {
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
    await queries.invalidateQueries({ queryKey: ["deliveries", hook.id] });
  };
  const turn = useMutation({
    mutationFn: (enabled: boolean) =>
      answerOf(api.PATCH("/api/v1/webhooks/{id}", { params: { path }, body: { enabled } })),
    // A press is seen at once; what the service says of it replaces what is shown.
    onMutate: (enabled) =>
      queries.setQueryData(["webhooks"], (held: { readonly items: readonly Webhook[] } | undefined) =>
        held === undefined
          ? held
          : {
              ...held,
              items: held.items.map((one) =>
                one.id === hook.id
                  ? { ...one, disabledAt: enabled ? null : new Date().toISOString(), disabledNote: null }
                  : one,
              ),
            },
      ),
    onSettled: settle,
  });
  const rotate = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/webhooks/{id}/secret", { params: { path } })),
    onSuccess: ({ secret, earlierUntil }) => onSecret({ url: hook.url, secret, earlierUntil }),
  });
  const test = useMutation({
    mutationFn: () => answerOf(api.POST("/api/v1/webhooks/{id}/test", { params: { path } })),
    onSettled: settle,
  });
  const remove = useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/webhooks/{id}", { params: { path } })),
    onSettled: settle,
  });
  const failed = turn.error ?? rotate.error ?? test.error ?? remove.error;
  const isOff = hook.disabledAt !== null;
  return (
    <Panel title={hook.url} aside={hook.description === "" ? undefined : hook.description}>
      {failed === null ? null : <Failed problem={problemIn(failed)} />}
      <FactList
        facts={[
          {
            name: t("webhooks.state"),
            value: isOff
              ? `${t("webhooks.off")}${hook.disabledNote === null ? "" : `: ${hook.disabledNote}`}`
              : hook.failingSince === null
                ? t("webhooks.on")
                : t("webhooks.failing", { time: sayInstant(language, hook.failingSince) }),
          },
          {
            name: t("webhooks.kinds"),
            value: hook.kinds === null ? t("webhooks.kinds.all") : hook.kinds.join(", "),
          },
          { name: t("settings.created"), value: sayInstant(language, hook.createdAt) },
        ]}
      />
      <div className={form.acts}>
        <Button
          size="sm"
          variant="default"
          loading={test.isPending}
          disabled={isOff}
          onClick={() => test.mutate()}
        >
          {t("webhooks.test")}
        </Button>
        <Button size="sm" variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()}>
          {t("webhooks.rotate")}
        </Button>
        <Button size="sm" variant="default" loading={turn.isPending} onClick={() => turn.mutate(isOff)}>
          {t(isOff ? "webhooks.turn.on" : "webhooks.turn.off")}
        </Button>
        <AskFirst
          label={t("settings.remove")}
          about={hook.url}
          question={t("webhooks.remove.ask")}
          onYes={() => remove.mutate()}
        />
      </div>
      {test.isSuccess ? <p role="status">{t("webhooks.test.sent")}</p> : null}
      <WebhookDeliveries id={hook.id} isWaiting={test.isSuccess} />
    </Panel>
  );
}
