import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import type { Application } from "../waivers/shapes.ts";
import { useTemplateNames } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { sayCountryNamed } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";

const KINDS = [
  "submitted",
  "forwarded",
  "circulated",
  "consented",
  "held",
  "hold-extended",
  "hold-lifted",
  "objected",
  "asked",
  "answered",
  "noticed",
  "proposed",
  "sent-back",
  "decided",
  "appealed",
  "withdrawn",
] as const;

/** Everything that happened to the application, the newest first; each step stands in the log of receipts. */
export function FileHistory({ application }: { readonly application: Application }): ReactNode {
  const { t, language } = useLanguage();
  const { titleOf } = useTemplateNames();
  return (
    <Panel title={t("officer.part.history")}>
      <TimelineList
        moments={application.events.toReversed().map(({ sequence, at, by, event }) => {
          const kind = KINDS.find((one) => one === event.kind) ?? "submitted";
          const facts = event as Readonly<Record<string, unknown>>;
          const text = (member: string): string => {
            const value = facts[member];
            return typeof value === "string" ? value : "";
          };
          const template = text("template");
          const said = [
            sayCountryNamed(language, text("member")),
            text("question"),
            text("answer"),
            text("reason"),
          ].filter((words) => words !== "");
          return {
            key: String(sequence),
            title: t(`officer.event.${kind}`),
            words: [template === "" ? "" : titleOf(template), ...said]
              .filter((one) => one !== "")
              .join(" · "),
            at,
            by: sayTitle(language, by.name),
          };
        })}
      />
    </Panel>
  );
}
