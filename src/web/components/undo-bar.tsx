import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { LetterKey } from "../shell/letter-key.tsx";
import { useLetterKeys } from "../shell/use-letter-keys.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDuration } from "../words/saying.ts";
import style from "./undo-bar.module.css";

/** What was just done, and the way back while there is one: z, or the button. Gone when it is final. */
export function UndoBar({
  words,
  until,
  busy = false,
  onUndo,
  onGone,
}: {
  readonly words: string;
  /** The instant at which it becomes final, as ISO 8601. */
  readonly until: string;
  readonly busy?: boolean;
  readonly onUndo: () => void;
  readonly onGone: () => void;
}): ReactNode {
  const { t, language } = useLanguage();
  const left = useSecondsUntil(until);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) onGone();
  }, [isOver, onGone]);
  useLetterKeys({ z: () => (busy || isOver ? undefined : onUndo()) });
  if (isOver) return null;
  return (
    <div role="status" className={style.bar}>
      <span className={style.words}>{words}</span>
      <span className={style.left} aria-hidden>
        {t("undo.left", { time: sayDuration(language, left) })}
      </span>
      <Button
        variant="default"
        size="sm"
        loading={busy}
        onClick={onUndo}
        rightSection={<LetterKey usual="z" />}
      >
        {t("undo.undo")}
      </Button>
    </div>
  );
}

/** The same bar with nothing to take back: what is being sent, or what was not done and where to see why. */
export function NoteBar({
  words,
  see,
  onGone,
}: {
  readonly words: string;
  /** An address of the app. */
  readonly see?: string;
  readonly onGone?: () => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <div role={see === undefined ? "status" : "alert"} className={style.bar} data-note>
      <span className={style.words}>{words}</span>
      {see === undefined ? null : (
        <Button variant="default" size="sm" component={Link} to={see} onClick={onGone}>
          {t("undo.see")}
        </Button>
      )}
    </div>
  );
}

/** Whole seconds until an instant, counted down while the component stands. */
export function useSecondsUntil(instant: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000));
}
