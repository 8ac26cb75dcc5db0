import { createRootRoute, createRoute, Link, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AlertPage } from "./alerts/alert-page.tsx";
import { QueuePage } from "./alerts/queue-page.tsx";
import { AskPage } from "./ask/ask-page.tsx";
import { EmptyState } from "./components/stateful.tsx";
import { ListedPage } from "./entities/listed-page.tsx";
import { GoodsPage } from "./goods/goods-page.tsx";
import { ListsPage } from "./lists/lists-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { SignInPage } from "./signin/sign-in-page.tsx";
import { useLanguage } from "./words/language.tsx";

function NotFound(): ReactNode {
  const { t } = useLanguage();
  return (
    <EmptyState title={t("state.notfound")} next="" action={<Link to="/">{t("state.notfound.next")}</Link>} />
  );
}

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
});

/** Parts of an address's query, each of which may be left out. */
type Search<Key extends string> = { readonly [key in Key]?: string | undefined };

/** What is asked stands in the address, so that a link shows the same. */
export const askRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: (
    search: Record<string, unknown>,
  ): Search<"q" | "kind" | "birth" | "country" | "id" | "at"> => ({
    q: textOf(search.q),
    kind: textOf(search.kind),
    birth: textOf(search.birth),
    country: textOf(search.country),
    id: textOf(search.id),
    at: textOf(search.at),
  }),
  component: AskPage,
});

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== ""
    ? value
    : typeof value === "number"
      ? String(value)
      : undefined;
}

const goodsRoute = createRoute({
  getParentRoute: () => root,
  path: "/goods",
  validateSearch: (search: Record<string, unknown>): Search<"q" | "way" | "at"> => ({
    q: textOf(search.q),
    way: textOf(search.way),
    at: textOf(search.at),
  }),
  component: GoodsPage,
});

const listsRoute = createRoute({ getParentRoute: () => root, path: "/lists", component: ListsPage });

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): Search<"next"> => ({ next: textOf(search.next) }),
  component: SignInPage,
});

const listedRoute = createRoute({ getParentRoute: () => root, path: "/listed/$id", component: ListedPage });

const queueRoute = createRoute({
  getParentRoute: () => root,
  path: "/alerts",
  validateSearch: (search: Record<string, unknown>): Search<"view" | "q"> => ({
    view: textOf(search.view),
    q: textOf(search.q),
  }),
  component: QueuePage,
});

const alertRoute = createRoute({ getParentRoute: () => root, path: "/alerts/$id", component: AlertPage });

export const routeTree = root.addChildren([
  askRoute,
  queueRoute,
  alertRoute,
  listedRoute,
  goodsRoute,
  listsRoute,
  signInRoute,
]);
