import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { SESSION_ENDED } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks for the password again where the session has ended, over the page that stays as it is: nothing typed is lost. */
export function SignInAgain(): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const told = (): void => setEnded(true);
    window.addEventListener(SESSION_ENDED, told);
    return () => window.removeEventListener(SESSION_ENDED, told);
  }, []);
  const enter = async (): Promise<void> => {
    setEnded(false);
    await queries.invalidateQueries();
  };
  return (
    <Modal
      opened={ended && session !== null && session !== undefined}
      onClose={() => setEnded(false)}
      title={t("signin.ended")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <p>{t("signin.ended.kept")}</p>
      <SignInForm email={session?.email ?? null} onEntered={enter} />
    </Modal>
  );
}
