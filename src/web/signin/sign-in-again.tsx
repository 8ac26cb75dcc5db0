import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { SESSION_ENDED } from "../api/client.ts";
import { useSession } from "../api/session.ts";

// Fetched when a session has ended, and not before.
const SignInDialog = lazy(async () => ({ default: (await import("./sign-in-dialog.tsx")).SignInDialog }));

/** Asks for the password again where the session has ended, over the page that stays as it is: nothing typed is lost. */
export function SignInAgain(): ReactNode {
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
  if (session === null || session === undefined || !ended) return null;
  return (
    <Suspense>
      <SignInDialog email={session.email} onEntered={enter} onClose={() => setEnded(false)} />
    </Suspense>
  );
}
