import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { LetterPanel } from "../waivers/letter-panel.tsx";
import type { Application, Course } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import { LetterPreview } from "./letter-preview.tsx";

/** The letter: as it was issued, or as the proposal that waits would have it. */
export function LetterPart({
  application,
  course,
}: {
  readonly application: Application;
  readonly course: Course;
}): ReactNode {
  const { t } = useLanguage();
  const given = course.decision?.waiver ?? null;
  const last = application.decisions.findLast(({ template }) => template === course.template);
  return (
    <>
      {given === null ? null : <Issued waiver={given} />}
      {given !== null || last === undefined ? null : (
        <LetterPreview application={application} template={course.template} proposal={last.proposal} />
      )}
      {given === null && last === undefined ? (
        <EmptyState title={t("officer.letter.not")} next={t("officer.letter.not.next")} />
      ) : null}
    </>
  );
}

function Issued({ waiver }: { readonly waiver: string }): ReactNode {
  const query = useQuery({
    queryKey: ["waiver", waiver],
    queryFn: () => answerOf(api.GET("/api/v1/waivers/{id}", { params: { path: { id: waiver } } })),
  });
  return (
    <Stateful query={query} rows={4}>
      {(data) => <LetterPanel waiver={data} />}
    </Stateful>
  );
}
