import { NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
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

type Answered = { readonly application: Application };

/** As much as the service keeps of one file, and the kinds that it keeps. */
const BYTES_MAX = 10 * 1024 * 1024;
const KINDS = ["application/pdf", "image/png", "image/jpeg", "text/plain"];

/** What stands against a file before it is sent; a person who waits for ten megabytes should not wait for a refusal. */
function wrongWith({
  size,
  type,
}: File): "apply.papers.empty" | "apply.papers.large" | "apply.papers.other" | null {
  if (size === 0) return "apply.papers.empty";
  if (size > BYTES_MAX) return "apply.papers.large";
  return KINDS.includes(type) ? null : "apply.papers.other";
}

/** Letters, invoices and data sheets that go with the file. */
export function PapersQuestion({ application, hand }: QuestionProps): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [item, setItem] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const keep = ({ application: saved }: Answered): void => {
    queries.setQueryData(["application", application.id], saved);
  };
  const attach = useMutation({
    mutationFn: async (file: File) => {
      await hand.save();
      const about = item === "" ? "" : `&item=${encodeURIComponent(item)}`;
      return sendFile<Answered>(
        `/api/v1/waiver-applications/${application.id}/attachments?name=${encodeURIComponent(file.name)}${about}`,
        file,
        file.type,
      );
    },
    onSuccess: keep,
  });
  const remove = useMutation({
    mutationFn: (attachment: string) =>
      answerOf(
        api.DELETE("/api/v1/waiver-applications/{id}/attachments/{attachment}", {
          params: { path: { id: application.id, attachment } },
        }),
      ),
    onSuccess: keep,
  });
  /** One after the other; what cannot be kept is told by its name, and the others are sent. */
  const send = async (files: readonly File[]): Promise<void> => {
    const reasons = files.flatMap((file) => {
      const word = wrongWith(file);
      return word === null ? [] : [t(word, { name: file.name })];
    });
    setRefused(reasons.length === 0 ? null : reasons.join(" "));
    for (const file of files.filter((one) => wrongWith(one) === null))
      await attach.mutateAsync(file).catch(() => undefined);
  };
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
        onFiles={(files) => void send(files)}
      />
      {refused === null ? null : (
        <p className={style.refused} role="alert">
          {refused}
        </p>
      )}
      {attach.isError ? <Failed problem={problemIn(attach.error)} /> : null}
      {remove.isError ? <Failed problem={problemIn(remove.error)} /> : null}
      <Papers
        application={application}
        removing={remove.isPending ? remove.variables : null}
        onRemove={(attachment) => remove.mutate(attachment)}
      />
    </div>
  );
}
