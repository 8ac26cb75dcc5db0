import type { ReactNode } from "react";
import { AskFirst } from "../components/ask-first.tsx";
import { PlainTable } from "../components/plain-table.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayNumber } from "../words/saying.ts";
import type { Application } from "./shapes.ts";

type Attachment = Application["attachments"][number];

/** The files that go with an application; saved by whoever opens them, never shown. */
export function Papers({
  application,
  removing = null,
  onRemove,
}: {
  readonly application: Application;
  /** The file that is being taken out, or null. */
  readonly removing?: string | null;
  /** Takes a file out again; left out where nobody may. */
  readonly onRemove?: (attachment: string) => void;
}): ReactNode {
  const { t, language, has } = useLanguage();
  const { attachments } = application;
  if (attachments.length === 0) return t("waivers.papers.none");
  const about = (item: string | null): string => {
    const key = `apply.step.${item ?? ""}`;
    return item === null ? t("apply.papers.whole") : has(key) ? t(key) : item;
  };
  return (
    <PlainTable
      caption={t("apply.step.papers")}
      rows={attachments}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          title: t("waivers.papers.name"),
          heads: true,
          cell: ({ id, name }) => (
            <a href={`/api/v1/waiver-applications/${application.id}/attachments/${id}`} download={name}>
              {name}
            </a>
          ),
        },
        { key: "item", title: t("apply.papers.about"), cell: ({ item }) => about(item) },
        {
          key: "size",
          title: t("waivers.papers.size"),
          number: true,
          cell: ({ size }) => `${sayNumber(language, Math.ceil(size / 1_024))} KB`,
        },
        {
          key: "hash",
          title: "SHA-256",
          cell: ({ sha256 }) => <code>{sha256.slice(0, 16)}…</code>,
        },
        ...(onRemove === undefined
          ? []
          : [
              {
                key: "remove",
                title: t("waivers.papers.remove"),
                cell: ({ id, name }: Attachment) => (
                  <AskFirst
                    label={t("waivers.papers.remove")}
                    about={name}
                    question={t("waivers.papers.remove.ask")}
                    busy={removing === id}
                    onYes={() => onRemove(id)}
                  />
                ),
              },
            ]),
      ]}
    />
  );
}
