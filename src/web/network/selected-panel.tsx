import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FactList } from "../components/fact-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayDay, sayScore } from "../words/saying.ts";
import style from "./network-page.module.css";
import {
  kindOf,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  nameOf,
  sayShareOf,
} from "./network-words.ts";
import { StatusSign } from "./status-sign.tsx";

/** The facts and the source of what is chosen in the drawing or the table. */
export function SelectedPanel({
  network,
  selected,
  onExpand,
}: {
  readonly network: Network;
  readonly selected: string | null;
  readonly onExpand: (id: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const node = network.nodes.find(({ id }) => id === selected);
  const edge = network.edges.find(({ id }) => id === selected);
  return (
    <Panel title={t("network.selected")}>
      <div aria-live="polite" className={style.beside}>
        {node !== undefined ? (
          <SelectedParty network={network} node={node} onExpand={onExpand} />
        ) : edge !== undefined ? (
          <SelectedTie network={network} edge={edge} />
        ) : (
          <p>{t("network.selected.none")}</p>
        )}
      </div>
    </Panel>
  );
}

function SelectedParty({
  network,
  node,
  onExpand,
}: {
  readonly network: Network;
  readonly node: NetworkNode;
  readonly onExpand: (id: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const { likeness } = node;
  const folded = node.folded.owners + node.folded.assets;
  return (
    <>
      <p className={style.names}>
        <Name name={nameOf(network, node.id)} />
      </p>
      <FactList
        facts={[
          { name: t("network.status"), value: <StatusSign status={node.status} /> },
          { name: t("network.kind"), value: t(`network.kind.${kindOf(node.kind)}`) },
          ...(node.country === null
            ? []
            : [{ name: t("ask.country"), value: sayCountry(language, node.country) }]),
          ...(node.listed === null ? [] : [{ name: t("network.listed"), value: node.listed }]),
          ...(likeness === null
            ? []
            : [
                {
                  name: t("network.likeness"),
                  value: (
                    <Link to="/listed/$id" params={{ id: likeness.entityId }}>
                      <Name name={likeness.caption} /> ({sayScore(likeness.score)})
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      <div className={style.links}>
        {node.id === network.id ? null : (
          <>
            <Button size="sm" variant="default" onClick={() => onExpand(node.id)}>
              {t("network.expand")}
            </Button>
            <Link to="/network/$id" params={{ id: node.id }}>
              {t("network.open.party")}
            </Link>
          </>
        )}
        {folded === 0 ? null : <span>{t("network.folded", { count: String(folded) })}</span>}
        {node.listedId === null ? null : (
          <Link to="/listed/$id" params={{ id: node.listedId }}>
            {t("network.open.listed")}
          </Link>
        )}
        {node.subjectId === null ? null : (
          <a href={`/subjects/${node.subjectId}`}>{t("network.open.subject")}</a>
        )}
      </div>
    </>
  );
}

function SelectedTie({
  network,
  edge,
}: {
  readonly network: Network;
  readonly edge: NetworkEdge;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <FactList
      facts={[
        { name: t("network.owner"), value: <Name name={nameOf(network, edge.owner)} /> },
        { name: t("network.asset"), value: <Name name={nameOf(network, edge.asset)} /> },
        { name: t("network.tie"), value: t(`network.interest.${edge.interest}`) },
        { name: t("network.share"), value: sayShareOf(edge, t) },
        { name: t("network.since"), value: edge.from === null ? "–" : sayDay(language, edge.from) },
        { name: t("network.until"), value: edge.until === null ? "–" : sayDay(language, edge.until) },
        { name: t("network.asof"), value: t(`network.presence.${edge.presence}`) },
        {
          name: t("network.source.of"),
          value: [edge.source, edge.reference].filter((part) => part !== "").join(", "),
        },
        { name: t("network.confidence"), value: t(`network.confidence.${edge.confidence}`) },
      ]}
    />
  );
}
