import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  Link,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { alertQuery } from "./alerts/alert-query.ts";
import { queueQuery } from "./alerts/queue-query.ts";
import { checkQuery } from "./checks/check-query.ts";
import { EmptyState } from "./components/stateful.tsx";
import { listedQuery } from "./entities/listed-query.ts";
import { Shell } from "./shell/shell.tsx";
import { subjectQuery } from "./subjects/subject-query.ts";
import { subjectsQuery } from "./subjects/subjects-query.ts";
import { useLanguage } from "./words/language.tsx";

function NotFound(): ReactNode {
  const { t } = useLanguage();
  return (
    <EmptyState
      title={t("state.notfound")}
      next={t("state.notfound.why")}
      action={<Link to="/">{t("state.notfound.next")}</Link>}
    />
  );
}

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
});

/** Parts of an address's query, each of which may be left out. */
type Search<Key extends string> = { readonly [key in Key]?: string | undefined };

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== ""
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : undefined;
}

/** Keeps these parts of an address's query, as texts, and drops all others. */
function searchOf<const Key extends string>(...keys: readonly Key[]) {
  return (search: Record<string, unknown>): Search<Key> =>
    Object.fromEntries(keys.map((key) => [key, textOf(search[key])])) as Search<Key>;
}

/** What a list is read by: it is waited for where a person comes to the list, and not where they narrow it. */
async function ahead(cause: "enter" | "stay" | "preload", read: Promise<void>): Promise<void> {
  if (cause !== "stay") await read;
}

const getParentRoute = () => root;

// What a page shows first is asked for when it is pointed at, and before it is gone to: the page that a person is on stays
// until it is there. A failure is the page's to show.
// Each page is a file of its own that is fetched when it is first gone to: the first page stays small.
const askRoute = createRoute({
  getParentRoute,
  path: "/",
  // What is asked stands in the address, so that a link shows the same.
  validateSearch: searchOf("q", "kind", "birth", "country", "id", "at"),
  component: lazyRouteComponent(() => import("./ask/ask-page.tsx"), "AskPage"),
});

const goodsRoute = createRoute({
  getParentRoute,
  path: "/goods",
  validateSearch: searchOf("q", "way", "at"),
  component: lazyRouteComponent(() => import("./goods/goods-page.tsx"), "GoodsPage"),
});

const listsRoute = createRoute({
  getParentRoute,
  path: "/lists",
  component: lazyRouteComponent(() => import("./lists/lists-page.tsx"), "ListsPage"),
});

const signInRoute = createRoute({
  getParentRoute,
  path: "/sign-in",
  // The company's provider leads back here with what it or the service refused.
  validateSearch: searchOf("next", "error"),
  component: lazyRouteComponent(() => import("./signin/sign-in-page.tsx"), "SignInPage"),
});

const listedRoute = createRoute({
  getParentRoute,
  path: "/listed/$id",
  validateSearch: searchOf("at"),
  loaderDeps: ({ search }: { search: Search<"at"> }) => ({ at: search.at }),
  loader: ({ context: { queries }, params, deps }) => queries.prefetchQuery(listedQuery(params.id, deps.at)),
  component: lazyRouteComponent(() => import("./entities/listed-page.tsx"), "ListedPage"),
});

const queueRoute = createRoute({
  getParentRoute,
  path: "/alerts",
  validateSearch: searchOf("view", "q", "order", "overdue"),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, deps, cause }) =>
    ahead(cause, queries.prefetchInfiniteQuery(queueQuery(deps))),
  component: lazyRouteComponent(() => import("./alerts/queue-page.tsx"), "QueuePage"),
});

const alertRoute = createRoute({
  getParentRoute,
  path: "/alerts/$id",
  loader: ({ context: { queries }, params }) => queries.prefetchQuery(alertQuery(params.id)),
  component: lazyRouteComponent(() => import("./alerts/alert-page.tsx"), "AlertPage"),
});

const startRoute = createRoute({
  getParentRoute,
  path: "/start",
  component: lazyRouteComponent(() => import("./start/start-page.tsx"), "StartPage"),
});

const settingsRoute = createRoute({
  getParentRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
});

const settingsPartRoute = createRoute({
  getParentRoute,
  path: "/settings/$part",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
});

const batchesRoute = createRoute({
  getParentRoute,
  path: "/batch",
  component: lazyRouteComponent(() => import("./batch/batches-page.tsx"), "BatchesPage"),
});

const batchRoute = createRoute({
  getParentRoute,
  path: "/batch/$id",
  validateSearch: searchOf("result"),
  component: lazyRouteComponent(() => import("./batch/batch-page.tsx"), "BatchPage"),
});

const tuningRoute = createRoute({
  getParentRoute,
  path: "/tuning",
  validateSearch: searchOf("threshold", "minutes", "curve"),
  component: lazyRouteComponent(() => import("./tuning/tuning-page.tsx"), "TuningPage"),
});

const reportsRoute = createRoute({
  getParentRoute,
  path: "/reports",
  validateSearch: searchOf("from", "to"),
  component: lazyRouteComponent(() => import("./reports/reports-page.tsx"), "ReportsPage"),
});

const reportRoute = createRoute({
  getParentRoute,
  path: "/reports/$id",
  component: lazyRouteComponent(() => import("./reports/report-page.tsx"), "ReportPage"),
});

