import { Button, FileButton } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./drop-zone.module.css";

const KINDS = ".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson";

/** Where a file is dropped; a button does the same for those who do not drag. */
export function DropZone({
  busy,
  onFile,
  accept = KINDS,
  words,
}: {
  /** The name of the file that is on its way, or null. */
  readonly busy: string | null;
  readonly onFile: (file: File) => void;
  readonly accept?: string;
  /** What may be dropped, in words. */
  readonly words?: string;
}): ReactNode {
  const { t } = useLanguage();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && busy === null) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
    <div
      className={style.zone}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      {busy === null ? (
        <>
          <p className={style.words}>
            {t("batch.drop")} <span className={style.or}>{t("batch.drop.or")}</span>
          </p>
          <FileButton accept={accept} onChange={(file) => (file === null ? undefined : onFile(file))}>
            {(props) => <Button {...props}>{t("batch.choose")}</Button>}
          </FileButton>
          <p className={style.kinds}>{words ?? t("batch.drop.kinds")}</p>
        </>
      ) : (
        <p role="status" className={style.words}>
          {t("batch.drop.busy", { name: busy })}
        </p>
      )}
    </div>
  );
}
