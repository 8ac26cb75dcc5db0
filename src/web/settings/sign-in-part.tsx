import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import style from "./sign-in-part.module.css";

/** The settings of the service that name an identity provider (docs/running.md). */
const PROVIDER_SETTINGS = ["SLUICE_OIDC_URL", "SLUICE_OIDC_CLIENT_ID", "SLUICE_OIDC_CLIENT_SECRET"] as const;

/** How one signs in here, and what whoever runs the service does to add the company's identity provider. */
export function SignInPart(): ReactNode {
  const { t } = useLanguage();
  const ways = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: () => answerOf(api.GET("/api/v1/sign-in-ways")),
  });
  return (
    <Stateful query={ways} rows={4}>
      {({ identityProvider }) => (
        <>
          <Panel title={t("signin.ways")}>
            <ul className={style.list}>
              <li>{t("signin.way.password")}</li>
              <li>{t("signin.way.passkey")}</li>
              {identityProvider === null ? null : (
                <li>{t("signin.way.provider", { name: identityProvider.name })}</li>
              )}
            </ul>
          </Panel>
          <Panel title={t("signin.provider")}>
            <p className={form.note}>
              {t(identityProvider === null ? "signin.provider.off" : "signin.provider.on")}
            </p>
            {identityProvider === null ? (
              <ul className={style.list}>
                {PROVIDER_SETTINGS.map((name) => (
                  <li key={name}>
                    <code>{name}</code>
                  </li>
                ))}
              </ul>
            ) : null}
            <p>
              {t("signin.provider.redirect")}
              <code className={style.address}>{`${location.origin}/api/auth/callback/company`}</code>
            </p>
          </Panel>
          <Panel title={t("signin.rules")}>
            <ul className={style.list}>
              <li>{t("signin.rule.invited")}</li>
              <li>{t("signin.rule.session")}</li>
              <li>{t("signin.rule.guess")}</li>
            </ul>
          </Panel>
        </>
      )}
    </Stateful>
  );
}
