import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { titlesIn } from "../words/titles.ts";
import style from "./network-page.module.css";
import { type Network, type NetworkEdge, nameOf, sayShareOf } from "./network-words.ts";

/** From the party up to the listed, tie by tie, with the source of each: the deciding path, or the open one. */
export function ProofPanel({ network }: { readonly network: Network }): ReactNode {
  const { t, language } = useLanguage();
  const path = pathOf(network);
  const ends = network.nodes.filter(({ listed, onPath }) => listed !== null && onPath);
  return (
    <Panel title={t(network.answer.status === "blocked" ? "network.proof" : "network.view.path")}>
      {path.length === 0 && ends.length === 0 ? (
        <p>{t("network.proof.none")}</p>
      ) : (
        <ol className={style.steps}>
          {path.map((edge) => (
            <li key={edge.id}>
              <PartyName network={network} id={edge.asset} /> ←{" "}
              <strong>
                {edge.interest === "ownership" ? sayShareOf(edge, t) : t(`network.interest.${edge.interest}`)}
              </strong>{" "}
              ← <PartyName network={network} id={edge.owner} />
              <span className={style.source}>
                <Name name={[edge.source, edge.reference].filter((part) => part !== "").join(", ")} /> ·{" "}
                {t(`network.presence.${edge.presence}`)}
              </span>
            </li>
          ))}
          {ends.map(({ id, listed, listedId }) => (
            <li key={id}>
              {listedId === null ? (
                t("network.proof.end", { name: nameOf(network, id), words: titlesIn(language, listed ?? "") })
              ) : (
                <Link to="/listed/$id" params={{ id: listedId }}>
                  {t("network.proof.end", {
                    name: nameOf(network, id),
                    words: titlesIn(language, listed ?? ""),
                  })}
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function PartyName({ network, id }: { readonly network: Network; readonly id: string }): ReactNode {
  return id === network.id ? (
    <Name name={nameOf(network, id)} />
  ) : (
    <Link to="/network/$id" params={{ id }}>
      <Name name={nameOf(network, id)} />
    </Link>
  );
}

/** The ties that are lit, from the party up, each owner's after what it owns. */
function pathOf(network: Network): readonly NetworkEdge[] {
  const lit = network.edges.filter(({ onPath }) => onPath);
  const order: NetworkEdge[] = [];
  const waiting = [network.id];
  const seen = new Set(waiting);
  for (const at of waiting) {
    for (const edge of lit.filter(({ asset }) => asset === at)) {
      order.push(edge);
      if (seen.has(edge.owner)) continue;
      seen.add(edge.owner);
      waiting.push(edge.owner);
    }
  }
  return order;
}