const auditRoute = createRoute({
  getParentRoute,
  path: "/audit",
  validateSearch: searchOf("actor", "action", "from", "until"),
  component: lazyRouteComponent(() => import("./audit/audit-page.tsx"), "AuditPage"),
});

const networksRoute = createRoute({
  getParentRoute,
  path: "/network",
  validateSearch: searchOf("q", "policy"),
  component: lazyRouteComponent(() => import("./network/networks-page.tsx"), "NetworksPage"),
});

const networkRoute = createRoute({
  getParentRoute,
  path: "/network/$id",
  validateSearch: searchOf("policy", "at", "view", "hide"),
  component: lazyRouteComponent(() => import("./network/network-page.tsx"), "NetworkPage"),
});

const checkRoute = createRoute({
  getParentRoute,
  path: "/checks/$id",
  loader: ({ context: { queries }, params }) => queries.prefetchQuery(checkQuery(params.id)),
  component: lazyRouteComponent(() => import("./checks/check-page.tsx"), "CheckPage"),
});

const receiptsRoute = createRoute({
  getParentRoute,
  path: "/receipts",
  validateSearch: searchOf("sequence", "check"),
  component: lazyRouteComponent(() => import("./receipts/receipts-page.tsx"), "ReceiptsPage"),
});

const subjectsRoute = createRoute({
  getParentRoute,
  path: "/subjects",
  validateSearch: searchOf("q"),
  loaderDeps: ({ search }: { search: Search<"q"> }) => ({ q: search.q }),
  loader: ({ context: { queries }, deps, cause }) =>
    ahead(cause, queries.prefetchInfiniteQuery(subjectsQuery(deps.q))),
  component: lazyRouteComponent(() => import("./subjects/subjects-page.tsx"), "SubjectsPage"),
});

const subjectRoute = createRoute({
  getParentRoute,
  path: "/subjects/$id",
  loader: ({ context: { queries }, params }) => queries.prefetchQuery(subjectQuery(params.id)),
  component: lazyRouteComponent(() => import("./subjects/subject-page.tsx"), "SubjectPage"),
});

const listRoute = createRoute({
  getParentRoute,
  path: "/lists/$id",
  validateSearch: searchOf("to"),
  component: lazyRouteComponent(() => import("./lists/list-page.tsx"), "ListPage"),
});

const verifyRoute = createRoute({
  getParentRoute,
  path: "/verify/$letter",
  component: lazyRouteComponent(() => import("./verify/verify-page.tsx"), "VerifyPage"),
});

const waiversRoute = createRoute({
  getParentRoute,
  path: "/waivers",
  component: lazyRouteComponent(() => import("./waivers/waivers-page.tsx"), "WaiversPage"),
});

const mayIRoute = createRoute({
  getParentRoute,
  path: "/waivers/ask",
  component: lazyRouteComponent(() => import("./waivers/may-i-page.tsx"), "MayIPage"),
});

const tourRoute = createRoute({
  getParentRoute,
  path: "/waivers/tour",
  validateSearch: searchOf("step"),
  component: lazyRouteComponent(() => import("./waivers/tour-page.tsx"), "TourPage"),
});

const waiverRoute = createRoute({
  getParentRoute,
  path: "/waivers/$id",
  component: lazyRouteComponent(() => import("./waivers/waiver-page.tsx"), "WaiverPage"),
});

const applyRoute = createRoute({
  getParentRoute,
  path: "/apply/$id",
  component: lazyRouteComponent(() => import("./apply/apply-page.tsx"), "ApplyPage"),
});

const applyStepRoute = createRoute({
  getParentRoute,
  path: "/apply/$id/$step",
  component: lazyRouteComponent(() => import("./apply/step-page.tsx"), "StepPage"),
});

const deskRoute = createRoute({
  getParentRoute,
  path: "/desk",
  validateSearch: searchOf("view"),
  component: lazyRouteComponent(() => import("./officer/desk-page.tsx"), "DeskPage"),
});

const deskFileRoute = createRoute({
  getParentRoute,
  path: "/desk/$id",
  validateSearch: searchOf("part", "approval"),
  component: lazyRouteComponent(() => import("./officer/file-page.tsx"), "FilePage"),
});

const casesRoute = createRoute({
  getParentRoute,
  path: "/cases",
  validateSearch: searchOf("view", "q", "order"),
  component: lazyRouteComponent(() => import("./workers/cases-page.tsx"), "CasesPage"),
});

const caseRoute = createRoute({
  getParentRoute,
  path: "/cases/$id",
  validateSearch: searchOf("view", "part"),
  component: lazyRouteComponent(() => import("./workers/case-page.tsx"), "CasePage"),
});

/** Every page of the app by its address; the service serves the same addresses (`src/platform/http/web-app.ts`). */
export const routeTree = root.addChildren([
  askRoute,
  queueRoute,
  alertRoute,
  listedRoute,
  goodsRoute,
  listsRoute,
  listRoute,
  checkRoute,
  receiptsRoute,
  subjectsRoute,
  subjectRoute,
  signInRoute,
  startRoute,
  settingsRoute,
  settingsPartRoute,
  batchesRoute,
  batchRoute,
  tuningRoute,
  reportsRoute,
  reportRoute,
  auditRoute,
  networksRoute,
  networkRoute,
  verifyRoute,
  waiversRoute,
  mayIRoute,
  tourRoute,
  waiverRoute,
  applyRoute,
  applyStepRoute,
  deskRoute,
  deskFileRoute,
  casesRoute,
  caseRoute,
]);
