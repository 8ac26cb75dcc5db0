import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { Worded } from "../components/worded.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./network-page.module.css";
import type { Answer, Network } from "./network-words.ts";

type Missing = NonNullable<Answer["missing"]>["smallest"][number];

const ASKED = ["owner", "share", "dates", "attestation", "identity", "interest"] as const;

/** The facts that would decide, as questions, and what else a person should know. */
export function LacksPanel({
  network: { answer },
  onAdd,
}: {
  readonly network: Network;
  /** Goes to where a fact is written down, about what is owned by whom; null for who may not. */
  readonly onAdd: ((fact: { readonly owner: string; readonly asset: string }) => void) | null;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      {answer.missing === null || answer.missing.smallest.length === 0 ? null : (
        <Panel title={t("network.lacks")}>
          <p className={form.note}>{t("network.lacks.lead")}</p>
          <ul className={style.steps}>
            {answer.missing.smallest.map((fact) => (
              <li key={fact.words}>
                <Question fact={fact} />
                <span className={style.source}>
                  <Said words={fact.words} />
                </span>
                {onAdd === null ? null : (
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={`${t("network.lacks.add")}: ${fact.owner?.name ?? fact.asset?.name ?? ""}`}
                    onClick={() =>
                      onAdd({
                        // Who is not known yet is what the person writes down.
                        owner: fact.kind === "owner" ? "" : (fact.owner?.id ?? ""),
                        asset: fact.asset?.id ?? "",
                      })
                    }
                  >
                    {t("network.lacks.add")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {answer.flags.length === 0 ? null : (
        <Panel title={t("network.flags")}>
          <ul className={style.steps}>
            {answer.flags.map(({ flag, words }) => (
              <li key={`${flag} ${words}`}>
                <Said words={words} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Question({ fact }: { readonly fact: Missing }): ReactNode {
  const { t } = useLanguage();
  const kind = ASKED.find((one) => one === fact.kind);
  if (kind === undefined || fact.owner === null) return t("network.lacks.other");
  const name = (party: Missing["owner"]) => party?.name ?? party?.id ?? "";
  return (
    <Worded
      words={`network.lacks.${kind}`}
      values={{ owner: <Name name={name(fact.owner)} />, asset: <Name name={name(fact.asset)} /> }}
    />
  );
}
