import { Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { AnswerBanner } from "./answer-banner.tsx";
import { DaySlider } from "./day-slider.tsx";
import { FactForm } from "./fact-form.tsx";
import { FrontsPanel } from "./fronts-panel.tsx";
import { GraphPane } from "./graph-pane.tsx";
import { LacksPanel } from "./lacks-panel.tsx";
import { mergeNetworks } from "./merge-networks.ts";
import { drawingOf } from "./network-drawing.ts";
import style from "./network-page.module.css";
import { groupOf, KINDS, kindOf, type Network, sayAnswer, TIE_GROUPS } from "./network-words.ts";
import { ProofPanel } from "./proof-panel.tsx";
import { SelectedPanel } from "./selected-panel.tsx";
import { TiesTable } from "./ties-table.tsx";
import { WhatIfPanel } from "./what-if-panel.tsx";

const LAWS = ["ofac", "eu", "uk", "bis"] as const;
type Law = (typeof LAWS)[number];
const VIEWS = ["graph", "table", "path"] as const;

const askFor = (id: string, policy: Law, at: string | undefined) => ({
  queryKey: ["network", id, policy, at ?? ""],
  queryFn: () =>
    answerOf(
      api.GET("/api/v1/network/{id}", {
        params: { path: { id }, query: { policy, ...(at === undefined ? {} : { at }) } },
      }),
    ),
});

/** Who is behind one party: the answer, the deciding path, what is missing, and what if a stake were another. */
export function NetworkPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/network/$id" });
  const search = useSearch({ from: "/network/$id" });
  const session = useSession();
  const policy = LAWS.find((one) => one === search.policy) ?? "ofac";
  const network = useQuery({ ...askFor(id, policy, search.at), placeholderData: (before) => before });
  const mayWrite = session?.permissions.includes("subjects.write") === true;
  return (
    <Stateful
      query={network}
      rows={10}
      missing={
        <>
          <EmptyState
            title={t("network.missing")}
            next={t("network.missing.next")}
            action={<Link to="/network">{t("network.title")}</Link>}
          />
          {id.startsWith("sub_") ? <FrontsPanel subject={id} at={search.at} /> : null}
          {mayWrite ? <FactForm asset={id} /> : null}
        </>
      }
    >
      {(held) => <OpenNetwork key={id} network={held} policy={policy} mayWrite={mayWrite} />}
    </Stateful>
  );
}

