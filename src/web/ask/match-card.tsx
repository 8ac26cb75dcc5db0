import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import type { ScreenMatch } from "../api/shapes.ts";
import { Name } from "../components/name-with-scripts.tsx";
import { ReasonList } from "../components/reason-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayScore } from "../words/saying.ts";
import style from "./match-card.module.css";

/** Whom it may be: name, where listed and how likely in one line; opened, every fact side by side. */
export function MatchCard({
  match,
  open: first = false,
}: {
  readonly match: ScreenMatch;
  readonly open?: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(first);
  const id = useId();
  const where = match.listings.map(({ listing }) => listing.list);
  return (
    <article className={style.card}>
      <button
        type="button"
        className={style.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={style.name}>
          <Name name={match.caption} />
        </span>
        <span className={style.lists}>{[...new Set(where)].join(", ")}</span>
        <span className={style.state}>{t(`match.state.${match.state}`)}</span>
        <span className={style.score}>{t("match.score", { score: sayScore(match.score) })}</span>
        <IconChevronRight size={18} aria-hidden className={style.chevron} data-open={open} />
      </button>
      <div id={id} hidden={!open} className={style.more}>
        <ReasonList features={match.features} />
        <ul className={style.listings}>
          {match.listings.map(({ listing, state }) => (
            <li key={`${listing.list} ${listing.entry}`}>
              {listing.list}, {listing.entry}
              {listing.programmes.length === 0 ? "" : `, ${listing.programmes.join(", ")}`}
              {listing.listedOn === null ? "" : `, ${sayDay(language, listing.listedOn)}`} ·{" "}
              {t(`match.state.${state}`)}
            </li>
          ))}
        </ul>
        <Link to="/listed/$id" params={{ id: match.id }}>
          {t("match.open")}
        </Link>
      </div>
    </article>
  );
}
