import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
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
  const [id, setId] = useState(first.id);
  const [share, setShare] = useState(first.percent ?? "");
  const ask = useMutation({
    mutationFn: async (stake: NetworkEdge) => {
      const text = share.trim();
      const change = { owner: stake.owner, asset: stake.asset, share: text === "" ? null : text };
      return answerOf(
        api.POST("/api/v1/network/{id}/what-if", {
          params: { path: { id: network.id } },
          body: { policy, at: network.at, changes: [change] },
        }),
      );
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const stake = stakes.find((one) => one.id === id);
    if (stake !== undefined) ask.mutate(stake);
  };
  const { data } = ask;
  return (
    <form onSubmit={submit} noValidate>
      {ask.isError ? <Failed problem={problemIn(ask.error)} /> : null}
      <div className={form.row}>
        <NativeSelect
          label={t("network.whatif.stake")}
          value={id}
          onChange={({ currentTarget: { value } }) => {
            setId(value);
            setShare(stakes.find((one) => one.id === value)?.percent ?? "");
          }}
          data={stakes.map((edge) => ({
            value: edge.id,
            label: `${nameOf(network, edge.owner)} → ${nameOf(network, edge.asset)}, ${sayShareOf(edge, t)}`,
          }))}
        />
        <TextInput
          label={t("network.whatif.share")}
          description={t("network.whatif.share.hint")}
          inputWrapperOrder={["label", "input", "description"]}
          value={share}
          maxLength={120}
          onChange={({ currentTarget: { value } }) => setShare(value)}
        />
        <Button type="submit" loading={ask.isPending}>
          {t("network.whatif.run")}
        </Button>
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
          </>
        )}
      </div>
    </form>
  );
}
