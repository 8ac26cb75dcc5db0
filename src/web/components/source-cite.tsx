import { IconExternalLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { actIn } from "../../korean/acts.ts";
import { useListTitle } from "../api/lists.ts";
import type { Citation } from "../api/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import style from "./source-cite.module.css";

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
              {actIn(language, citation)}
              <IconExternalLink size={14} aria-hidden />
            </a>
          ) : (
            actIn(language, citation)
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