function OpenNetwork({
  network,
  policy,
  mayWrite,
}: {
  readonly network: Network;
  readonly policy: Law;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useLanguage();
  const search = useSearch({ from: "/network/$id" });
  const navigate = useNavigate({ from: "/network/$id" });
  const [selected, setSelected] = useState<string | null>(network.id);
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const [fact, setFact] = useState<{ readonly owner: string; readonly asset: string } | null>(null);
  const startFact = (asked: { readonly owner: string; readonly asset: string }): void =>
    setFact({ owner: asked.owner, asset: asked.asset === "" ? network.id : asked.asset });
  const others = useQueries({ queries: expanded.map((id) => askFor(id, policy, search.at)) });
  const subject = network.nodes.find(({ id }) => id === network.id)?.subjectId ?? null;
  const hidden = new Set((search.hide ?? "past").split(","));
  const view = VIEWS.find((one) => one === search.view) ?? "graph";
  const whole = mergeNetworks([network, ...others.flatMap(({ data }) => data ?? [])]);
  const kinds = KINDS.filter((kind) =>
    whole.nodes.some((node) => node.id !== network.id && kindOf(node.kind) === kind),
  );
  const shown = shownOf(whole, hidden);
  const drawing = drawingOf(shown, t);
  const set = (change: Readonly<Record<string, string | undefined>>): void => {
    const kept = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(kept), replace: true });
  };
  const turn = (group: string, on: boolean): void => {
    const next = new Set(hidden);
    if (on) next.delete(group);
    else next.add(group);
    set({ hide: [...next].join(",") });
  };
  const expand = (id: string): void => {
    if (id !== network.id && !expanded.includes(id) && whole.nodes.some((node) => node.id === id))
      setExpanded([...expanded, id]);
  };
  return (
    <>
      <PageHead
        title={network.name ?? network.id}
        heading={<Name name={network.name ?? network.id} />}
        above={<Link to="/network">{t("network.title")}</Link>}
      >
        <NativeSelect
          label={t("network.law")}
          value={policy}
          onChange={({ currentTarget: { value } }) => set({ policy: value })}
          data={LAWS.map((value) => ({ value, label: t(`network.law.${value}`) }))}
        />
      </PageHead>
      <AnswerBanner network={network} />
      <DaySlider days={whole.days} at={network.at} onDay={(at) => set({ at })} />
      <div className={style.bar}>
        <SegmentedControl
          value={view}
          aria-label={t("network.view")}
          onChange={(value) => set({ view: value })}
          data={VIEWS.map((value) => ({ value, label: t(`network.view.${value}`) }))}
        />
        <fieldset className={style.groups}>
          <legend>{t("network.show")}</legend>
          {[...TIE_GROUPS, "past" as const].map((group) => (
            <Checkbox
              key={group}
              label={t(`network.show.${group}`)}
              checked={!hidden.has(group)}
              onChange={({ currentTarget: { checked } }) => turn(group, checked)}
            />
          ))}
        </fieldset>
        {kinds.length < 2 ? null : (
          <fieldset className={style.groups}>
            <legend>{t("network.show.kinds")}</legend>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={t(`network.kind.${kind}`)}
                checked={!hidden.has(kind)}
                onChange={({ currentTarget: { checked } }) => turn(kind, checked)}
              />
            ))}
          </fieldset>
        )}
      </div>
      <div className={style.columns}>
        <div className={style.main}>
          {view === "graph" ? (
            <GraphPane
              drawing={drawing}
              words={t("network.graph")}
              label={`${network.name ?? network.id}: ${sayAnswer(network.answer, t)} ${t("network.graph")}`}
              selected={selected}
              onSelect={setSelected}
              onExpand={expand}
            />
          ) : view === "table" ? (
            <TiesTable network={shown} onSelect={setSelected} />
          ) : (
            <ProofPanel network={network} />
          )}
        </div>
        <div className={style.side}>
          <SelectedPanel network={shown} selected={selected} onExpand={expand} />
          <WhatIfPanel network={network} policy={policy} selected={selected} />
        </div>
      </div>
      {view === "graph" ? <ProofPanel network={network} /> : null}
      <LacksPanel network={network} onAdd={mayWrite ? startFact : null} />
      {subject === null ? null : <FrontsPanel subject={subject} at={search.at} />}
      {mayWrite ? (
        <FactForm
          key={`${network.id} ${fact?.owner} ${fact?.asset}`}
          asset={fact?.asset ?? network.id}
          {...(fact === null ? {} : { owner: fact.owner })}
        />
      ) : null}
    </>
  );
}

/**
 * What is left when kinds of ties or of parties are switched off, and with them the parties that then hang on nothing.
 * The party asked about always stays.
 */
function shownOf(network: Network, hidden: ReadonlySet<string>): Network {
  const away = new Set(
    network.nodes.filter(({ id, kind }) => id !== network.id && hidden.has(kindOf(kind))).map(({ id }) => id),
  );
  const edges = network.edges.filter(
    (edge) =>
      !hidden.has(groupOf(edge)) &&
      (edge.presence !== "absent" || !hidden.has("past")) &&
      !away.has(edge.owner) &&
      !away.has(edge.asset),
  );
  const tied = new Set([network.id, ...edges.flatMap(({ owner, asset }) => [owner, asset])]);
  return { ...network, edges, nodes: network.nodes.filter(({ id }) => tied.has(id)) };
}
