import { NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { sendFile } from "../api/files.ts";
import { problemIn } from "../api/problem.ts";
import { DropZone } from "../batch/drop-zone.tsx";
import { Failed } from "../components/stateful.tsx";
import { Papers } from "../waivers/papers.tsx";
import type { Application } from "../waivers/shapes.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./apply.module.css";
import type { QuestionProps } from "./questions.tsx";
import { STEPS } from "./steps.ts";

/** Letters, invoices and data sheets that go with the file. */
export function PapersQuestion({ application, hand }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [item, setItem] = useState("");
  const attach = useMutation({
    mutationFn: async (file: File) => {
      await hand.save();
      const about = item === "" ? "" : `&item=${encodeURIComponent(item)}`;
      return sendFile<{ readonly application: Application }>(
        `/api/v1/waiver-applications/${application.id}/attachments?name=${encodeURIComponent(file.name)}${about}`,
        file,
        file.type,
      );
    },
    onSuccess: ({ application: saved }) => queries.setQueryData(["application", application.id], saved),
  });
  return (
    <div className={style.fields}>
      <NativeSelect
        label={t("apply.papers.about")}
        value={item}
        data={[
          { value: "", label: t("apply.papers.whole") },
          ...STEPS.filter((step) => step !== "papers" && step !== "check").map((step) => ({
            value: step,
            label: t(`apply.step.${step}`),
          })),
        ]}
        onChange={({ currentTarget: { value } }) => setItem(value)}
      />
      <DropZone
        busy={attach.isPending ? attach.variables.name : null}
        accept=".pdf,.png,.jpg,.jpeg,.txt"
        words={t("apply.papers.kinds")}
        onFile={(file) => attach.mutate(file)}
      />
      {attach.isError ? <Failed problem={problemIn(attach.error)} /> : null}
      <Papers application={application} />
    </div>
  );
}
