import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import type { AnnexLine } from "./goods-question.tsx";
import { CountryField, DayField, ExactField, MoneyField, TextField } from "./text-field.tsx";

/** Everything of one line of the annex. */
export function LineForm({
  line,
  onLine,
  onClose,
  onRemove,
}: {
  readonly line: AnnexLine;
  readonly onLine: (part: Partial<AnnexLine>) => void;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const text = (
    name: "item" | "maker" | "specification" | "supplier",
    label: string,
    rows?: number,
  ): ReactNode => (
    <TextField
      id={`line-${name}`}
      label={label}
      value={line[name]}
      {...(rows === undefined ? {} : { rows, max: 20_000 })}
      onText={(value) => onLine({ [name]: value })}
    />
  );
  const { quantity } = line;
  return (
    <fieldset ref={box} className={style.group}>
      <legend>{t("apply.line", { line: line.line })}</legend>
      {text("item", t("apply.line.item"))}
      <TextField
        id="line-hs"
        label={t("apply.line.hs")}
        hint={t("apply.line.hs.hint")}
        value={line.hs ?? ""}
        max={20}
        onText={(hs) => onLine({ hs: hs.trim() === "" ? null : hs.trim() })}
      />
      <ExactField
        id="line-quantity"
        label={t("may.quantity")}
        wrong={t("apply.exact.error")}
        value={quantity}
        onExact={(exact) =>
          onLine({ quantity: exact === null ? null : { ...exact, unit: quantity?.unit ?? "piece" } })
        }
      />
      <TextField
        id="line-unit"
        label={t("apply.line.unit")}
        hint={t("apply.line.unit.hint")}
        value={quantity?.unit ?? ""}
        max={40}
        onText={(unit) =>
          onLine({
            quantity: { ...(quantity ?? { amount: "0", scale: 0 }), unit: unit === "" ? "piece" : unit },
          })
        }
      />
      <MoneyField
        id="line-value"
        label={t("apply.line.value")}
        hint={t("apply.money.hint")}
        wrong={t("apply.money.error")}
        value={line.unitValue}
        onMoney={(unitValue) => onLine({ unitValue })}
      />
      <CountryField
        id="line-origin"
        label={t("apply.line.origin")}
        hint={t("may.country.hint")}
        value={line.origin}
        onCountry={(origin) => onLine({ origin })}
      />
      {text("maker", t("apply.line.maker"))}
      {text("specification", t("apply.line.specification"), 2)}
      {text("supplier", t("apply.line.supplier"))}
      <ExactField
        id="line-shipment"
        label={t("apply.line.shipment")}
        wrong={t("apply.exact.error")}
        value={line.shipment === null ? null : { amount: String(line.shipment), scale: 0 }}
        onExact={(exact) => {
          const number = exact === null || exact.scale > 0 ? 0 : Number(exact.amount);
          onLine({ shipment: number >= 1 && number <= 50 ? number : null });
        }}
      />
      <DayField
        id="line-shipOn"
        label={t("apply.line.on")}
        value={line.shipOn}
        onDay={(shipOn) => onLine({ shipOn })}
      />
      <TextField
        id="line-control"
        label={t("apply.line.control")}
        hint={t("apply.line.control.hint")}
        value={line.controlNumber ?? ""}
        max={40}
        onText={(controlNumber) => onLine({ controlNumber })}
      />
      <div className={style.acts}>
        <Button onClick={onClose}>{t("apply.line.done")}</Button>
        <Button variant="default" onClick={onRemove}>
          {t("apply.remove")}
        </Button>
      </div>
    </fieldset>
  );
}
