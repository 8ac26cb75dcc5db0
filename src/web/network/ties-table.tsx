import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { titlesIn } from "../words/titles.ts";
import { kindOf, type Network, nameOf, sayShareOf } from "./network-words.ts";
import { StatusSign } from "./status-sign.tsx";

/** All that the drawing shows, as two tables: ties and parties. */
export function TiesTable({
  network,
  onSelect,
}: {
  readonly network: Network;
  readonly onSelect: (id: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <Panel title={t("network.source.ties")}>
        <PlainTable
          caption={t("network.source.ties")}
          rows={network.edges}
          keyOf={({ id }) => id}
          isDone={({ presence }) => presence === "absent"}
          columns={[
            {
              key: "owner",
              title: t("network.owner"),
              heads: true,
              cell: ({ owner }) => (
                <Link to="/network/$id" params={{ id: owner }}>
                  <Name name={nameOf(network, owner)} />
                </Link>
              ),
            },
            {
              key: "tie",
              title: t("network.tie"),
              cell: (edge) => (
                <>
                  {t(`network.interest.${edge.interest}`)}
                  <small>{sayShareOf(edge, t)}</small>
                </>
              ),
            },
            {
              key: "asset",
              title: t("network.asset"),
              cell: ({ asset }) => <Name name={nameOf(network, asset)} />,
            },
            {
              key: "days",
              title: t("network.asof"),
              cell: ({ from, until, presence }) => (
                <>
                  {from === null ? "" : sayDay(language, from)} –{" "}
                  {until === null ? "" : sayDay(language, until)}
                  <small>{t(`network.presence.${presence}`)}</small>
                </>
              ),
            },
            {
              key: "source",
              title: t("network.source.of"),
              cell: ({ source, reference }) => (
                <>
                  <Name name={source} />
                  {reference === "" ? null : (
                    <small>
                      <Name name={reference} />
                    </small>
                  )}
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t("network.parties")}>
        <PlainTable
          caption={t("network.parties")}
          rows={network.nodes}
          keyOf={({ id }) => id}
          columns={[
            {
              key: "name",
              title: t("network.party"),
              heads: true,
              cell: ({ id }) => (
                <Link to="/network/$id" params={{ id }} onFocus={() => onSelect(id)}>
                  <Name name={nameOf(network, id)} />
                </Link>
              ),
            },
            { key: "kind", title: t("network.kind"), cell: ({ kind }) => t(`network.kind.${kindOf(kind)}`) },
            {
              key: "status",
              title: t("network.status"),
              cell: ({ status, listed }) => (
                <StatusSign status={status} more={titlesIn(language, listed ?? "")} />
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
