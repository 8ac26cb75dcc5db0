import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { sayAct } from "../../korean/instruments.ts";
import { useListTitle } from "../api/lists.ts";
import type { Citation } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import type { Language } from "../words/words.ts";
import style from "./source-cite.module.css";

/** The paragraph of an act, as Korean names it where the page is Korean. */
function sayRule(
  language: Language,
  { instrument, paragraph }: { readonly instrument: string; readonly paragraph: string },
): string {
  if (language === "en") return `${instrument} ${paragraph}`;
  return sayAct(paragraph === "" ? instrument : `${instrument}, paragraph ${paragraph}`);
}

/** Where a finding stands: the edition and the entry, the paragraph, or the waiver. Says plainly where a text was not read. */
export function SourceCite({ citation }: { readonly citation: Citation }): ReactNode {
  const { t, language } = useLanguage();
  const titleOf = useListTitle();
  switch (citation.kind) {
    case "listing":
      return (
        <span className={style.cite}>
          {[titleOf(citation.list), citation.entry, ...citation.programmes].join(" · ")} ·{" "}
          {t("alert.edition", { day: sayDay(language, citation.edition) })}
        </span>
      );
    case "measure":
      return (
        <span className={style.cite}>
          {/^https:\/\/\S+$/.test(citation.source) ? (
            <a href={citation.source} target="_blank" rel="noreferrer">
              {sayRule(language, citation)}
              <IconExternalLink size={14} aria-hidden />
            </a>
          ) : (
            sayRule(language, citation)
          )}
          <span className={style.basis} data-basis={citation.basis}>
            {t(citation.basis === "read" ? "finding.read" : "finding.background")}
          </span>
        </span>
      );
    case "indicator":
      return (
        <span className={style.cite}>
          {citation.id}, {citation.source}
          <span className={style.basis} data-basis={citation.basis}>
            {t(citation.basis === "read" ? "finding.read" : "finding.background")}
          </span>
        </span>
      );
    case "waiver":
      return (
        <span className={style.cite}>
          {citation.reference} ({citation.authority}){citation.line === null ? "" : `, ${citation.line}`} ·{" "}
          {sayDay(language, citation.from)} – {sayDay(language, citation.until)}
        </span>
      );
  }
}
