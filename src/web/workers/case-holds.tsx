import { Button, Modal, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayMoney } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { type Hold, useCaseWork, useMay, type WorkerCase } from "./case-data.ts";

const ENDINGS = ["released", "blocked", "returned"] as const;
type Ending = (typeof ENDINGS)[number];
/** An amount as people write it. */
const AMOUNT = /^(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Payouts of the case's accounts that wait, or did: held, and what became of the money. */
export function CaseHolds({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t, language } = useLanguage();
  const [ends, setEnds] = useState<Hold | null>(null);
  const end = useEnd(one);
  const mayEnd = useMay("workers.decide");
  const mayHold = useMay("workers.write");
  return (
    <Panel title={t("case.holds")}>
      <p className={form.note}>{t("case.holds.lead")}</p>
      {one.holds.length === 0 ? (
        <p>{t("case.holds.none")}</p>
      ) : (
        <PlainTable
          caption={t("case.holds")}
          rows={one.holds}
          keyOf={({ id }) => id}
          isDone={({ ending }) => ending !== null}
          columns={[
            {
              key: "reference",
              title: t("case.hold.reference"),
              heads: true,
              cell: ({ reference, checkId, account }) => (
                <>
                  {checkId === null ? (
                    reference
                  ) : (
                    <Link to="/checks/$id" params={{ id: checkId }}>
                      {reference}
                    </Link>
                  )}
                  <small>{account}</small>
                </>
              ),
            },
            {
              key: "amount",
              title: t("case.hold.amount"),
              number: true,
              cell: ({ amount }) => (amount === null ? "–" : sayMoney(language, amount)),
            },
            {
              key: "since",
              title: t("case.hold.since"),
              cell: ({ heldAt, heldBy }) => (
                <>
                  {sayInstant(language, heldAt)}
                  <small>{sayTitle(language, heldBy.name)}</small>
                </>
              ),
            },
            {
              key: "state",
              title: t("case.hold.state"),
              cell: ({ ending, endedReason }) => (
                <>
                  {ending === null ? t("case.hold.held") : t(`case.ended.${ending}`)}
                  {endedReason === null ? null : <small>{endedReason}</small>}
                </>
              ),
            },
            {
              key: "act",
              title: t("case.hold.end"),
              acts: true,
              cell: (hold) =>
                hold.ending !== null || !mayEnd ? null : (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={`${t("case.hold.end")}: ${hold.reference}`}
                    onClick={() => setEnds(hold)}
                  >
                    {t("case.hold.end")}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {mayHold ? <HoldForm one={one} /> : null}
      <Modal
        opened={ends !== null}
        onClose={() => setEnds(null)}
        title={`${t("case.hold.end")}: ${ends?.reference ?? ""}`}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {ends === null ? null : (
          <EndForm
            refused={end.isError && end.variables.hold.id === ends.id ? end : null}
            onEnd={(asked) => {
              setEnds(null);
              end.mutate({ hold: ends, ...asked }, { onError: () => setEnds(ends) });
            }}
          />
        )}
      </Modal>
    </Panel>
  );
}

type Ended = { readonly ending: Ending; readonly reason: string };

/** Ends a hold: it is shown as ended at once, and as held again where the service refuses. */
function useEnd(one: WorkerCase) {
  return useCaseWork(
    one.id,
    ({ hold, ending, reason }: Ended & { readonly hold: Hold }) =>
      answerOf(
        api.POST("/api/v1/workers/holds/{id}/end", {
          params: { path: { id: hold.id } },
          body: { ending, reason },
        }),
      ),
    (held, { hold, ending, reason }) => ({
      ...held,
      holds: held.holds.map((other) =>
        other.id === hold.id ? { ...other, ending, endedReason: reason } : other,
      ),
    }),
  );
}

function EndForm({
  refused,
  onEnd,
}: {
  /** The end that the service has just refused, with what was typed for it. */
  readonly refused: { readonly error: Error; readonly variables: Ended } | null;
  readonly onEnd: (asked: Ended) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const ending = ENDINGS.find((name) => name === data.get("ending")) ?? "released";
    const reason = String(data.get("reason") ?? "").trim();
    setProblems(reason === "" ? [{ field: "end-reason", words: t("case.error.reason") }] : []);
    if (reason !== "") onEnd({ ending, reason });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      {refused === null ? null : <Failed problem={problemIn(refused.error)} />}
      <NativeSelect
        name="ending"
        defaultValue={refused?.variables.ending ?? "released"}
        label={t("case.hold.state")}
        data={ENDINGS.map((value) => ({ value, label: t(`case.ending.${value}`) }))}
      />
      <Textarea
        id="end-reason"
        name="reason"
        label={t("case.reason")}
        defaultValue={refused?.variables.reason ?? ""}
        autosize
        minRows={2}
        maxLength={4_000}
        error={problems[0]?.words}
      />
      <Button type="submit">{t("case.hold.end")}</Button>
    </form>
  );
}

function HoldForm({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const [opened, setOpened] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const hold = useCaseWork(
    one.id,
    async (body: { account: string; reference: string; amount: Hold["amount"]; reason: string }) => {
      await answerOf(api.POST("/api/v1/workers/holds", { body }));
      setOpened(false);
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? "").trim();
    const [reference, amount, reason] = [text("reference"), text("amount"), text("reason")];
    const read = AMOUNT.exec(amount);
    const wrong = [
      ...(reference === "" ? [{ field: "hold-reference", words: t("case.hold.error.reference") }] : []),
      ...(amount === "" || read !== null
        ? []
        : [{ field: "hold-amount", words: t("case.hold.error.amount") }]),
      ...(reason === "" ? [{ field: "hold-reason", words: t("case.error.reason") }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const [, whole = "0", part = ""] = read ?? [];
    hold.mutate({
      account: text("account"),
      reference,
      reason,
      amount:
        read === null
          ? null
          : {
              amount: `${whole}${part}`.replace(/^0+(?=\d)/, ""),
              scale: part.length,
              currency: text("currency").toUpperCase(),
            },
    });
  };
  const wordsOf = (field: string): string | undefined => problems.find((one) => one.field === field)?.words;
  if (!opened)
    return (
      <div className={form.acts}>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t("case.hold.add")}
        </Button>
      </div>
    );
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} />
      {hold.isError ? <Failed problem={problemIn(hold.error)} /> : null}
      <NativeSelect name="account" label={t("case.ask.account")} data={[...one.accounts]} />
      <TextInput
        id="hold-reference"
        name="reference"
        label={t("case.hold.add.reference")}
        maxLength={200}
        error={wordsOf("hold-reference")}
      />
      <div className={form.row}>
        <TextInput
          id="hold-amount"
          name="amount"
          label={t("case.hold.add.amount")}
          inputMode="decimal"
          maxLength={22}
          error={wordsOf("hold-amount")}
        />
        <TextInput name="currency" label={t("case.hold.add.currency")} defaultValue="USD" maxLength={3} />
      </div>
      <Textarea
        id="hold-reason"
        name="reason"
        label={t("case.reason")}
        autosize
        minRows={2}
        maxLength={4_000}
        error={wordsOf("hold-reason")}
      />
      <div className={form.acts}>
        <Button type="submit" loading={hold.isPending}>
          {t("case.hold.add.save")}
        </Button>
      </div>
    </form>
  );
}
