import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { readSearch, writeSearch } from "./address.ts";
import { problemIn } from "./api/problem.ts";
import { createQueries } from "./api/queries.ts";
import { Failed, Loading } from "./components/stateful.tsx";
import { routeTree } from "./routes.tsx";
import { cssVariablesResolver, theme } from "./theme.ts";
import { LanguageProvider } from "./words/language.tsx";

const queries = createQueries();

/** Until then the page stays that a person comes from; after it the blocks of the next are shown. */
const PENDING_MS = 400;

const router = createRouter({
  routeTree,
  context: { queries },
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  // The queries know themselves how long what they hold is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: PENDING_MS,
  defaultPendingComponent: () => <Loading rows={8} />,
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => (
    <Failed problem={problemIn(error)} onRetry={() => location.reload()} />
  ),
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** The nonce that the server gave this page: styles that Mantine adds must carry it. */
function nonceOf(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
}

// Styles that keep the page from scrolling under a dialog are added by a library that looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonceOf() });

/** Everything that the pages stand in: look, language, queries and addresses. */
export function App({
  words,
}: {
  readonly words: ComponentProps<typeof LanguageProvider>["first"];
}): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonceOf}
    >
      <LanguageProvider first={words}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
