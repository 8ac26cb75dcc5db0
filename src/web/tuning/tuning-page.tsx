import { NumberInput, SegmentedControl, Slider } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { type Curve, CurveChart, CurveLegend } from "../charts/curve-chart.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import { BetweenPairs } from "./between-pairs.tsx";
import { Distribution } from "./distribution.tsx";
import { measuredAt, outlookAt, type Tuning } from "./outlook.ts";
import { ProposeThreshold } from "./propose-threshold.tsx";
import style from "./tuning-page.module.css";

const MINUTES_USUAL = 5;

/** The threshold over the organisation's own subjects and the published curve: hits, hours, and what is missed. */
export function TuningPage(): ReactNode {
  const { t } = useLanguage();
  const tuning = useQuery({ queryKey: ["tuning"], queryFn: () => answerOf(api.GET("/api/v1/tuning")) });
  return (
    <>
      <PageHead title={t("tuning.title")} lead={t("tuning.lead")} />
      <Stateful query={tuning} rows={8}>
        {(held) => <Tuned tuning={held} />}
      </Stateful>
    </>
  );
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

function Tuned({ tuning }: { readonly tuning: Tuning }): ReactNode {
  const { t } = useLanguage();
  const search = useSearch({ from: "/tuning" });
  const navigate = useNavigate({ from: "/tuning" });
  const session = useSession();
  const asked = Number(search.threshold ?? Number.NaN);
  const given = asked >= tuning.thresholdMin && asked <= 1 ? hundredth(asked) : tuning.threshold;
  // The slider answers at once; the address follows when it rests.
  const [threshold, setThreshold] = useState(given);
  const minutes = Math.min(600, Math.max(0, Number(search.minutes ?? MINUTES_USUAL)));
  const keep = (change: {
    readonly threshold?: number;
    readonly minutes?: number;
    readonly curve?: string;
  }): void => {
    const texts = Object.entries(change).map(([key, value]) => [key, String(value)]);
    void navigate({ search: { ...search, ...Object.fromEntries(texts) }, replace: true });
  };
  return (
    <>
      <Panel title={t("tuning.threshold")} aside={t("tuning.now", { threshold: String(tuning.threshold) })}>
        <div className={style.controls}>
          <div className={style.slider} data-scrolls>
            <Slider
              value={threshold}
              min={tuning.thresholdMin}
              max={1}
              step={0.01}
              thumbLabel={t("tuning.threshold")}
              label={(value) => value.toFixed(2)}
              labelAlwaysOn
              marks={[{ value: tuning.threshold, label: tuning.threshold.toFixed(2) }]}
              onChange={(value) => setThreshold(hundredth(value))}
              onChangeEnd={(value) => keep({ threshold: hundredth(value) })}
            />
          </div>
          <NumberInput
            label={t("tuning.minutes")}
            value={minutes}
            min={0}
            max={600}
            allowDecimal={false}
            className={style.minutes ?? ""}
            onChange={(value) => keep({ minutes: Number(value) })}
          />
        </div>
        <Numbers tuning={tuning} threshold={threshold} minutes={minutes} />
      </Panel>
      <Distribution tuning={tuning} threshold={threshold} />
      <Measured
        tuning={tuning}
        threshold={threshold}
        isAlone={search.curve === "alone"}
        onCurve={(curve) => keep({ curve })}
      />
      {threshold === tuning.threshold ? null : (
        <>
          {session?.permissions.includes("subjects.read") === true ? (
            <BetweenPairs now={tuning.threshold} threshold={given} />
          ) : null}
          <ProposeThreshold threshold={threshold} />
        </>
      )}
    </>
  );
}

function Numbers({
  tuning,
  threshold,
  minutes,
}: {
  readonly tuning: Tuning;
  readonly threshold: number;
  readonly minutes: number;
}): ReactNode {
  const { t, language } = useLanguage();
  const now = outlookAt(tuning, tuning.threshold, minutes);
  const then = outlookAt(tuning, threshold, minutes);
  const number = (value: number) => sayNumber(language, Math.round(value * 10) / 10);
  const change = (before: number, after: number): string => {
    const difference = Math.round((after - before) * 10) / 10;
    if (difference === 0) return t("tuning.change.none");
    return t("tuning.change", { change: `${difference > 0 ? "+" : "−"}${number(Math.abs(difference))}` });
  };
  const { total, perDay, days } = tuning.subjects;
  const rows = [
    {
      key: "day",
      name: t("tuning.hits.day"),
      value: number(then.hitsPerDay),
      change: change(now.hitsPerDay, then.hitsPerDay),
      note: t("tuning.hits.day.note", { perDay: number(perDay), days: number(days) }),
    },
    {
      key: "hours",
      name: t("tuning.hours"),
      value: number(then.hoursPerDay),
      change: change(now.hoursPerDay, then.hoursPerDay),
      note: t("tuning.hours.note", { minutes: number(minutes) }),
    },
    {
      key: "all",
      name: t("tuning.hits.all"),
      value: number(then.hits),
      change: change(now.hits, then.hits),
      note: t("tuning.hits.all.note", { subjects: number(then.subjects), total: number(total) }),
    },
    {
      key: "missed",
      name: t("tuning.missed"),
      value: number(then.missed),
      change: change(now.missed, then.missed),
      note:
        then.known === 0 ? t("tuning.missed.none") : t("tuning.missed.note", { known: number(then.known) }),
    },
  ];
  return (
    <dl className={style.numbers} aria-live="polite">
      {rows.map(({ key, name, value, change: difference, note }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <span className={style.value}>{value}</span> <span className={style.change}>{difference}</span>
            <span className={style.note}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Measured({
  tuning,
  threshold,
  isAlone,
  onCurve,
}: {
  readonly tuning: Tuning;
  readonly threshold: number;
  readonly isAlone: boolean;
  readonly onCurve: (curve: string) => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const points = isAlone ? tuning.curve.nameAlone : tuning.curve.withFacts;
  const here = measuredAt(points, threshold);
  const now = measuredAt(points, tuning.threshold);
  const curves: readonly Curve[] = [
    {
      name: t("tuning.curve.persons"),
      look: "first",
      points: points.map(({ perThousand, persons }) => ({ x: perThousand, y: persons })),
    },
    {
      name: t("tuning.curve.organizations"),
      look: "second",
      points: points.map(({ perThousand, organizations }) => ({ x: perThousand, y: organizations })),
    },
  ];
  const marks = [
    ...(now === null
      ? []
      : [
          {
            x: now.perThousand,
            words: t("tuning.now", { threshold: tuning.threshold.toFixed(2) }),
            isNow: true,
          },
        ]),
    ...(here === null || threshold === tuning.threshold
      ? []
      : [{ x: here.perThousand, words: threshold.toFixed(2), isNow: false }]),
  ];
  return (
    <Panel title={t("tuning.curve")}>
      <p className={style.lead}>
        {t("tuning.curve.note", {
          positives: sayNumber(language, tuning.curve.positives),
          clean: sayNumber(language, tuning.curve.clean),
        })}
      </p>
      <SegmentedControl
        value={isAlone ? "alone" : "facts"}
        onChange={onCurve}
        aria-label={t("tuning.curve")}
        data={[
          { value: "facts", label: t("tuning.curve.facts") },
          { value: "alone", label: t("tuning.curve.alone") },
        ]}
      />
      <p className={style.says} aria-live="polite">
        {here === null
          ? t("tuning.curve.beyond", { threshold: threshold.toFixed(2) })
          : t("tuning.curve.says", {
              threshold: threshold.toFixed(2),
              persons: String(here.persons),
              organizations: String(here.organizations),
              hits: String(here.perThousandMax),
            })}
      </p>
      <CurveChart
        title={t("tuning.curve")}
        xTitle={t("tuning.curve.hits")}
        curves={curves}
        floor={isAlone ? 50 : 60}
        marks={marks}
      />
      <CurveLegend curves={curves} />
    </Panel>
  );
}
