import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./ask-first.module.css";

/** A button that asks once more before it does what cannot be taken back. */
export function AskFirst({
  label,
  about,
  question,
  busy = false,
  onYes,
}: {
  readonly label: string;
  /** What the button is about, for those who do not see the row it stands in. */
  readonly about: string;
  readonly question: string;
  readonly busy?: boolean;
  readonly onYes: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        loading={busy}
        aria-label={`${label}: ${about}`}
        onClick={() => setAsks(true)}
      >
        {label}
      </Button>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={`${label}: ${about}`}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <p className={style.question}>{question}</p>
        <div className={style.acts}>
          <Button
            data-autofocus
            onClick={() => {
              setAsks(false);
              onYes();
            }}
          >
            {label}
          </Button>
          <Button variant="default" onClick={() => setAsks(false)}>
            {t("ask-first.no")}
          </Button>
        </div>
      </Modal>
    </>
  );
}
