import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { Failed } from "../components/stateful.tsx";
import { ScreenedParties } from "../waivers/screened-parties.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import { CommaField } from "./comma-field.tsx";
import type { QuestionProps } from "./questions.tsx";
import { RowsField } from "./rows-field.tsx";
import { TextField } from "./text-field.tsx";

const PARTIES_MAX = 200;
const ROLES = [
  "supplier",
  "manufacturer",
  "carrier",
  "forwarder",
  "bank",
  "consignee",
  "end-user",
  "applicant",
  "other",
] as const;
const SCHEMAS = ["LegalEntity", "Organization", "Company", "Person", "Vessel", "PublicBody"] as const;

/** All who take part, each screened on the lists in force on the spot. */
export function PartiesQuestion({ application, hand }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  const { file, change, save } = hand;
  const screening = useMutation({
    mutationFn: async () => {
      await save();
      return answerOf(
        api.POST("/api/v1/waiver-applications/{id}/screening", { params: { path: { id: application.id } } }),
      );
    },
  });
  return (
    <div className={style.fields}>
      <RowsField
        id="parties"
        rows={file.parties}
        max={PARTIES_MAX}
        add={t("apply.parties.add")}
        empty={{ role: "supplier", schema: "LegalEntity", properties: {} }}
        titleOf={({ properties }, at) => properties.name?.[0] ?? t("apply.party", { number: String(at + 1) })}
        onRows={(parties) => change({ parties: [...parties] })}
      >
        {(row, at, put) => (
          <>
            <NativeSelect
              id={`parties.${at}.role`}
              label={t("apply.party.role")}
              value={row.role}
              data={ROLES.map((value) => ({ value, label: t(`apply.party.role.${value}`) }))}
              onChange={({ currentTarget: { value } }) =>
                put({ role: ROLES.find((one) => one === value) ?? "other" })
              }
            />
            <NativeSelect
              id={`parties.${at}.schema`}
              label={t("apply.party.kind")}
              value={row.schema}
              data={SCHEMAS.map((value) => ({ value, label: t(`apply.party.kind.${value}`) }))}
              onChange={({ currentTarget: { value } }) => put({ schema: value })}
            />
            <CommaField
              id={`parties.${at}.properties.name`}
              label={t("apply.party.name")}
              hint={t("apply.party.name.hint")}
              values={row.properties.name ?? []}
              onValues={(name) => put({ properties: withValues(row.properties, "name", name) })}
            />
            <TextField
              id={`parties.${at}.properties.country`}
              label={t("apply.party.country")}
              hint={t("may.country.hint")}
              value={row.properties.country?.[0] ?? ""}
              max={60}
              onText={(country) =>
                put({
                  properties: withValues(
                    row.properties,
                    "country",
                    country.trim() === "" ? [] : [country.trim().toLowerCase()],
                  ),
                })
              }
            />
          </>
        )}
      </RowsField>
      <div className={style.acts}>
        <Button variant="default" loading={screening.isPending} onClick={() => screening.mutate()}>
          {t("apply.screen")}
        </Button>
      </div>
      {screening.isError ? <Failed problem={problemIn(screening.error)} /> : null}
      {screening.data === undefined ? null : <ScreenedParties screened={screening.data} />}
    </div>
  );
}

type Properties = Readonly<Record<string, string[]>>;

function withValues(
  properties: Properties,
  name: string,
  values: readonly string[],
): Record<string, string[]> {
  const { [name]: _, ...rest } = properties;
  return values.length === 0 ? rest : { ...rest, [name]: [...values] };
}
