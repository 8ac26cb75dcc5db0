import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import views from "../components/saved-views.module.css";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import type { WorkerCase } from "./case-data.ts";
import { CaseHistory } from "./case-history.tsx";
import { CaseHolds } from "./case-holds.tsx";
import { CaseItems } from "./case-items.tsx";
import { CasePrompts } from "./case-prompts.tsx";
import { CaseReplies } from "./case-replies.tsx";
import { CaseReports } from "./case-reports.tsx";
import { replyWord } from "./reply-word.ts";

const PARTS = ["checklist", "reply", "prompts", "payouts", "playbook", "reports", "history"] as const;
type Part = (typeof PARTS)[number];

/** What is done about a case, a part at a time, with how far each is. */
export function CaseParts({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const search = useSearch({ from: "/cases/$id" });
  const part = PARTS.find((name) => name === search.part) ?? "checklist";
  const titleOf = useTitles(one);
  return (
    <>
      <nav aria-label={t("case.parts")} className={views.views}>
        {PARTS.map((name) => (
          <Link
            key={name}
            to="/cases/$id"
            params={{ id: one.id }}
            search={{ ...search, part: name === "checklist" ? undefined : name }}
            resetScroll={false}
            replace
            className={views.view}
            // A link without a part is not the current one while another part is shown.
            activeOptions={{ exact: true, explicitUndefined: true }}
            aria-current={name === part ? "page" : undefined}
          >
            {titleOf(name)}
          </Link>
        ))}
      </nav>
      <OpenPart one={one} part={part} />
    </>
  );
}

function OpenPart({ one, part }: { readonly one: WorkerCase; readonly part: Part }): ReactNode {
  switch (part) {
    case "checklist":
    case "playbook":
      return <CaseItems key={part} one={one} list={part} />;
    case "reply":
      return <CaseReplies one={one} />;
    case "prompts":
      return <CasePrompts one={one} />;
    case "payouts":
      return <CaseHolds one={one} />;
    case "reports":
      return <CaseReports id={one.id} />;
    case "history":
      return <CaseHistory one={one} />;
  }
}

function useTitles(one: WorkerCase): (part: Part) => string {
  const { t, language } = useLanguage();
  const ofItems = (list: "checklist" | "playbook"): string =>
    t("case.part.count", {
      title: t(`case.${list}`),
      done: sayNumber(language, one[list].filter(({ done }) => done).length),
      count: sayNumber(language, one[list].length),
    });
  const answered = new Set(
    one.history.flatMap(({ event }) => (event.kind === "prompted" ? [String(event.rule)] : [])),
  );
  return (part) => {
    switch (part) {
      case "checklist":
      case "playbook":
        return ofItems(part);
      case "reply":
        return t("case.part.reply", { state: t(`cases.reply.${replyWord(one)}`) });
      case "prompts":
        return t("case.part.count", {
          title: t("case.part.prompts"),
          done: sayNumber(language, answered.size),
          count: sayNumber(language, one.prompts.length),
        });
      case "payouts":
        return t("case.part.payouts", { count: sayNumber(language, one.holds.length) });
      case "reports":
        return t("case.part.reports");
      case "history":
        return t("case.part.history");
    }
  };
}
