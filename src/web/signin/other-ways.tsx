import { Button } from "@mantine/core";
import { IconBuilding, IconFingerprint } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api, askSignIn, signInCall } from "../api/client.ts";
import { ProblemError, problemIn, problemOf } from "../api/problem.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./sign-in-page.module.css";

/** Asks the browser for a passkey and brings it to the service. Throws `ProblemError`, or what the browser says. */
async function enterByPasskey(): Promise<void> {
  const { response, value } = await askSignIn("/passkey/generate-authenticate-options");
  if (!response.ok) throw new ProblemError(problemOf(response.status, value));
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    value as PublicKeyCredentialRequestOptionsJSON,
  );
  const shown = await navigator.credentials.get({ publicKey });
  if (!(shown instanceof PublicKeyCredential))
    throw new DOMException("no passkey was shown", "NotAllowedError");
  await signInCall("/passkey/verify-authentication", { response: shown.toJSON() });
}

/** Goes to the company's identity provider, which leads back to the page that was wanted. */
async function goToProvider(provider: string, next: string): Promise<void> {
  const { url } = await signInCall<{ readonly url?: string }>("/sign-in/social", {
    provider,
    callbackURL: next,
    errorCallbackURL: "/sign-in",
  });
  if (url !== undefined) location.assign(url);
}

/** The ways in beside the password: a passkey, and the company's own identity provider where there is one. */
export function OtherWays({
  next,
  onEntered,
}: {
  /** Where the identity provider leads back to. */
  readonly next: string;
  readonly onEntered: () => Promise<void>;
}): ReactNode {
  const { t } = useLanguage();
  const ways = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: () => answerOf(api.GET("/api/v1/sign-in-ways")),
  });
  const passkey = useMutation({ mutationFn: enterByPasskey, onSuccess: onEntered });
  const company = useMutation({ mutationFn: (provider: string) => goToProvider(provider, next) });
  const provider = ways.data?.identityProvider ?? null;
  const hasPasskeys = "PublicKeyCredential" in window;
  const error = passkey.error ?? company.error;
  if (!hasPasskeys && provider === null) return null;
  return (
    <div className={style.ways}>
      <p className={style.or}>{t("signin.or")}</p>
      {provider === null ? null : (
        <Button
          variant="default"
          leftSection={<IconBuilding size={20} aria-hidden />}
          loading={company.isPending}
          onClick={() => company.mutate(provider.id)}
        >
          {t("signin.by.provider", { name: provider.name })}
        </Button>
      )}
      {hasPasskeys ? (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={passkey.isPending}
          onClick={() => passkey.mutate()}
        >
          {t("signin.by.passkey")}
        </Button>
      ) : null}
      {error === null ? null : (
        <p role="alert" className={style.problem}>
          {problemIn(error).status === 0
            ? t("state.offline")
            : passkey.error === null
              ? problemIn(error).detail
              : t("signin.by.passkey.failed")}
        </p>
      )}
    </div>
  );
}
