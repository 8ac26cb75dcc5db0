import { Button, FileButton } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type DragEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Stateful } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { EntryContent } from "./entry-content.tsx";
import style from "./receipts-page.module.css";
import { type Step, type Verified, verifyReceipt } from "./verify-receipt.ts";

type Opened = { readonly name: string; readonly verified: Verified | null };

/** Whether a receipt says what it said when it was written, found out by this browser alone. */
export function ReceiptsPage(): ReactNode {
  const { t } = useLanguage();
  const { sequence, check } = useSearch({ from: "/receipts" });
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = async (file: File): Promise<void> =>
    setOpened({ name: file.name, verified: await verifyReceipt(await file.text()) });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void open(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same for those who do not drag.
    <div className={style.page} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PageHead title={t("receipts.title")} lead={t("receipts.lead")} />
      <Panel title={t("receipts.open")}>
        <p>{t(window.isSecureContext ? "receipts.open.next" : "receipts.insecure")}</p>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => (file === null ? undefined : void open(file))}
        >
          {(props) => <Button {...props}>{t("receipts.choose")}</Button>}
        </FileButton>
      </Panel>
      {opened === null ? (
        sequence === undefined ? null : (
          <FromLog sequence={Number(sequence)} check={check} />
        )
      ) : (
        <Panel title={opened.name}>
          {opened.verified === null ? (
            <p role="alert">{t("receipts.none")}</p>
          ) : (
            <Result verified={opened.verified} />
          )}
        </Panel>
      )}
    </div>
  );
}

/** A receipt of the organisation's log with its proof, fetched and then verified here. */
function FromLog({
  sequence,
  check,
}: {
  readonly sequence: number;
  readonly check: string | undefined;
}): ReactNode {
  const { t } = useLanguage();
  const proof = useQuery({
    queryKey: ["proof", sequence],
    queryFn: async () => {
      const document = await answerOf(
        api.GET("/api/v1/receipts/{sequence}/proof", { params: { path: { sequence } } }),
      );
      const text = JSON.stringify(document);
      return { text, verified: await verifyReceipt(text) };
    },
  });
  return (
    <Panel title={t("receipts.place", { number: String(sequence) })}>
      <Stateful query={proof} rows={4}>
        {({ text, verified }) => (
          <>
            {verified === null ? null : <Result verified={verified} />}
            <p className={style.links}>
              <a
                href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
                download={`receipt-${sequence}.proof.json`}
              >
                {t("receipts.take")}
              </a>
              {check === undefined ? null : (
                <Link to="/checks/$id" params={{ id: check }}>
                  {t("receipts.check")}
                </Link>
              )}
            </p>
          </>
        )}
      </Stateful>
    </Panel>
  );
}

function Result({ verified }: { readonly verified: Verified }): ReactNode {
  const { t } = useLanguage();
  return (
    <div aria-live="polite">
      <p className={style.result} data-holds={verified.holds}>
        {verified.holds ? <IconCheck size={24} aria-hidden /> : <IconAlertTriangle size={24} aria-hidden />}
        {t(verified.holds ? "receipts.holds" : "receipts.broken")}
      </p>
      <ul className={style.steps}>
        {verified.steps.map((step) => (
          <StepRow key={step.what} step={step} />
        ))}
      </ul>
      {verified.keyId === null ? (
        <p className={style.muted}>{t("receipts.unsigned")}</p>
      ) : (
        <p className={style.muted}>
          {t("receipts.key")} <code>{verified.keyId}</code>
        </p>
      )}
      {verified.entry === null ? null : <EntryContent entry={verified.entry} />}
    </div>
  );
}

function StepRow({ step }: { readonly step: Step }): ReactNode {
  const { t } = useLanguage();
  const said = step.holds === null ? "unknown" : step.holds ? "yes" : "no";
  const Icon = step.holds === null ? IconMinus : step.holds ? IconCheck : IconAlertTriangle;
  return (
    <li>
      <Icon size={18} aria-hidden />
      <span>
        {t(`receipts.step.${step.what}`)} <strong>{t(`receipts.said.${said}`)}</strong>
      </span>
    </li>
  );
}
