import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { OtherWays } from "./other-ways.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** The dialog in which somebody whose session has ended signs in again. */
export function SignInDialog({
  email,
  onEntered,
  onClose,
}: {
  readonly email: string | null;
  readonly onEntered: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Modal opened onClose={onClose} title={t("signin.ended")} closeButtonProps={{ "aria-label": t("close") }}>
      <p>{t("signin.ended.kept")}</p>
      <SignInForm email={email} onEntered={onEntered} />
      <OtherWays next={`${location.pathname}${location.search}`} onEntered={onEntered} />
    </Modal>
  );
}
