import { Checkbox } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";

/** Whether one is also told of reports by mail, where the service has a mail server. */
export function MailChoice(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const mails = useQuery({
    queryKey: ["waiver-mails"],
    queryFn: () => answerOf(api.GET("/api/v1/waiver-mails")),
  });
  const choose = useMutation({
    mutationFn: (wanted: boolean) => answerOf(api.PUT("/api/v1/waiver-mails", { body: { wanted } })),
    onSuccess: (chosen) => queries.setQueryData(["waiver-mails"], chosen),
  });
  if (mails.data?.isSetUp !== true) return null;
  return (
    <>
      <Checkbox
        mt={12}
        label={t("waivers.mails")}
        checked={mails.data.wanted}
        disabled={choose.isPending}
        onChange={({ currentTarget: { checked } }) => choose.mutate(checked)}
      />
      {choose.isError ? <Failed problem={problemIn(choose.error)} /> : null}
    </>
  );
}
