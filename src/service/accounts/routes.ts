import type { Accounts } from "../../platform/auth/accounts.ts";
import { signInRoutes } from "../../platform/auth/sign-in-routes.ts";
import type { Routes } from "../../platform/http/routes.ts";
import { keyRoutes } from "./key-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { pageFontRoutes } from "./page-fonts.ts";
import { peopleRoutes } from "./people-routes.ts";
import { sessionRoutes } from "./session-routes.ts";

/** Everything about who gets in: signing in, links, the session, organisations, people, keys. */
export function accountRoutes(accounts: Accounts): readonly Routes[] {
  return [
    (api) => signInRoutes(api, accounts),
    sessionRoutes(accounts),
    linkRoutes(accounts),
    pageFontRoutes(),
    peopleRoutes(accounts),
    keyRoutes(accounts),
  ];
}
