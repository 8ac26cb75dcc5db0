import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { TimelineList } from "../components/timeline-list.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import type { Waiver } from "./shapes.ts";
import style from "./waivers.module.css";

/** What a list's naming of a party meant for the waiver at that moment. */
type Impact = {
  readonly party: string;
  readonly listing: string;
  readonly lines: readonly {
    readonly line: string;
    readonly undrawn: string;
    readonly reserved: string;
    readonly passed: string;
  }[];
  readonly onTheWay: readonly string[];
  readonly told: readonly string[];
};

const KINDS = [
  "granted",
  "recorded",
  "confirmed",
  "amended",
  "suspended",
  "questioned",
  "delisted",
  "reinstated",
  "revoked",
  "surrendered",
  "published",
] as const;

/** Everything that happened to the waiver beside its ledger, the newest first. */
export function WaiverHistory({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  return (
    <Panel title={t("waivers.history")}>
      <TimelineList
        moments={waiver.acts.toReversed().map(({ at, by, act }) => {
          const kind = KINDS.find((one) => one === act.kind) ?? "recorded";
          return {
            key: `${at} ${act.kind} ${by.id}`,
            title: t(`waivers.act.${kind}`),
            at,
            by: sayTitle(language, by.name),
            words: <ActWords act={act} />,
          };
        })}
      />
    </Panel>
  );
}

function ActWords({
  act,
}: {
  readonly act: Readonly<Record<string, unknown>> & { readonly kind: string };
}): ReactNode {
  const { t } = useLanguage();
  const text = (member: string): string => {
    const value = act[member];
    return typeof value === "string" ? value : "";
  };
  const changes = Array.isArray(act.changes) ? act.changes.map(String) : [];
  const told = Array.isArray(act.told) ? act.told.map(String) : [];
  const impact = (act.impact ?? null) as Impact | null;
  const party = text("party");
  return (
    <>
      {text("reason") === "" ? null : <Said words={text("reason")} />}
      {party === "" ? null : `${party} ${text("listing")}`}
      {changes.map((words) => (
        <span key={words} style={{ display: "block" }}>
          <Said words={words} />
        </span>
      ))}
      {impact === null ? null : (
        <span className={style.impact}>
          {impact.lines.map(({ line, undrawn, reserved, passed }) => (
            <span key={line} style={{ display: "block" }}>
              {t("waivers.impact.line", { line, undrawn, reserved, passed })}
            </span>
          ))}
          <span style={{ display: "block" }}>
            {impact.onTheWay.length === 0
              ? t("waivers.impact.none")
              : t("waivers.impact.way", { shipments: impact.onTheWay.join(", ") })}
          </span>
        </span>
      )}
      {[...told, ...(impact?.told ?? [])].length === 0 ? null : (
        <span style={{ display: "block" }}>
          {t("waivers.told", { names: [...told, ...(impact?.told ?? [])].join(", ") })}
        </span>
      )}
    </>
  );
}
