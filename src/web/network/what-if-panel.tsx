import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./network-page.module.css";
import { groupOf, type Network, type NetworkEdge, nameOf, sayAnswer, sayShareOf } from "./network-words.ts";
import { StatusSign } from "./status-sign.tsx";

type Law = Network["rule"]["policy"];

/** “What if this stake were 49 %?”, computed anew by the service; nothing is written down. */
export function WhatIfPanel({
  network,
  policy,
  selected,
}: {
  readonly network: Network;
  readonly policy: Law;
  readonly selected: string | null;
}): ReactNode {
  const { t } = useLanguage();
  const stakes = network.edges
    .filter((edge) => groupOf(edge) === "ownership" && edge.presence !== "absent")
    // Those into the party itself first: they are what is asked about most.
    .toSorted((a, b) => Number(b.asset === network.id) - Number(a.asset === network.id));
  const named = stakes.find(({ id }) => id === selected) ?? stakes[0];
  return (
    <Panel title={t("network.whatif")}>
      <p className={form.note}>{t("network.whatif.lead")}</p>
      {named === undefined ? (
        <p>{t("network.whatif.none")}</p>
      ) : (
        <WhatIfForm key={named.id} network={network} policy={policy} stakes={stakes} first={named} />
      )}
    </Panel>
  );
}

type Supposed = { readonly id: string; readonly share: string };

/** Stakes that one question may change. */
const CHANGES_MAX = 20;

function WhatIfForm({
  network,
  policy,
  stakes,
  first,
}: {
  readonly network: Network;
  readonly policy: Law;
  readonly stakes: readonly NetworkEdge[];
  readonly first: NetworkEdge;
}): ReactNode {
  const { t } = useLanguage();
  const startOf = (edge: NetworkEdge): Supposed => ({ id: edge.id, share: edge.percent ?? "" });
  const [supposed, setSupposed] = useState<readonly Supposed[]>([startOf(first)]);
  const ask = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/network/{id}/what-if", {
          params: { path: { id: network.id } },
          body: {
            policy,
            at: network.at,
            changes: supposed.flatMap(({ id, share }) => {
              const stake = stakes.find((one) => one.id === id);
              if (stake === undefined) return [];
              return [
                { owner: stake.owner, asset: stake.asset, share: share.trim() === "" ? null : share.trim() },
              ];
            }),
          },
        }),
      ),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    ask.mutate();
  };
  const change = (at: number, next: Supposed): void =>
    setSupposed(supposed.map((one, place) => (place === at ? next : one)));
  const free = stakes.find(({ id }) => supposed.every((one) => one.id !== id));
  const { data } = ask;
  return (
    <form className={form.rows} onSubmit={submit} noValidate>
      {ask.isError ? <Failed problem={problemIn(ask.error)} /> : null}
      {supposed.map((one, at) => (
        <div key={one.id} className={form.row}>
          <NativeSelect
            label={t("network.whatif.stake")}
            value={one.id}
            onChange={({ currentTarget: { value } }) => {
              const stake = stakes.find(({ id }) => id === value);
              if (stake !== undefined) change(at, startOf(stake));
            }}
            data={stakes.map((edge) => ({
              value: edge.id,
              label: `${nameOf(network, edge.owner)} → ${nameOf(network, edge.asset)}, ${sayShareOf(edge, t)}`,
              disabled: edge.id !== one.id && supposed.some(({ id }) => id === edge.id),
            }))}
          />
          <TextInput
            label={t("network.whatif.share")}
            placeholder={t("network.whatif.share.hint")}
            value={one.share}
            maxLength={120}
            onChange={({ currentTarget: { value } }) => change(at, { ...one, share: value })}
          />
        </div>
      ))}
      <div className={form.acts}>
        <Button type="submit" loading={ask.isPending}>
          {t("network.whatif.run")}
        </Button>
        {free === undefined || supposed.length >= CHANGES_MAX ? null : (
          <Button variant="default" onClick={() => setSupposed([...supposed, startOf(free)])}>
            {t("network.whatif.more")}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {data === undefined ? null : (
          <>
            <p className={style.result}>
              {t(
                data.before.status === data.after.status ? "network.whatif.same" : "network.whatif.changes",
                { after: sayAnswer(data.after, t) },
              )}
            </p>
            <p>
              <StatusSign status={data.before.status} /> → <StatusSign status={data.after.status} />
            </p>
            {data.after.flags.map(({ words }) => (
              <p key={words}>
                <Said words={words} />
              </p>
            ))}
          </>
        )}
      </div>
    </form>
  );
}
