import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Panel } from "../components/panel.tsx";
import { QrPicture } from "../settings/qr-picture.tsx";
import { useLanguage } from "../words/language.tsx";
import type { Waiver } from "./shapes.ts";
import style from "./waivers.module.css";

const FORMATS = ["pdf", "json", "vc"] as const;

/** The letter as a document, and where anybody who holds it verifies it. */
export function LetterPanel({ waiver }: { readonly waiver: Waiver }): ReactNode {
  const { t, language } = useLanguage();
  const { letter, id } = waiver;
  if (letter === null)
    return (
      <Panel title={t("waivers.letter")}>
        <p className={style.muted}>{t("waivers.letter.none")}</p>
      </Panel>
    );
  return (
    <Panel title={t("waivers.letter")}>
      <div className={style.qr}>
        <QrPicture text={`${location.origin}/verify/${letter}`} label={t("waivers.letter.qr")} />
        <ul className={style.sentences}>
          {FORMATS.map((format) => (
            <li key={format}>
              <a href={`/api/v1/waivers/${id}/letter?format=${format}&language=${language}`} download>
                {t(`waivers.letter.${format}`)}
              </a>
            </li>
          ))}
          <li>
            <Link to="/verify/$letter" params={{ letter }}>
              {t("waivers.letter.verify")}
            </Link>
          </li>
        </ul>
      </div>
    </Panel>
  );
}
