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
  onFiles,
  accept = KINDS,
  words,
}: {
  /** The name of the file that is on its way, or null. */
  readonly busy: string | null;
  /** Takes one file: of several that are dropped, the first. */
  readonly onFile?: (file: File) => void;
  /** Takes all that are dropped or chosen, instead of one. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly accept?: string;
  /** What may be dropped, in words. */
  readonly words?: string;
}): ReactNode {
  const { t } = useLanguage();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (busy === null) take([...event.dataTransfer.files]);
  };
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    if (onFiles === undefined) onFile?.(file);
    else onFiles(files);
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
          {onFiles === undefined ? (
            <FileButton accept={accept} onChange={(file) => take(file === null ? [] : [file])}>
              {(props) => <Button {...props}>{t("batch.choose")}</Button>}
            </FileButton>
          ) : (
            <FileButton accept={accept} multiple onChange={take}>
              {(props) => <Button {...props}>{t("batch.choose")}</Button>}
            </FileButton>
          )}
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
