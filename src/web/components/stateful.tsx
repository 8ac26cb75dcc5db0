import { Alert, Button, Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type Problem, problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import style from "./stateful.module.css";

// Fetched with the first problem: most visits have none.
const ProblemWords = lazy(() => import("./problem-words.tsx"));

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
  return (
    <div role="status" className={style.loading} data-loading>
      {shown ? (
        <>
          <span className="visually-hidden">{t("state.loading")}</span>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks that stand for rows are all alike.
            <Skeleton key={row} height={36} animate={false} radius={4} />
          ))}
        </>
      ) : null}
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
      {next === "" ? null : <p>{next}</p>}
      {action}
    </div>
  );
}

/** What failed, what is safe, the code to tell, and, for what was to be shown, a way to try again; without one it was to be done. */
export function Failed({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const path = useRouterState({ select: ({ location }) => location.href });
  const session = useSession();
  // What was to be done and failed for want of a session stands until it is sent again: by then one may have signed in.
  if (problem.status === 401 && session !== null && session !== undefined && onRetry === undefined)
    return (
      <p role="status">
        {t("state.ended")}{" "}
        <Link to="/sign-in" search={{ next: path }}>
          {t("signin.title")}
        </Link>
      </p>
    );
  if (problem.status === 401)
    return (
      <EmptyState
        title={t("state.signin")}
        next=""
        action={
          <Link to="/sign-in" search={{ next: path }}>
            {t("signin.title")}
          </Link>
        }
      />
    );
  if (problem.status === 403)
    return <EmptyState title={t("state.forbidden")} next={t("state.forbidden.next")} />;
  const offline = problem.status === 0;
  return (
    <Alert
      role="alert"
      color="gray"
      variant="outline"
      title={t(offline ? "state.offline" : onRetry === undefined ? "state.undone" : "state.error")}
      className={style.failed ?? ""}
    >
      {offline ? (
        <p>{t("state.offline.next")}</p>
      ) : (
        <Suspense>
          <ProblemWords problem={problem} />
        </Suspense>
      )}
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

/**
 * What a query stands at: on its way, there, failed, or there and not to be had anew. What was loaded once stays on the
 * page whatever happens after.
 */
export function Stateful<T>({
  query,
  rows = 6,
  missing,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** How many rows the blocks stand for while it is on its way. */
  readonly rows?: number;
  /** Shown where there is no such thing. */
  readonly missing?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { t, language } = useLanguage();
  const { data, error } = query;
  if (data !== undefined) {
    const offline = error !== null && problemIn(error).status === 0;
    return (
      <>
        {offline ? (
          <p role="status" className={style.copy}>
            {t("state.offline.copy", {
              time: sayInstant(language, new Date(query.dataUpdatedAt).toISOString()),
            })}
          </p>
        ) : null}
        {children(data)}
      </>
    );
  }
  if (error === null) return <Loading rows={rows} />;
  const problem = problemIn(error);
  if (problem.status === 404 && missing !== undefined) return missing;
  return <Failed problem={problem} onRetry={() => void query.refetch()} />;
}
