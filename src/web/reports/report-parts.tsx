import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { alertQuery } from "../alerts/alert-query.ts";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayDay } from "../words/saying.ts";
import { type LegalReport, NO_HOLDING, NO_PARTY, type ReportFields } from "./report-fields.ts";
import { LinesField, ReportField, ReportPart, ValueFields } from "./report-part.tsx";
import { ReportRows } from "./report-rows.tsx";

type PartProps = {
  readonly report: LegalReport;
  readonly fields: ReportFields;
  readonly disabled: boolean;
  readonly change: (part: Partial<ReportFields>) => void;
};

/** What happened: when, by which authority, and in whose words. */
export function EventPart({ report, fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  const line = (name: "legalAuthority" | "releaseAuthority" | "releasedTo"): ReactNode => (
    <ReportField
      id={name}
      name={name}
      value={fields[name] ?? ""}
      disabled={disabled}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <ReportPart title={t("legal.part.event")}>
      <ReportField
        id="eventOn"
        name="eventOn"
        kind="day"
        value={fields.eventOn}
        disabled={disabled}
        onValue={(eventOn) => change({ eventOn })}
      />
      {line("legalAuthority")}
      {report.kind === "unblocked-property" ? (
        <>
          {line("releaseAuthority")}
          {line("releasedTo")}
        </>
      ) : null}
      <ReportField
        id="narrative"
        name="narrative"
        kind="text"
        value={fields.narrative}
        disabled={disabled}
        onValue={(narrative) => change({ narrative })}
      />
    </ReportPart>
  );
}

/** On whose account the law asks for it: the listed party. */
export function TargetPart({ fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  const { target } = fields;
  return (
    <ReportPart title={t("legal.part.target")}>
      {(["name", "list", "entry"] as const).map((key) => (
        <ReportField
          key={key}
          id={`target.${key}`}
          name={key}
          value={target[key]}
          disabled={disabled}
          onValue={(value) => change({ target: { ...target, [key]: value } })}
        />
      ))}
      <LinesField
        id="target.programmes"
        name="programmes"
        values={target.programmes}
        disabled={disabled}
        onValues={(programmes) => change({ target: { ...target, programmes } })}
      />
    </ReportPart>
  );
}

/** Everybody in it: who pays and is paid, their banks, and those between. */
export function PartiesPart({ fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  return (
    <ReportPart title={t("legal.part.parties")}>
      <ReportRows
        id="parties"
        caption={t("legal.part.parties")}
        rows={fields.parties}
        nameOf={({ name }) => name}
        add={t("legal.party.add")}
        empty={NO_PARTY}
        disabled={disabled}
        onRows={(parties) => change({ parties })}
        columns={[
          {
            key: "name",
            title: t("legal.field.name"),
            heads: true,
            cell: ({ name, role }) => (
              <>
                <Name name={name} />
                <small>{role}</small>
              </>
            ),
          },
          {
            key: "where",
            title: t("legal.field.address"),
            cell: ({ address, country }) =>
              [address, country].filter((text) => text !== "").join(", ") || "–",
          },
          { key: "account", title: t("legal.field.account"), cell: ({ account }) => account || "–" },
        ]}
      >
        {(party, write) =>
          (["role", "name", "address", "country", "account"] as const).map((key) => (
            <ReportField
              key={key}
              id={`party.${key}`}
              name={key}
              value={party[key]}
              onValue={(value) => write({ [key]: value })}
            />
          ))
        }
      </ReportRows>
    </ReportPart>
  );
}

/** What it is about: the property, by which numbers it is known, where it is, and what it is worth. */
export function PropertyPart({ fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  const { property } = fields;
  return (
    <ReportPart title={t("legal.part.property")}>
      {(["description", "location"] as const).map((key) => (
        <ReportField
          key={key}
          id={`property.${key}`}
          name={key}
          value={property[key]}
          disabled={disabled}
          onValue={(value) => change({ property: { ...property, [key]: value } })}
        />
      ))}
      <LinesField
        id="property.references"
        name="references"
        values={property.references}
        disabled={disabled}
        onValues={(references) => change({ property: { ...property, references } })}
      />
      <ValueFields
        id="value"
        value={fields.value}
        disabled={disabled}
        onValue={(value) => change({ value })}
      />
    </ReportPart>
  );
}

/** What goes with it: files of the alert that it follows from. Nothing where there are none. */
export function CopiesPart({ report, fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  const { alertId } = report;
  const alert = useQuery({ ...alertQuery(alertId ?? ""), enabled: alertId !== null });
  const files = alert.data?.attachments ?? [];
  if (files.length === 0) return null;
  return (
    <ReportPart title={t("legal.part.copies")}>
      {files.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          disabled={disabled}
          checked={fields.copies.includes(name)}
          onChange={({ currentTarget: { checked } }) =>
            change({
              copies: checked ? [...fields.copies, name] : fields.copies.filter((one) => one !== name),
            })
          }
        />
      ))}
    </ReportPart>
  );
}

/** Who files it, and whom the authority may ask. */
export function FilerPart({ report, fields, disabled, change }: PartProps): ReactNode {
  const { t } = useLanguage();
  const { filer } = fields;
  return (
    <ReportPart
      title={t(report.kind === "rejected-transaction" ? "legal.part.submitter" : "legal.part.filer")}
    >
      {(["name", "address", "contactName", "contactPhone", "contactEmail"] as const).map((key) => (
        <ReportField
          key={key}
          id={`filer.${key}`}
          name={key}
          value={filer[key]}
          disabled={disabled}
          onValue={(value) => change({ filer: { ...filer, [key]: value } })}
        />
      ))}
    </ReportPart>
  );
}

/** Everything that was held on 30 June, taken from the reports of the blockings and mended here. */
export function HoldingsPart({ fields, disabled, change }: PartProps): ReactNode {
  const { t, language } = useLanguage();
  return (
    <ReportPart title={t("legal.part.holdings", { year: String(fields.year ?? "") })}>
      <p className={form.note}>{t("legal.holdings.lead")}</p>
      <ReportRows
        id="holdings"
        caption={t("legal.holding")}
        rows={fields.holdings}
        nameOf={({ owner, description }) => owner || description}
        add={t("legal.holding.add")}
        empty={NO_HOLDING}
        disabled={disabled}
        onRows={(holdings) => change({ holdings })}
        columns={[
          {
            key: "owner",
            title: t("legal.field.owner"),
            heads: true,
            cell: ({ owner, target }) => (
              <>
                <Name name={owner} />
                <small>{target}</small>
              </>
            ),
          },
          {
            key: "what",
            title: t("legal.part.property"),
            cell: ({ description, location }) => (
              <>
                {description || "–"}
                <small>{location}</small>
              </>
            ),
          },
          {
            key: "on",
            title: t("legal.field.eventOn"),
            cell: ({ blockedOn }) => (blockedOn === "" ? "–" : sayDay(language, blockedOn)),
          },
          {
            key: "value",
            title: t("legal.part.value"),
            number: true,
            cell: ({ value: { amount, currency } }) => (amount === "" ? "–" : `${currency} ${amount}`),
          },
        ]}
      >
        {(holding, write) => (
          <>
            <ReportField
              id="holding.blockedOn"
              name="eventOn"
              kind="day"
              value={holding.blockedOn}
              onValue={(blockedOn) => write({ blockedOn })}
            />
            {(["owner", "target", "description", "location"] as const).map((key) => (
              <ReportField
                key={key}
                id={`holding.${key}`}
                name={key}
                value={holding[key]}
                onValue={(value) => write({ [key]: value })}
              />
            ))}
            {(["references", "programmes"] as const).map((key) => (
              <LinesField
                key={key}
                id={`holding.${key}`}
                name={key}
                values={holding[key]}
                onValues={(values) => write({ [key]: values })}
              />
            ))}
            <ValueFields id="holding.value" value={holding.value} onValue={(value) => write({ value })} />
          </>
        )}
      </ReportRows>
    </ReportPart>
  );
}
