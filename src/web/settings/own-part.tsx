import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import type { Session } from "../api/shapes.ts";
import { FactList } from "../components/fact-list.tsx";
import form from "../components/form-grid.module.css";
import { Name } from "../components/name-with-scripts.tsx";
import { Panel } from "../components/panel.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";
import { LetterKeysPanel } from "./letter-keys-panel.tsx";
import { PasskeysPanel } from "./passkeys-panel.tsx";
import { PasswordPanel } from "./password-panel.tsx";
import { SecondFactorPanel } from "./second-factor-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";

const SCHEMES = ["auto", "light", "dark"] as const;

/** What is a person's own: how the app looks and speaks to them, and how they get in. */
export function OwnPart({ session }: { readonly session: Session }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Panel title={t("own.who")}>
        <FactList
          facts={[
            { name: t("settings.name"), value: <Name name={session.name} /> },
            { name: t("settings.email"), value: session.email ?? "–" },
            {
              name: t("own.organization"),
              value: <Name name={sayTitle(language, session.organization.name)} />,
            },
            { name: t("settings.role"), value: session.role === null ? "–" : t(`role.${session.role}`) },
          ]}
        />
      </Panel>
      <Panel title={t("own.title")}>
        <div className={form.form}>
          <fieldset className={form.choices}>
            <legend>{t("own.language")}</legend>
            <SegmentedControl
              value={language}
              aria-label={t("own.language")}
              onChange={(chosen) => setLanguage(chosen === "ko" ? "ko" : "en")}
              data={[
                { value: "en", label: <span lang="en">English</span> },
                { value: "ko", label: <span lang="ko">한국어</span> },
              ]}
            />
          </fieldset>
          <fieldset className={form.choices}>
            <legend>{t("top.appearance")}</legend>
            <SegmentedControl
              value={colorScheme}
              aria-label={t("top.appearance")}
              onChange={(chosen) => setColorScheme(SCHEMES.find((one) => one === chosen) ?? "auto")}
              data={SCHEMES.map((value) => ({ value, label: t(`top.appearance.${value}`) }))}
            />
          </fieldset>
        </div>
      </Panel>
      <LetterKeysPanel />
      <PasswordPanel />
      <SecondFactorPanel isOn={session.secondFactor === true} />
      <PasskeysPanel />
      <SessionsPanel />
    </>
  );
}
