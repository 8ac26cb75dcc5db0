import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import type { ListedParty } from "../api/shapes.ts";
import { Name, NameWithScripts } from "../components/name-with-scripts.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayProperty } from "../words/properties.ts";
import { sayCountry, sayDay } from "../words/saying.ts";
import style from "./listed-page.module.css";

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
const COUNTRIES = new Set([
  "country",
  "nationality",
  "citizenship",
  "jurisdiction",
  "birthCountry",
  "flag",
  "mainCountry",
]);

/** Everything that the lists held say of one listed party. */
export function ListedPage(): ReactNode {
  const { t } = useLanguage();
  const { id } = useParams({ from: "/listed/$id" });
  const party = useQuery({
    queryKey: ["listed", id],
    queryFn: () => answerOf(api.GET("/api/v1/listed/{id}", { params: { path: { id } } })),
  });
  if (party.isPending) return <Loading rows={6} />;
  if (party.isError) {
    const problem = problemIn(party.error);
    if (problem.status === 404) return <EmptyState title={t("entity.none")} next={id} />;
    return <Failed problem={problem} onRetry={() => void party.refetch()} />;
  }
  const { data } = party;
  const names = NAMES.slice(0, 4).flatMap((property) => data.properties[property] ?? []);
  return (
    <>
      <p className={style.kind}>
        {t("entity.title")} · {data.schema} · {data.id}
      </p>
      <h1>
        <Name name={data.caption} />
      </h1>
      <section>
        <h2>{t("entity.names")}</h2>
        <NameWithScripts names={names} shown={60} />
      </section>
      <Listings party={data} />
      <Facts party={data} />
      <Relations party={data} />
    </>
  );
}

function Listings({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <section>
      <h2>{t("entity.listings")}</h2>
      <ul className={style.rows}>
        {party.listings.map(({ listing, state }) => (
          <li key={`${listing.list} ${listing.entry}`}>
            <strong>{t(`match.state.${state}`)}</strong> {listing.list}, {listing.entry}
            {listing.programmes.length === 0 ? "" : ` · ${listing.programmes.join(", ")}`}
            {listing.listedOn === null ? "" : ` · ${sayDay(language, listing.listedOn)}`}
            <span className={style.editions}>
              {t("entity.editions")}: {listing.editions.map((day) => sayDay(language, day)).join("; ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ party }: { readonly party: ListedParty }): ReactNode {
  const { t, language } = useLanguage();
  const facts = Object.entries(party.properties).filter(([property]) => !NAMES.includes(property));
  if (facts.length === 0) return null;
  const say = (property: string, value: string) =>
    COUNTRIES.has(property) ? sayCountry(language, value) : value;
  return (
    <section>
      <h2>{t("entity.facts")}</h2>
      <dl className={style.facts}>
        {facts.map(([property, values]) => (
          <div key={property}>
            <dt>{sayProperty(language, property)}</dt>
            <dd>
              {values.map((value) => (
                <span key={value}>
                  <Name name={say(property, value)} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
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
    <section>
      <h2>{t("entity.relations")}</h2>
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
    </section>
  );
}
