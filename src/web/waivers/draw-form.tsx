import { Button, Radio, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { ErrorSummary, type FieldProblem } from "../components/error-summary.tsx";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { type Quantity, readExact, sayQuantity, sayUnit } from "./exact.ts";
import type { Waiver } from "./shapes.ts";

/** What one shipment takes: reserved for as long as it is on its way, or drawn at once. */
export function DrawForm({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [kind, setKind] = useState<"reserve" | "draw">("reserve");
  const [reference, setReference] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  // The same press sent twice is done once: the key goes with what was filled in, until it has succeeded.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const take = useMutation({
    mutationFn: (lines: { line: string; quantity: Quantity }[]) =>
      answerOf(
        api.POST("/api/v1/waivers/{id}/ledger", {
          params: { path: { id: waiver.id }, header: { "idempotency-key": key } },
          body: {
            kind,
            reference: reference.trim(),
            lines,
            ...(waiver.terms.route === null ? {} : { route: [...waiver.terms.route] }),
            ...(waiver.terms.parties === null ? {} : { parties: [...waiver.terms.parties] }),
          } as never,
        }),
      ),
    onSuccess: async () => {
      setTyped({});
      setKey(crypto.randomUUID());
      await queries.invalidateQueries({ queryKey: ["waiver", waiver.id] });
    },
    onError: () => setKey(crypto.randomUUID()),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong: FieldProblem[] =
      reference.trim() === "" ? [{ field: "draw-reference", words: t("waivers.draw.error.reference") }] : [];
    const lines = waiver.lines.flatMap(({ line, allowed: { unit } }) => {
      const text = (typed[line] ?? "").trim();
      if (text === "") return [];
      const exact = readExact(text);
      if (exact !== null) return [{ line, quantity: { ...exact, unit } }];
      wrong.push({ field: `draw-${line}`, words: t("apply.exact.error") });
      return [];
    });
    if (lines.length === 0 && wrong.length === 0)
      wrong.push({ field: `draw-${waiver.lines[0]?.line ?? ""}`, words: t("waivers.draw.error.lines") });
    setProblems(wrong);
    if (wrong.length === 0) take.mutate(lines);
  };
  const errorAt = (field: string): string | null =>
    problems.find((one) => one.field === field)?.words ?? null;
  return (
    <Panel title={t("waivers.draw")}>
      <p className={form.note}>{t("waivers.draw.lead")}</p>
      <form onSubmit={submit} noValidate className={form.rows}>
        <ErrorSummary problems={problems} />
        <TextInput
          id="draw-reference"
          label={t("waivers.shipment")}
          description={t("waivers.shipment.hint")}
          value={reference}
          maxLength={200}
          error={errorAt("draw-reference")}
          onChange={({ currentTarget: { value } }) => setReference(value)}
        />
        <div className={form.columns}>
          {waiver.lines.map(({ line, item, left, allowed }) => (
            <TextInput
              key={line}
              id={`draw-${line}`}
              label={`${line}. ${item} (${sayUnit(language, allowed.unit)})`}
              description={t("waivers.remain", { left: sayQuantity(language, left) })}
              inputMode="decimal"
              value={typed[line] ?? ""}
              maxLength={40}
              error={errorAt(`draw-${line}`)}
              onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [line]: value })}
            />
          ))}
        </div>
        <Radio.Group
          label={t("waivers.draw.how")}
          value={kind}
          onChange={(value) => setKind(value === "draw" ? "draw" : "reserve")}
        >
          <div className={form.choices} style={{ marginTop: 8 }}>
            <Radio value="reserve" label={t("waivers.draw.reserve")} />
            <Radio value="draw" label={t("waivers.draw.draw")} />
          </div>
        </Radio.Group>
        {take.isError ? <Failed problem={problemIn(take.error)} /> : null}
        {take.isSuccess ? (
          <p role="status" className={form.good}>
            {t("waivers.draw.done", { sequence: String(take.data.parts[0]?.sequence ?? "") })}
          </p>
        ) : null}
        <div className={form.acts}>
          <Button type="submit" loading={take.isPending}>
            {t(kind === "reserve" ? "waivers.draw.do.reserve" : "waivers.draw.do.draw")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
