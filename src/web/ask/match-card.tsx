import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import { useListTitle } from "../api/lists.ts";
import type { ScreenMatch } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { ReasonList } from "../components/reason-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayScore } from "../words/saying.ts";
import style from "./match-card.module.css";

/** Whom it may be: name, where listed and how likely in one line; opened, every fact side by side. */
export function MatchCard({ match }: { readonly match: ScreenMatch }): ReactNode {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const titleOf = useListTitle();
  return (
    <article className={style.card}>
      <button
        type="button"
        className={style.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={style.who}>
          <span className={style.name}>
            <Name name={match.caption} />
          </span>
          {match.listings.map(({ listing, state }) => (
            <span key={`${listing.list} ${listing.entry}`} className={style.listing}>
              {[titleOf(listing.list), listing.entry, ...listing.programmes].join(" · ")}
              {" · "}
              {t(`match.state.${state}`)}
              {listing.listedOn === null
                ? ""
                : ` · ${t("alert.since", { day: sayDay(language, listing.listedOn) })}`}
            </span>
          ))}
        </span>
        <span className={style.score}>{t("match.score", { score: sayScore(match.score) })}</span>
        <IconChevronRight size={18} aria-hidden className={style.chevron} data-open={open} />
      </button>
      <div id={id} hidden={!open} className={style.more}>
        <ReasonList features={match.features} />
        <Link to="/listed/$id" params={{ id: match.id }}>
          {t("match.open")}
        </Link>
      </div>
    </article>
  );
}
