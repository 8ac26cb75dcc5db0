import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Finding } from "../api/shapes.ts";
import { AskedFacts } from "../checks/asked-facts.tsx";
import { ChangesPart, MissingPart, UnseenPart } from "../checks/verdict-parts.tsx";
import { AsOfBar } from "../components/as-of-picker.tsx";
import { FindingList } from "../components/finding-list.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { AnswerHead } from "./answer-head.tsx";
import style from "./ask-page.module.css";
import { askedOfShipment, previewOf } from "./asked-transaction.ts";
import type { BroughtWaiver } from "./checking.ts";
import type { AskedShipment } from "./shipment-sentence.ts";

/** May these goods go? The verdict on goods with a code and a way, of which nothing is kept until somebody keeps it. */
export function ShipmentAnswer({
  text,
  shipment,
  at,
  waivers,
  onAt,
}: {
  readonly text: string;
  readonly shipment: AskedShipment;
  readonly at: string | undefined;
  readonly waivers: readonly BroughtWaiver[];
  readonly onAt: (at: string | undefined) => void;
}): ReactNode {
  const { t } = useLanguage();
  const asked = askedOfShipment(text, { shipment, at, waivers });
  const preview = useQuery({ queryKey: ["preview", asked], queryFn: () => previewOf(asked) });
  return (
    <>
      <AsOfBar day={at} onBack={() => onAt(undefined)} />
      <Stateful query={preview} rows={5}>
        {({ verdict }) => {
          const findings = verdict.findings as readonly Finding[];
          return (
            <>
              <AnswerHead asked={asked} verdict={verdict} />
              <div className={style.columns}>
                <div>
                  <FindingList findings={findings} />
                  <MissingPart findings={findings} transaction={asked.transaction} />
                  <ChangesPart sentences={verdict.wouldChange} />
                  <UnseenPart reservations={verdict.reservations} />
                </div>
                <aside aria-label={t("check.what")} className={style.section}>
                  <Panel title={t("ask.read")}>
                    <AskedFacts transaction={asked.transaction} />
                    <p className={style.muted}>{t("ask.read.alone")}</p>
                    <p>
                      <Link to="/goods" search={{ q: shipment.hs, at }}>
                        {t("ask.read.code", { code: shipment.hs })}
                      </Link>
                    </p>
                  </Panel>
                </aside>
              </div>
            </>
          );
        }}
      </Stateful>
    </>
  );
}
