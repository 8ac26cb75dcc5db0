import { Checkbox, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { Stateful } from "../components/stateful.tsx";
import { useTemplateNames, useTemplates } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import style from "./apply.module.css";
import type { QuestionProps } from "./questions.tsx";
import { TextField } from "./text-field.tsx";

const ROUTES = ["member-state", "resident-coordinator", "secretary", "direct"] as const;

/** Which approvals are asked for, and by which way the Committee's request goes there. */
export function ApprovalsQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t, language } = useLanguage();
  const templates = useTemplates();
  const { titleOf, officeOf } = useTemplateNames();
  const toggle = (id: string, on: boolean): void =>
    change({ approvals: on ? [...file.approvals, id] : file.approvals.filter((one) => one !== id) });
  const toCommittee = file.approvals.includes("un-1718-exemption");
  return (
    <div className={style.fields}>
      <Stateful query={templates} rows={8}>
        {({ templates: all }) => (
          <fieldset className={style.fields} id="approvals">
            <legend>{t("apply.approvals.hint")}</legend>
            {all.map(({ id, daysUsual, basis, dependsOn }) => (
              <Checkbox
                key={id}
                label={titleOf(id)}
                description={[
                  officeOf(id),
                  t("may.days", { days: sayNumber(language, daysUsual) }),
                  ...(dependsOn.length === 0
                    ? []
                    : [t("may.after", { offices: dependsOn.map(titleOf).join("; ") })]),
                  ...(basis === "background" ? [t("may.background")] : []),
                ].join(" · ")}
                checked={file.approvals.includes(id)}
                onChange={({ currentTarget: { checked } }) => toggle(id, checked)}
              />
            ))}
          </fieldset>
        )}
      </Stateful>
      {toCommittee ? (
        <>
          <NativeSelect
            id="route"
            label={t("apply.route")}
            description={t("apply.route.hint")}
            value={file.route ?? ""}
            data={[
              { value: "", label: t("apply.choose") },
              ...ROUTES.map((value) => ({ value, label: t(`apply.route.${value}`) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ route: ROUTES.find((one) => one === value) ?? null })
            }
          />
          <Checkbox
            label={t("apply.emergency")}
            checked={file.emergency}
            onChange={({ currentTarget: { checked } }) => change({ emergency: checked })}
          />
          {file.emergency ? (
            <TextField
              id="emergencyReason"
              label={t("apply.emergency.reason")}
              value={file.emergencyReason}
              rows={3}
              max={20_000}
              onText={(emergencyReason) => change({ emergencyReason })}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
