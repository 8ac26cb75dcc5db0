import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "../api/client.ts";
import { useLanguage } from "../words/language.tsx";
import { sayTitle } from "../words/titles.ts";

/** Applications, waivers and reports are read anew when anything of them changes elsewhere. */
export const WAIVER_EVENTS = [
  "waiver.changed",
  "waiver.suspended",
  "waiver-application.changed",
  "waiver-report.due",
] as const;

/** The kinds of approval that there are; they change with the program alone. */
export function useTemplates() {
  return useQuery({
    queryKey: ["waiver-templates"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-templates")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One application by its id. */
export function useApplicationQuery(id: string) {
  return useQuery({
    queryKey: ["application", id],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-applications/{id}", { params: { path: { id } } })),
  });
}

/** What approvals and their offices are called in the language of the page, by the template's id. */
export function useTemplateNames(): {
  readonly titleOf: (id: string) => string;
  readonly officeOf: (id: string) => string;
  readonly zoneOf: (id: string) => string;
} {
  const { t, has, language } = useLanguage();
  const templates = useTemplates();
  const one = (id: string) => templates.data?.templates.find((template) => template.id === id);
  // Short names in both languages; the data's own, long and in English, where a kind of approval is new.
  const said = (key: string): string | null => (has(key) ? t(key) : null);
  return {
    titleOf: (id) => said(`waivers.template.${id}`) ?? sayTitle(language, one(id)?.title ?? id),
    officeOf: (id) => said(`waivers.office.${id}`) ?? sayTitle(language, one(id)?.office ?? id),
    zoneOf: (id) =>
      templates.data?.calendars.find((calendar) => calendar.id === one(id)?.calendar)?.zone ?? "UTC",
  };
}
