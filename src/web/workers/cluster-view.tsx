import { type ReactNode, useState } from "react";
import { FactList } from "../components/fact-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { GraphPane } from "../network/graph-pane.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayNumber } from "../words/saying.ts";
import type { AccountFacts, AccountLink, WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

/** From here on a link joins by itself; what is weaker only speaks beside others. */
const SURE_FROM = 0.6;
/** Values of one sort that are shown of an account. */
const VALUES_SHOWN = 8;

type Tie = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly links: readonly AccountLink[];
};

function tiesOf(links: readonly AccountLink[]): readonly Tie[] {
  return [...Map.groupBy(links, ({ from, to }) => `${from}\u001f${to}`)].map(([id, [first, ...others]]) => ({
    id,
    from: first?.from ?? "",
    to: first?.to ?? "",
    links: first === undefined ? [] : [first, ...others],
  }));
}

/** Which accounts hang together and by what: a drawing, the same as a table, and what is known of the account chosen. */
export function ClusterView({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const [selected, setSelected] = useState<string | null>(one.accounts[0] ?? null);
  const ties = tiesOf(one.cluster.links);
  const sayKinds = ({ links }: Tie): string => {
    const kinds = [...new Set(links.map(({ kind }) => kind))];
    const [first] = kinds;
    return kinds.length === 1 && first !== undefined
      ? t(`link.${first}`)
      : t("cluster.things", { count: sayNumber(language, links.length) });
  };
  const nameOf = new Map(one.facts.map(({ account, names }) => [account, names[0]]));
  const facts = one.facts.find(({ account }) => account === selected);
  const tie = ties.find(({ id }) => id === selected);
  return (
    <>
      {ties.length === 0 ? (
        <p>{t("cluster.none")}</p>
      ) : (
        <GraphPane
          words={t("cluster.graph")}
          label={`${t("cluster.title")}: ${one.accounts.join(", ")}. ${t("cluster.graph")}`}
          selected={selected}
          onSelect={setSelected}
          drawing={{
            nodes: one.accounts.map((account) => ({
              id: account,
              label: [account, nameOf.get(account)].filter((part) => part !== undefined).join("\n"),
              kind: "person",
              isCenter: false,
              isListed: false,
              onPath: false,
            })),
            edges: ties.map((one) => ({
              id: one.id,
              source: one.from,
              target: one.to,
              label: sayKinds(one),
              isOwnership: false,
              isDirected: false,
              isSure: one.links.some(({ strength }) => strength >= SURE_FROM),
              onPath: false,
            })),
          }}
        />
      )}
      <div className={style.selected}>
        <Panel title={t("cluster.selected")}>
          <div aria-live="polite">
            {tie !== undefined ? (
              <TieFacts tie={tie} />
            ) : facts !== undefined ? (
              <KnownFacts facts={facts} />
            ) : (
              <p>{t("cluster.selected.none")}</p>
            )}
          </div>
        </Panel>
        <Panel title={t("cluster.title")}>
          {ties.length === 0 ? (
            <p>{t("cluster.none")}</p>
          ) : (
            <PlainTable
              caption={t("cluster.title")}
              rows={ties}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: "between",
                  title: t("cluster.between"),
                  heads: true,
                  cell: ({ from, to }) => (
                    <>
                      <Name name={from} /> – <Name name={to} />
                    </>
                  ),
                },
                { key: "share", title: t("cluster.share"), cell: (row) => <Shared links={row.links} /> },
              ]}
            />
          )}
        </Panel>
      </div>
    </>
  );
}

function Shared({ links }: { readonly links: readonly AccountLink[] }): ReactNode {
  const { t } = useLanguage();
  return (
    <ul className={style.rows}>
      {links.map(({ kind, value, strength }) => (
        <li key={`${kind} ${value}`}>
          {t(`link.${kind}`)} {value === "" ? null : <Name name={value} />} ({t("cluster.strength")}{" "}
          {strength})
        </li>
      ))}
    </ul>
  );
}

function TieFacts({ tie }: { readonly tie: Tie }): ReactNode {
  const { t } = useLanguage();
  return (
    <FactList
      facts={[
        { name: t("cluster.between"), value: <Name name={`${tie.from}, ${tie.to}`} /> },
        { name: t("cluster.share"), value: <Shared links={tie.links} /> },
      ]}
    />
  );
}

const LISTS = [
  "names",
  "emails",
  "phones",
  "addresses",
  "documents",
  "payoutAccounts",
  "wallets",
  "devices",
  "ips",
  "companies",
] as const;

function KnownFacts({ facts }: { readonly facts: AccountFacts }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <h3 className={style.head}>
        <Name name={facts.account} />
      </h3>
      <FactList
        facts={[
          ...(facts.country === null
            ? []
            : [{ name: t("facts.country"), value: sayCountry(language, facts.country) }]),
          ...LISTS.filter((name) => facts[name].length > 0).map((name) => ({
            name: t(`facts.${name}`),
            value: (
              <>
                {facts[name].slice(0, VALUES_SHOWN).map((value) => (
                  <Name key={value} name={value} />
                ))}
                {facts[name].length > VALUES_SHOWN ? (
                  <span className={style.muted}>
                    {t("facts.count", { count: sayNumber(language, facts[name].length) })}
                  </span>
                ) : null}
              </>
            ),
          })),
        ]}
      />
    </>
  );
}
