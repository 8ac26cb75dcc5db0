import { useNavigate, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AsOfPicker } from "../components/as-of-picker.tsx";

/** Pages that show one thing as it stood on a day; those that ask a question have the day in their form. */
const PAGES: readonly string[] = ["/listed/$id", "/network/$id"];

/** The day that the page is as of, where it is of a day: in the bar, so that it stays in sight. */
export function AsOfDay(): ReactNode {
  const navigate = useNavigate();
  const match = useRouterState({ select: ({ matches }) => matches.at(-1) });
  if (match === undefined || !PAGES.includes(match.routeId)) return null;
  const search = match.search as Readonly<Record<string, string | undefined>>;
  return (
    <AsOfPicker
      day={search.at}
      onPick={(at) => void navigate({ to: ".", search: { ...search, at }, replace: true })}
    />
  );
}
