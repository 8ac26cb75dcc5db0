import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { GraphPane } from "../network/graph-pane.tsx";
import type { Network } from "../network/network-words.ts";
import type { Application } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { drawParties, namesOf } from "./party-graph.ts";

/** The network of the party of this very name, or null where nothing is known of it. */
async function networkOf(name: string): Promise<Network | null> {
  const { items } = await answerOf(api.GET("/api/v1/network", { params: { query: { q: name } } }));
  const found = items.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  if (found === undefined) return null;
  return answerOf(api.GET("/api/v1/network/{id}", { params: { path: { id: found.id }, query: {} } }));
}

/** Who takes part, who stands behind them, and which lists name them, drawn; the table above says the same of each party. */
export default function PartyGraphPanel({
  application,
  screened,
}: {
  readonly application: Application;
  readonly screened: components["schemas"]["ScreenedParties"];
}): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(null);
  const mayRead = session?.permissions.includes("subjects.read") === true;
  const names = namesOf(application);
  const found = useQueries({
    queries: names.map((name) => ({
      queryKey: ["network", "named", name],
      queryFn: () => networkOf(name),
      enabled: mayRead,
    })),
  });
  const networks = new Map(
    names.flatMap((name, at) => {
      const network = found[at]?.data;
      return network === undefined || network === null ? [] : [[name, network] as const];
    }),
  );
  const known = new Set([...networks.values()].flatMap(({ nodes }) => nodes.map(({ id }) => id)));
  return (
    <GraphPane
      drawing={drawParties(application, { screened: screened.parties, networks }, t)}
      words={t("officer.network.graph")}
      label={t("officer.network.label")}
      selected={selected}
      onSelect={setSelected}
      onExpand={(id) => {
        if (known.has(id)) void navigate({ to: "/network/$id", params: { id } });
      }}
    />
  );
}
