import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { paths } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import type { Application } from "../waivers/shapes.ts";

/** What happens at an authority, as the API takes it. */
export type OfficeAct =
  paths["/api/v1/waiver-applications/{id}/office-acts"]["post"]["requestBody"]["content"]["application/json"];

/** Writes down what happened at the authority; the application is shown anew. */
export function useOfficeAct(application: Application) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OfficeAct) =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/office-acts", {
          params: { path: { id: application.id } },
          body,
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(["application", application.id], saved),
  });
}

/** True where the person before the page decides, and wrote nothing in the application. */
export function useMayDecide(application: Application): boolean {
  const session = useSession();
  return (
    session?.permissions.includes("waivers.decide") === true &&
    !application.authors.includes(session.id) &&
    application.applicant.id !== session.id
  );
}
