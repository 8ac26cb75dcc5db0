import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";

/** Puts a text into the clipboard, also where a page that is not secure has no other way. */
async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.body.appendChild(document.createElement("textarea"));
  field.value = text;
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** Copies the address of the page, which shows the same to whoever may see it. */
export function CopyLink(): ReactNode {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(location.href);
    setCopied(true);
  };
  return (
    <Button variant="subtle" size="compact-sm" className="screen-only" onClick={() => void copy()}>
      <span aria-live="polite">{t(copied ? "verdict.linked" : "verdict.link")}</span>
    </Button>
  );
}

/** Copies a text, to be sent by other means. */
export function CopyText({ text }: { readonly text: string }): ReactNode {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    await copyText(text);
    setCopied(text);
  };
  return (
    <Button size="sm" onClick={() => void copy()}>
      <span aria-live="polite">{t(copied === text ? "copy.done" : "copy.text")}</span>
    </Button>
  );
}
