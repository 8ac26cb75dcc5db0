import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Alert } from "../api/shapes.ts";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./alert-page.module.css";

/** Which entry of which edition said it, with the edition's own fingerprint, and the check that found it. */
export function AlertSources({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, language } = useLanguage();
  const { listed, check, snapshot, engine, policyVersion } = alert.record;
  return (
    <Panel title={t("finding.sources")}>
      <ul className={style.sources}>
        {listed.listings.map((listing, at) => (
          <li key={`${listing.list} ${listing.entry}`}>
            <Link to="/listed/$id" params={{ id: listed.id }} {...(at === 0 ? { id: "alert-source" } : {})}>
              {t("alert.entry", { list: sayTitle(language, listing.title), entry: listing.entry })}
            </Link>
            {listing.programmes.length === 0 ? "" : ` · ${listing.programmes.join(", ")}`}
            {" · "}
            {t(`match.state.${listing.state}`)}
            {listing.listedOn === null
              ? ""
              : ` · ${t("alert.since", { day: sayDay(language, listing.listedOn) })}`}
            <p className={style.muted}>
              {listing.edition === null ? "" : t("alert.edition", { day: sayDay(language, listing.edition) })}
              {listing.files.map((file) => (
                <span key={file}>
                  {" · "}SHA-256 <code>{file.slice(0, 16)}…</code>
                </span>
              ))}
            </p>
          </li>
        ))}
        {check === null ? null : (
          <li>
            <Link to="/checks/$id" params={{ id: check.id }}>
              {t("alert.check")}
            </Link>
            <p className={style.muted}>
              <Said words={check.words} />
            </p>
          </li>
        )}
      </ul>
      <p className={style.muted}>
        {t("alert.made", {
          snapshot: snapshot.slice(0, 12),
          engine: engine.length > 20 ? engine.slice(0, 12) : engine,
          policy: String(policyVersion),
        })}
      </p>
    </Panel>
  );
}
