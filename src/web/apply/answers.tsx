import type { ReactNode } from "react";
import { sayCode, sayQuantity } from "../waivers/exact.ts";
import { Papers } from "../waivers/papers.tsx";
import type { Application } from "../waivers/shapes.ts";
import { useTemplateNames } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayDay, sayMoney } from "../words/saying.ts";
import type { Step } from "./steps.ts";

/** Lines of the annex that are shown at once; all of them stand with the goods. */
const LINES_SHOWN = 60;

/** What was answered to each question, in words; for the check of the answers and for the officer's desk. */
export function useAnswers(
  application: Application,
): readonly { readonly step: Exclude<Step, "check">; readonly value: ReactNode }[] {
  const { t, language } = useLanguage();
  const { titleOf } = useTemplateNames();
  const { file } = application;
  const { applicant } = file;
  const join = (parts: readonly (string | null | undefined)[], by = "\n"): string =>
    parts.filter((part) => part !== null && part !== undefined && part !== "").join(by) || "–";
  const day = (value: string | null): string => (value === null ? "?" : sayDay(language, value));
  return [
    {
      step: "who",
      value: join([
        applicant.name,
        applicant.kind === null ? null : t(`apply.who.kind.${applicant.kind}`),
        applicant.country === null ? null : sayCountry(language, applicant.country),
        applicant.contact,
        applicant.trackRecord,
        ...applicant.exemptions.map(
          ({ reference, approvedOn }) => `${reference}, ${sayDay(language, approvedOn)}`,
        ),
      ]),
    },
    {
      step: "approvals",
      value: join([
        ...file.approvals.map(titleOf),
        file.route === null ? null : t(`apply.route.${file.route}`),
        file.emergency ? `${t("apply.emergency")} ${file.emergencyReason}` : null,
      ]),
    },
    { step: "purpose", value: join([file.changes, file.nature, file.description], "\n\n") },
    {
      step: "recipients",
      value: join([
        ...file.recipients.map(({ name, place }) => join([name, place], ", ")),
        file.beneficiaryCriteria,
      ]),
    },
    { step: "reason", value: join([file.reason, ...file.provisions, file.earlierCases]) },
    {
      step: "goods",
      value: join([
        ...file.lines
          .slice(0, LINES_SHOWN)
          .map(({ line, item, hs, quantity, unitValue }) =>
            join(
              [
                `${line}. ${item}`,
                hs === null ? null : sayCode(hs),
                quantity === null ? null : sayQuantity(language, quantity),
                unitValue === null ? null : sayMoney(language, unitValue),
              ],
              " · ",
            ),
          ),
        file.lines.length > LINES_SHOWN ? `… (${file.lines.length})` : null,
      ]),
    },
    {
      step: "way",
      value: join(
        file.transfers.map(({ from, until, route, method, departure, entry }) =>
          join([`${day(from)} – ${day(until)}`, route.join(" – "), method, departure, entry], " · "),
        ),
      ),
    },
    {
      step: "parties",
      value: join(
        file.parties.map(({ role, properties }) =>
          join(
            [
              t(`apply.party.role.${role}`),
              (properties.name ?? []).join(", "),
              ...(properties.country ?? []).map((code) => sayCountry(language, code)),
            ],
            " · ",
          ),
        ),
      ),
    },
    {
      step: "payments",
      value: file.noPayments
        ? t("apply.payments.none")
        : join(
            file.payments.map(({ amount, payer, payee, banks }) =>
              join(
                [
                  amount === null ? null : sayMoney(language, amount),
                  `${payer} → ${payee}`,
                  banks.join(", "),
                ],
                " · ",
              ),
            ),
          ),
    },
    {
      step: "period",
      value: join([
        file.from === null && file.until === null ? null : `${day(file.from)} – ${day(file.until)}`,
        file.periodReason,
        file.notifiedStateOn === null ? null : sayDay(language, file.notifiedStateOn),
      ]),
    },
    { step: "safeguards", value: join([file.antiDiversion]) },
    { step: "papers", value: <Papers application={application} /> },
  ];
}
