import { Link, useParams } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { useSession } from "../api/session.ts";
import type { Session } from "../api/shapes.ts";
import { PageHead } from "../components/page-head.tsx";
import { EmptyState, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { KeysPart } from "./keys-part.tsx";
import { OrganizationPart } from "./organization-part.tsx";
import { OwnPart } from "./own-part.tsx";
import { type PartName, partsFor } from "./parts.ts";
import { PeoplePart } from "./people-part.tsx";
import { PolicyPart } from "./policy-part.tsx";
import { RetentionPart } from "./retention-part.tsx";
import style from "./settings-page.module.css";
import { SignInPart } from "./sign-in-part.tsx";
import { WebhooksPart } from "./webhooks-part.tsx";

const SHOWN: Readonly<Record<PartName, ComponentType<{ readonly session: Session }>>> = {
  own: OwnPart,
  organization: OrganizationPart,
  people: PeoplePart,
  keys: KeysPart,
  webhooks: WebhooksPart,
  policy: PolicyPart,
  "sign-in": SignInPart,
  retention: RetentionPart,
};

/** One's own page and what an organisation decides about itself, as far as the role opens it. */
export function SettingsPage(): ReactNode {
  const { t } = useLanguage();
  const { part: asked } = useParams({ strict: false });
  const session = useSession();
  if (session === undefined) return <Loading rows={8} />;
  if (session === null)
    return (
      <EmptyState
        title={t("state.signin")}
        next=""
        action={
          <Link to="/sign-in" search={{ next: "/settings" }}>
            {t("signin.title")}
          </Link>
        }
      />
    );
  const parts = partsFor(session);
  const part = parts.find((one) => one === (asked ?? "own"));
  const Part = part === undefined ? null : SHOWN[part];
  return (
    <>
      <PageHead
        title={part === undefined ? t("settings.title") : t(`settings.part.${part}`)}
        above={t("settings.title")}
      />
      <div className={style.columns}>
        <nav className={style.parts} aria-label={t("settings.title")}>
          {parts.map((one) => (
            <Link
              key={one}
              to="/settings/$part"
              params={{ part: one }}
              aria-current={one === part ? "page" : undefined}
            >
              {t(`settings.part.${one}`)}
            </Link>
          ))}
        </nav>
        <div className={style.part}>
          {Part === null ? (
            <EmptyState title={t("state.forbidden")} next={t("state.forbidden.next")} />
          ) : (
            <Part session={session} />
          )}
        </div>
      </div>
    </>
  );
}
