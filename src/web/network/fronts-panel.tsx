import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { sayBoth } from "../words/both.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./network-page.module.css";

type Fronts = components["schemas"]["Fronts"];

/** Whom a subject leads to over shared facts, step by step, and the signs of a front with what else they may mean. */
export function FrontsPanel({
  subject,
  at,
}: {
  readonly subject: string;
  readonly at: string | undefined;
}): ReactNode {
  const { t } = useLanguage();
  const fronts = useQuery({
    queryKey: ["fronts", subject, at ?? ""],
    queryFn: () =>
      answerOf(
        api.GET("/api/v1/subjects/{id}/fronts", {
          params: { path: { id: subject }, query: at === undefined ? {} : { at } },
        }),
      ),
  });
  return (
    <Panel title={t("fronts.title")}>
      <p className={form.note}>{t("fronts.lead")}</p>
      <Stateful query={fronts} rows={3}>
        {(held) =>
          held.links.length === 0 && held.flags.length === 0 ? (
            <p>{t("fronts.none")}</p>
          ) : (
            <>
              <Signs flags={held.flags} />
              {held.links.map((link) => (
                <Ways key={link.target.id} link={link} />
              ))}
            </>
          )
        }
      </Stateful>
    </Panel>
  );
}

function Signs({ flags }: { readonly flags: Fronts["flags"] }): ReactNode {
  const { t, language } = useLanguage();
  if (flags.length === 0) return null;
  return (
    <>
      <h3>{t("fronts.signs")}</h3>
      <ul className={style.steps}>
        {flags.map((flag) => (
          <li key={`${flag.rule} ${flag.words.en}`}>
            <strong>{sayBoth(language, flag.title)}</strong> ({flag.rule}) {sayBoth(language, flag.words)}
            <span className={style.source}>
              {t("fronts.innocent")} {sayBoth(language, flag.innocent)}
            </span>
            <span className={style.source}>{flag.source}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ways({ link }: { readonly link: Fronts["links"][number] }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <>
      <h3>
        <Link to="/listed/$id" params={{ id: link.target.id }}>
          <Name name={link.target.caption} />
        </Link>
      </h3>
      <p className={style.source}>
        {link.listings.map(({ list, entry }) => `${list} ${entry}`).join(", ")} · {t("fronts.order")}{" "}
        {link.strength.toFixed(2)}
      </p>
      {link.paths.map((path) => (
        <ol key={JSON.stringify(path.steps.map(({ words }) => words.en))} className={style.steps}>
          {path.steps.map((step) => (
            <li key={`${step.from.id} ${step.to.id} ${step.tie}`}>
              {sayBoth(language, step.words)}
              {step.written === null || step.written.from === step.written.to ? null : (
                <span className={style.source}>
                  <Name name={step.written.from} /> / <Name name={step.written.to} />
                </span>
              )}
            </li>
          ))}
        </ol>
      ))}
    </>
  );
}
