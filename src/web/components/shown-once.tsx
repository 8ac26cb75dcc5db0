import { Button, CopyButton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./shown-once.module.css";

/** A link, key or secret that is shown now and never again, with the way to copy it. Takes the focus. */
export function ShownOnce({
  title,
  text,
  note,
  onDone,
}: {
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className={style.once} aria-label={title}>
      <h3>{title}</h3>
      <p>{note}</p>
      <code className={style.text} data-once>
        {text}
      </code>
      <div className={style.acts}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="sm" onClick={copy}>
              {t(copied ? "once.copied" : "once.copy")}
            </Button>
          )}
        </CopyButton>
        <Button size="sm" variant="default" onClick={onDone}>
          {t("once.done")}
        </Button>
      </div>
    </section>
  );
}
