import { Button, Radio, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { components, paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { AskFirst } from "../components/ask-first.tsx";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { ShownOnce } from "../components/shown-once.tsx";
import { EmptyState, Failed, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { GroupedChoice } from "./grouped-choice.tsx";
import style from "./keys-part.module.css";
import { useKindWords } from "./kind-words.ts";
import { done } from "./use-people.ts";
import { WebhookDeliveries } from "./webhook-deliveries.tsx";
import { KIND_GROUPS, KINDS } from "./webhook-kinds.ts";

type Webhook = components["schemas"]["Webhook"];
type NewWebhook = paths["/api/v1/webhooks"]["post"]["requestBody"]["content"]["application/json"];
type Secret = { readonly url: string; readonly secret: string; readonly earlierUntil: string | null };

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
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const words = useKindWords();
  const groups = Object.entries(KIND_GROUPS).map(([key, among]) => ({
    key,
    title: t(`webhooks.group.${key as keyof typeof KIND_GROUPS}`),
    choices: among.map((value) => ({ value, label: words(value) })),
  }));
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
    const found = [
      ...(url.trim() === "" ? [{ field: "hook-url", words: t("webhooks.error.url") }] : []),
      ...(kinds?.length === 0 ? [{ field: "hook-kind", words: t("webhooks.error.kinds") }] : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const chosen = kinds === null ? null : KINDS.filter((kind) => kinds.includes(kind));
    add.mutate({ url: url.trim(), description: description.trim(), kinds: chosen });
  };
  return (
    <Panel title={t("webhooks.new")}>
      <p className={form.note}>{t("webhooks.new.lead")}</p>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} />
        {add.isError ? <Failed problem={problemIn(add.error)} /> : null}
        <div className={form.row}>
          <TextInput
            id="hook-url"
            type="url"
            label={t("webhooks.url")}
            value={url}
            error={problems.find(({ field }) => field === "hook-url")?.words ?? null}
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
          <div className={style.own}>
            <GroupedChoice
              id="hook-kind"
              label={t("webhooks.kinds")}
              groups={groups}
              value={kinds}
              error={problems.find(({ field }) => field === "hook-kind")?.words ?? null}
              onChange={setKinds}
            />
          </div>
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
  const words = useKindWords();
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
            value: isOff ? (
              <>
                {t("webhooks.off")}
                {hook.disabledNote === null ? null : (
                  <>
                    {": "}
                    <Said words={hook.disabledNote} />
                  </>
                )}
              </>
            ) : hook.failingSince === null ? (
              t("webhooks.on")
            ) : (
              t("webhooks.failing", { time: sayInstant(language, hook.failingSince) })
            ),
          },
          {
            name: t("webhooks.kinds"),
            value: hook.kinds === null ? t("webhooks.kinds.all") : hook.kinds.map(words).join(", "),
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
