import { NativeSelect } from "@mantine/core";
import { type ReactNode, useState } from "react";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayCountry, sayNumber } from "../words/saying.ts";
import type { AccountFacts, WorkerCase } from "./case-data.ts";
import { localHours, sayZone, sumHours, workShare, ZONES } from "./hours.ts";
import style from "./hours-map.module.css";

/** Shades between nothing and the busiest hour. */
const SHADES = 5;

/** When accounts were in, as the clocks of each zone show it: a picture to look at and a table to read, in one. */
export function HoursMap({ one }: { readonly one: WorkerCase }): ReactNode {
  const { t } = useLanguage();
  const [account, setAccount] = useState("");
  const chosen = one.facts.filter((facts) => account === "" || facts.account === account);
  const utc = sumHours(chosen.map(({ hours }) => hours));
  return (
    <>
      <Panel title={t("hours.title")}>
        <p className={form.note}>{t("hours.lead")}</p>
        <NativeSelect
          className={style.account ?? ""}
          label={t("case.events.account")}
          value={account}
          onChange={({ currentTarget: { value } }) => setAccount(value)}
          data={[
            { value: "", label: t("case.events.all") },
            ...one.facts.map((facts) => ({ value: facts.account, label: facts.account })),
          ]}
        />
        {utc.every((count) => count === 0) ? (
          <p>{t("hours.none")}</p>
        ) : (
          <>
            <Zones utc={utc} claimed={claimedOf(chosen)} />
            <p className={form.note}>{t("hours.fixed")}</p>
          </>
        )}
      </Panel>
      <Places facts={chosen} />
    </>
  );
}

/** Zones that the accounts claim to be in, in whole hours. */
function claimedOf(facts: readonly AccountFacts[]): ReadonlySet<number> {
  return new Set(
    facts.flatMap(({ utcOffsetMinutes }) =>
      utcOffsetMinutes === null ? [] : [Math.floor(utcOffsetMinutes / 60)],
    ),
  );
}

function Zones({
  utc,
  claimed,
}: {
  readonly utc: readonly number[];
  readonly claimed: ReadonlySet<number>;
}): ReactNode {
  const { t } = useLanguage();
  const most = Math.max(1, ...utc);
  const zones = [...new Set([...ZONES, ...claimed])].toSorted((a, b) => a - b);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys.
    <section className={style.scroll} data-scrolls tabIndex={0} aria-label={t("hours.zone")}>
      <table className={style.map}>
        <caption className="visually-hidden">{t("hours.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("hours.zone")}</th>
            {utc.map((_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its own place.
              <th key={hour} scope="col" className={style.hour}>
                {hour}
              </th>
            ))}
            <th scope="col" className={style.share}>
              <span aria-hidden>{t("hours.work")}</span>
              <span className="visually-hidden">{t("hours.work.lead")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <Zone key={zone} zone={zone} utc={utc} most={most} isClaimed={claimed.has(zone)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Zone({
  zone,
  utc,
  most,
  isClaimed,
}: {
  readonly zone: number;
  readonly utc: readonly number[];
  readonly most: number;
  readonly isClaimed: boolean;
}): ReactNode {
  const { t, has, language } = useLanguage();
  const local = localHours(utc, zone);
  const share = workShare(local);
  const key = `zone.${zone}`;
  return (
    <tr data-claimed={isClaimed}>
      <th scope="row">
        {sayZone(zone)} <span className={style.city}>{has(key) ? t(key) : ""}</span>
        {isClaimed ? <strong className={style.claimed}> {t("hours.claimed")}</strong> : null}
      </th>
      {local.map((count, hour) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its own place.
          key={hour}
          data-shade={count === 0 ? 0 : Math.ceil((SHADES * count) / most)}
          data-edge={hour === 8 || hour === 20}
        >
          {count === 0 ? <span className="visually-hidden">0</span> : sayNumber(language, count)}
        </td>
      ))}
      <td className={style.share}>
        {share === null ? "–" : t("hours.percent", { percent: (100 * share).toFixed(0) })}
      </td>
    </tr>
  );
}

function Places({ facts }: { readonly facts: readonly AccountFacts[] }): ReactNode {
  const { t, language } = useLanguage();
  const sums = new Map<
    string,
    { readonly country: string | null; readonly place: string | null; days: number }
  >();
  for (const { country, place, days } of facts.flatMap(({ places }) => places)) {
    const key = `${country} ${place}`;
    const sum = sums.get(key) ?? { country, place, days: 0 };
    sum.days += days;
    sums.set(key, sum);
  }
  if (sums.size === 0) return null;
  return (
    <Panel title={t("hours.places")}>
      <PlainTable
        caption={t("hours.places")}
        rows={[...sums.values()].toSorted((a, b) => b.days - a.days)}
        keyOf={({ country, place }) => `${country} ${place}`}
        columns={[
          {
            key: "place",
            title: t("hours.place"),
            heads: true,
            cell: ({ country, place }) =>
              [place, country === null ? null : sayCountry(language, country)]
                .filter((part) => part !== null)
                .join(", ") || "–",
          },
          {
            key: "days",
            title: t("hours.days"),
            number: true,
            cell: ({ days }) => sayNumber(language, days),
          },
        ]}
      />
    </Panel>
  );
}
