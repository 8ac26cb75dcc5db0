import { Alert, Button, Skeleton } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { Problem } from "../api/problem.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./stateful.module.css";

/** Nothing is drawn before this: what comes at once should not flicker. */
const QUIET_MS = 300;

/** Still blocks in place of what is on its way. */
export function Loading({ rows = 3 }: { readonly rows?: number }): ReactNode {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div role="status" className={style.loading}>
      <span className="visually-hidden">{t("state.loading")}</span>
      <Skeleton height={48 * rows - 8} animate={false} radius={4} />
    </div>
  );
}

/** What this is, and one next step. */
export function EmptyState({
  title,
  next,
  action,
}: {
  readonly title: string;
  readonly next: string;
  readonly action?: ReactNode;
}): ReactNode {
  return (
    <div className={style.empty}>
      <h2>{title}</h2>
      <p>{next}</p>
      {action}
    </div>
  );
}

/** What failed, what is safe, the code to tell, and a way to try again. */
export function Failed({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Alert role="alert" color="red" variant="outline" title={t("state.error")} className={style.failed ?? ""}>
      <p>{problem.detail}</p>
      {problem.todo === null ? null : <p>{problem.todo}</p>}
      <p className={style.safe}>
        {t("state.error.safe")} ({problem.code})
      </p>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {t("state.retry")}
        </Button>
      )}
    </Alert>
  );
}
