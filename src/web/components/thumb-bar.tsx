import { Button } from "@mantine/core";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./thumb-bar.module.css";

/** On a phone the way to the decision stays under the thumb, until the decision itself is in sight. */
export function ThumbBar({
  to,
  children,
}: {
  /** Where it is decided. */
  readonly to: RefObject<HTMLElement | null>;
  /** What else is done with the thumb, such as taking it. */
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useLanguage();
  const isSeen = useSeen(to);
  const go = (): void => {
    to.current?.scrollIntoView({ block: "start" });
    to.current?.querySelector<HTMLElement>("button, input, textarea, select")?.focus({ preventScroll: true });
  };
  return (
    <div className={style.bar} data-seen={isSeen}>
      {children}
      <Button onClick={go}>{t("thumb.decide")}</Button>
    </div>
  );
}

/** Whether any of it is in the window. */
function useSeen(of: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    if (of.current === null) return;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting === true));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return seen;
}
