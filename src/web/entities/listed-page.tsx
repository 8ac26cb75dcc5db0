import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useListTitle } from "../api/lists.ts";
import type { ListedParty } from "../api/shapes.ts";
import { AsOfBar } from "../components/as-of-picker.tsx";
import { Values } from "../components/fact-compare.tsx";
import { FactList } from "../components/fact-list.tsx";
import { Name, NameWithScripts } from "../components/name-with-scripts.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayDay, saySchema } from "../words/saying.ts";
import style from "./listed-page.module.css";
import { listedQuery } from "./listed-query.ts";
import { SaidWhen } from "./said-when.tsx";

const NAMES = [
  "name",
  "alias",
  "weakAlias",
  "previousName",
  "firstName",
  "lastName",
  "fatherName",
  "motherName",
];
/** Everything that the lists held say of one listed party, and which edition said it when. */
export function ListedPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/listed/$id" });
  const { at } = useSearch({ from: "/listed/$id" });
  const navigate = useNavigate();
  const party = useQuery(listedQuery(id, at));
  const pick = (day: string | undefined): void =>
    void navigate({ to: "/listed/$id", params: { id }, search: { at: day } });
  return (
    <>
      <AsOfBar day={at} onBack={() => pick(undefined)} />
      <Stateful query={party} rows={8} missing={<EmptyState title={t("entity.none")} next={id} />}>
        {(data) => <OpenListed party={data} />}
      </Stateful>
    </>
  );
}

function OpenListed({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const names = NAMES.slice(0, 4).flatMap((property) => party.properties[property] ?? []);
  return (
    <>
      <PageHead
        title={party.caption}
        heading={<Name name={party.caption} />}
        above={
          <>
            {t("entity.title")} · {saySchema(language, party.schema)} · {party.id}
          </>
        }
        lead={<Lead party={party} />}
      />
      <div className={style.columns}>
        <div>
          <Listings party={party} />
          <Facts party={party} />
          {party.listings.length === 0 ? null : <SaidWhen id={party.id} />}
        </div>
        <div>
          <Panel title={t("entity.names")}>
            <NameWithScripts names={names} shown={60} />
          </Panel>
          <Relations party={party} />
        </div>
      </div>
    </>
  );
}

/** Where it stands now, and since when: what a person comes for. */
function Lead({ party: { listings } }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  const now = listings.filter(({ state }) => state === "listed");
  const [first] = (now.length > 0 ? now : listings).toSorted((a, b) =>
    (a.listing.listedOn ?? "9999").localeCompare(b.listing.listedOn ?? "9999"),
  );
  if (first === undefined) return null;
  const { list, listedOn } = first.listing;
  const values = { list: titleOf(list) };
  if (now.length === 0) return t("entity.lead.gone", values);
  return listedOn === null
    ? t("entity.lead", values)
    : t("entity.lead.since", { ...values, day: sayDay(language, listedOn) });
}

function Listings({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  return (
    <Panel title={t("entity.listings")}>
      <ul className={style.rows}>
        {party.listings.map(({ listing, state }) => (
          <li key={`${listing.list} ${listing.entry}`}>
            <strong>{t(`match.state.${state}`)}</strong> ·{" "}
            <Link to="/lists/$id" params={{ id: listing.list }}>
              {titleOf(listing.list)}
            </Link>
            , {listing.entry}
            {listing.programmes.length === 0 ? "" : ` · ${listing.programmes.join(", ")}`}
            {listing.listedOn === null
              ? ""
              : ` · ${t("alert.since", { day: sayDay(language, listing.listedOn) })}`}
            <span className={style.editions}>
              {t("entity.editions")}: {listing.editions.map((date) => sayDay(language, date)).join("; ")}
              <Sourced words={listing.listedOnSource} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where the day of listing is from; an address in it leads there. */
function Sourced({ words }: { readonly words: string | null }): ReactNode {
  if (words === null) return null;
  const [, before = words, address] = /^(.*?),? (https:\/\/\S+)$/.exec(words) ?? [];
  return (
    <>
      {" · "}
      {address === undefined ? (
        <bdi lang="en">{before}</bdi>
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          <bdi lang="en">{before}</bdi>
        </a>
      )}
    </>
  );
}

function Facts({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const facts = Object.entries(party.properties).filter(([property]) => !NAMES.includes(property));
  if (facts.length === 0) return null;
  return (
    <Panel title={t("entity.facts")}>
      <FactList
        facts={facts.map(([property, values]) => ({
          name: sayProperty(language, property),
          value: <Values fact={property} values={values} />,
        }))}
      />
    </Panel>
  );
}

function Relations({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const others = party.relations.flatMap(({ property, entity, others: linked }) => [
    ...(entity.listed ? [{ property, id: entity.id, caption: entity.caption, listed: true }] : []),
    ...linked.map((one) => ({ ...one, property: `${property}, ${one.property}` })),
  ]);
  if (others.length === 0) return null;
  return (
    <Panel title={t("entity.relations")}>
      <ul className={style.rows}>
        {others.map(({ property, id, caption, listed }) => (
          <li key={`${property} ${id}`}>
            {property
              .split(", ")
              .map((one) => sayProperty(language, one))
              .join(", ")}
            :{" "}
            {listed ? (
              <Link to="/listed/$id" params={{ id }}>
                <Name name={caption} />
              </Link>
            ) : (
              <Name name={caption} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
