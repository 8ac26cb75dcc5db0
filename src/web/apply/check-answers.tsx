import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { useTitle } from "../components/page-head.tsx";
import { Said } from "../components/said.tsx";
import { Failed } from "../components/stateful.tsx";
import { isWithAuthority } from "../waivers/phases.ts";
import type { Application } from "../waivers/shapes.ts";
import { useTemplateNames } from "../waivers/use-waivers.ts";
import { useLanguage } from "../words/language.tsx";
import { AnswerList } from "./answer-list.tsx";
import style from "./apply.module.css";
import { notesOf } from "./steps.ts";

/** Every answer once more before the file goes out, each with the way back to its question. */
export function CheckAnswers({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  useTitle(t("apply.question.check"));
  useEffect(() => void window.scrollTo(0, 0), []);
  const isOut = isWithAuthority(application);
  return (
    <div className={style.page}>
      <p className={style.back}>
        <Link to="/apply/$id" params={{ id: application.id }}>
          {t("apply.back")}
        </Link>
      </p>
      <h1>{t("apply.question.check")}</h1>
      <AnswerList application={application} canChange={!isOut} />
      {application.warnings.length === 0 ? null : (
        <div className={style.missing}>
          <p>{t("waivers.warnings")}</p>
          <ul>
            {application.warnings.map((words) => (
              <li key={words}>
                <Said words={words} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Submit application={application} />
    </div>
  );
}

/** Sends the file to the authorities that are chosen; one that has it already is not asked again. */
function Submit({ application }: { readonly application: Application }): ReactNode {
  const { t } = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { titleOf } = useTemplateNames();
  const open = application.file.approvals.filter((id) => {
    const phase = application.courses.find(({ template }) => template === id)?.phase;
    return phase === undefined || phase === "not-submitted" || phase === "further-review";
  });
  const [chosen, setChosen] = useState<readonly string[]>(open);
  const submit = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/v1/waiver-applications/{id}/submission", {
          params: { path: { id: application.id } },
          body: { approvals: [...chosen] },
        }),
      ),
    onSuccess: async (saved) => {
      queries.setQueryData(["application", application.id], saved);
      await navigate({ to: "/apply/$id", params: { id: application.id } });
    },
  });
  if (session?.permissions.includes("waivers.write") !== true) return null;
  if (open.length === 0) return <p className={style.hint}>{t("apply.submit.none")}</p>;
  return (
    <section className={style.form}>
      <h2>{t("apply.submit.title")}</h2>
      <p className={style.hint}>{t("apply.submit.lead")}</p>
      <fieldset className={style.fields}>
        <legend className="visually-hidden">{t("apply.step.approvals")}</legend>
        {open.map((id) => (
          <Checkbox
            key={id}
            label={titleOf(id)}
            checked={chosen.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </fieldset>
      {notesOf(application).length === 0 ? null : <p className={style.hint}>{t("apply.submit.lacking")}</p>}
      {submit.isError ? <Failed problem={problemIn(submit.error)} /> : null}
      <div className={style.acts}>
        <Button
          loading={submit.isPending}
          onClick={() => (chosen.length === 0 ? undefined : submit.mutate())}
        >
          {t("apply.submit")}
        </Button>
        <Link to="/apply/$id" params={{ id: application.id }}>
          {t("apply.later")}
        </Link>
      </div>
    </section>
  );
}
