import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";

/** Copies the address of the page, which shows the same to whoever may see it. */
export function CopyLink(): ReactNode {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  return (
    <Button variant="subtle" size="compact-sm" className="screen-only" onClick={() => void copy()}>
      <span aria-live="polite">{t(copied ? "verdict.linked" : "verdict.link")}</span>
    </Button>
  );
}
