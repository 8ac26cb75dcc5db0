import { Checkbox, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { Application } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import { ApprovalsQuestion } from "./approvals-question.tsx";
import { CommaField } from "./comma-field.tsx";
import { GoodsQuestion } from "./goods-question.tsx";
import { LinesField } from "./lines-field.tsx";
import { PapersQuestion } from "./papers-question.tsx";
import { PartiesQuestion } from "./parties-question.tsx";
import { RowsField } from "./rows-field.tsx";
import type { Step } from "./steps.ts";
import { CountryField, DayField, MoneyField, TextField } from "./text-field.tsx";
import type { FileInHand } from "./use-file.ts";
import { WayQuestion } from "./way-question.tsx";

/** What every question is asked with. */
export type QuestionProps = { readonly application: Application; readonly hand: FileInHand };

const KINDS = [
  "member-state",
  "un-agency",
  "red-cross-or-ioc",
  "international-organization",
  "ngo",
  "company",
] as const;
/** Bounds of lists, as the service has them. */
const MAX = { exemptions: 100, recipients: 200, payments: 200 } as const;
const LONG = 20_000;

/** The question of each step; the last one is the page that checks the answers. */
export const QUESTIONS: Readonly<Record<Exclude<Step, "check">, (props: QuestionProps) => ReactNode>> = {
  who: WhoQuestion,
  approvals: ApprovalsQuestion,
  purpose: PurposeQuestion,
  recipients: RecipientsQuestion,
  reason: ReasonQuestion,
  goods: GoodsQuestion,
  way: WayQuestion,
  parties: PartiesQuestion,
  payments: PaymentsQuestion,
  period: PeriodQuestion,
  safeguards: SafeguardsQuestion,
  papers: PapersQuestion,
};

function WhoQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  const { applicant } = file;
  const set = (part: Partial<typeof applicant>): void => change({ applicant: { ...applicant, ...part } });
  return (
    <div className={style.fields}>
      <TextField
        id="applicant.name"
        label={t("apply.who.name")}
        value={applicant.name}
        onText={(name) => set({ name })}
      />
      <NativeSelect
        id="applicant.kind"
        label={t("apply.who.kind")}
        description={t("apply.who.kind.hint")}
        value={applicant.kind ?? ""}
        data={[
          { value: "", label: t("apply.choose") },
          ...KINDS.map((value) => ({ value, label: t(`apply.who.kind.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ kind: KINDS.find((one) => one === value) ?? null })}
      />
      <CountryField
        id="applicant.country"
        label={t("apply.who.country")}
        hint={t("may.country.hint")}
        value={applicant.country}
        onCountry={(country) => set({ country })}
      />
      <TextField
        id="applicant.contact"
        label={t("apply.who.contact")}
        hint={t("apply.who.contact.hint")}
        value={applicant.contact}
        rows={2}
        max={LONG}
        onText={(contact) => set({ contact })}
      />
      <TextField
        id="applicant.trackRecord"
        label={t("apply.who.record")}
        value={applicant.trackRecord}
        rows={3}
        max={LONG}
        onText={(trackRecord) => set({ trackRecord })}
      />
      <p className={style.hint}>{t("apply.who.exemptions.hint")}</p>
      <RowsField
        id="applicant.exemptions"
        rows={applicant.exemptions}
        max={MAX.exemptions}
        add={t("apply.who.exemptions.add")}
        empty={{ reference: "–", approvedOn: new Date().toISOString().slice(0, 10) }}
        titleOf={(_, at) => t("apply.who.exemption", { number: String(at + 1) })}
        onRows={(exemptions) => set({ exemptions: [...exemptions] })}
      >
        {(row, at, put) => (
          <>
            <TextField
              id={`applicant.exemptions.${at}.reference`}
              label={t("apply.who.exemption.reference")}
              value={row.reference}
              max={200}
              onText={(reference) => put({ reference: reference === "" ? "–" : reference })}
            />
            <DayField
              id={`applicant.exemptions.${at}.approvedOn`}
              label={t("apply.who.exemption.day")}
              value={row.approvedOn}
              onDay={(day) => (day === null ? undefined : put({ approvedOn: day }))}
            />
          </>
        )}
      </RowsField>
    </div>
  );
}

function PurposeQuestion({ application, hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      {application.kind === "new" ? null : (
        <TextField
          id="changes"
          label={t("apply.changes")}
          value={file.changes}
          rows={3}
          max={LONG}
          onText={(changes) => change({ changes })}
        />
      )}
      <TextField
        id="nature"
        label={t("apply.nature")}
        hint={t("apply.nature.hint")}
        value={file.nature}
        rows={4}
        max={LONG}
        onText={(nature) => change({ nature })}
      />
      <TextField
        id="description"
        label={t("apply.description")}
        hint={t("apply.description.hint")}
        value={file.description}
        rows={4}
        max={LONG}
        onText={(description) => change({ description })}
      />
    </div>
  );
}

function RecipientsQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      <RowsField
        id="recipients"
        rows={file.recipients}
        max={MAX.recipients}
        add={t("apply.recipients.add")}
        empty={{ name: "", place: "" }}
        titleOf={(_, at) => t("apply.recipient", { number: String(at + 1) })}
        onRows={(recipients) => change({ recipients: [...recipients] })}
      >
        {(row, at, put) => (
          <>
            <TextField
              id={`recipients.${at}.name`}
              label={t("apply.recipient.name")}
              value={row.name}
              onText={(name) => put({ name })}
            />
            <TextField
              id={`recipients.${at}.place`}
              label={t("apply.recipient.place")}
              value={row.place}
              onText={(place) => put({ place })}
            />
          </>
        )}
      </RowsField>
      <TextField
        id="beneficiaryCriteria"
        label={t("apply.criteria")}
        value={file.beneficiaryCriteria}
        rows={3}
        max={LONG}
        onText={(beneficiaryCriteria) => change({ beneficiaryCriteria })}
      />
    </div>
  );
}

function ReasonQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      <TextField
        id="reason"
        label={t("apply.reason")}
        hint={t("apply.reason.hint")}
        value={file.reason}
        rows={4}
        max={LONG}
        onText={(reason) => change({ reason })}
      />
      <LinesField
        id="provisions"
        label={t("apply.provisions")}
        hint={t("apply.provisions.hint")}
        lines={file.provisions}
        onLines={(provisions) => change({ provisions: [...provisions] })}
      />
      <TextField
        id="earlierCases"
        label={t("apply.cases")}
        value={file.earlierCases}
        max={LONG}
        onText={(earlierCases) => change({ earlierCases })}
      />
    </div>
  );
}

function PaymentsQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      <Checkbox
        label={t("apply.payments.none")}
        checked={file.noPayments}
        onChange={({ currentTarget: { checked } }) => change({ noPayments: checked })}
      />
      {file.noPayments ? null : (
        <RowsField
          id="payments"
          rows={file.payments}
          max={MAX.payments}
          add={t("apply.payments.add")}
          empty={{ amount: null, payer: "", payee: "", banks: [], on: null }}
          titleOf={(_, at) => t("apply.payment", { number: String(at + 1) })}
          onRows={(payments) => change({ payments: [...payments] })}
        >
          {(row, at, put) => (
            <>
              <MoneyField
                id={`payments.${at}.amount`}
                label={t("apply.payment.amount")}
                hint={t("apply.money.hint")}
                wrong={t("apply.money.error")}
                value={row.amount}
                onMoney={(amount) => put({ amount })}
              />
              <TextField
                id={`payments.${at}`}
                label={t("apply.payment.payer")}
                value={row.payer}
                onText={(payer) => put({ payer })}
              />
              <TextField
                id={`payments.${at}.payee`}
                label={t("apply.payment.payee")}
                value={row.payee}
                onText={(payee) => put({ payee })}
              />
              <CommaField
                id={`payments.${at}.banks`}
                label={t("apply.payment.banks")}
                hint={t("apply.commas.hint")}
                values={row.banks}
                onValues={(banks) => put({ banks: [...banks] })}
              />
              <DayField
                id={`payments.${at}.on`}
                label={t("apply.payment.on")}
                value={row.on}
                onDay={(on) => put({ on })}
              />
            </>
          )}
        </RowsField>
      )}
    </div>
  );
}

function PeriodQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <div className={style.fields}>
      <DayField
        id="from"
        label={t("apply.period.from")}
        value={file.from}
        onDay={(from) => change({ from })}
      />
      <DayField
        id="until"
        label={t("apply.period.until")}
        hint={t("apply.period.until.hint")}
        value={file.until}
        onDay={(until) => change({ until })}
      />
      <TextField
        id="periodReason"
        label={t("apply.period.reason")}
        value={file.periodReason}
        rows={3}
        max={LONG}
        onText={(periodReason) => change({ periodReason })}
      />
      {file.approvals.includes("us-ofac-510-512-notice") ? (
        <DayField
          id="notifiedStateOn"
          label={t("apply.period.notified")}
          value={file.notifiedStateOn}
          onDay={(notifiedStateOn) => change({ notifiedStateOn })}
        />
      ) : null}
    </div>
  );
}

function SafeguardsQuestion({ hand: { file, change } }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  return (
    <TextField
      id="antiDiversion"
      label={t("apply.diversion")}
      hint={t("apply.diversion.hint")}
      value={file.antiDiversion}
      rows={6}
      max={LONG}
      onText={(antiDiversion) => change({ antiDiversion })}
    />
  );
}
