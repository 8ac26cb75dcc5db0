import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type DragEvent, lazy, type ReactNode, Suspense, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { useTitle } from "../components/page-head.tsx";
import { EmptyState, Failed, Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { AskForm } from "./ask-form.tsx";
import style from "./ask-page.module.css";
import { type BroughtWaiver, type Checked, checkMessage, checkTransaction, readWaiver } from "./checking.ts";
import { RecentChecks } from "./recent-checks.tsx";
import { type Question, readQuestion } from "./sentence.ts";
import type { SubjectDraft } from "./subject-draft.ts";

// What shows answers is fetched with the first question: the first page stays small.
const CheckedMany = lazy(async () => ({ default: (await import("./checked-many.tsx")).CheckedMany }));
const ShipmentAnswer = lazy(async () => ({
  default: (await import("./shipment-answer.tsx")).ShipmentAnswer,
}));
const PartyAnswer = lazy(async () => ({ default: (await import("./party-answer.tsx")).PartyAnswer }));

/** Larger files are no payment message; a table goes to the batch page. */
const FILE_BYTES_MAX = 2_000_000;

/** The front page: one box, and the answer under it. A party that is asked about stands in the address; a message never does. */
export function AskPage(): ReactNode {
  const { t } = useLanguage();
  const draft: SubjectDraft = useSearch({ from: "/" });
  const navigate = useNavigate();
  const session = useSession();
  const [many, setMany] = useState<Checked | null>(null);
  const [refusedFile, setRefusedFile] = useState<string | null>(null);
  const [waivers, setWaivers] = useState<readonly BroughtWaiver[]>([]);
  useTitle(draft.q ?? t("ask.title"));
  const checking = useMutation({
    mutationFn: ({ question, at }: { readonly question: Question; readonly at: string | undefined }) =>
      question.kind === "payment"
        ? checkMessage(question.text, { at, waivers })
        : checkTransaction(question.kind === "transaction" ? question.transaction : null, { at, waivers }),
    onSuccess: (checked) => {
      const [only] = checked.checks;
      if (checked.checks.length === 1 && only !== undefined)
        void navigate({ to: "/checks/$id", params: { id: only.id } });
      else setMany(checked);
    },
  });
  const ask = (question: Question, at: string | undefined): void => {
    setMany(null);
    setRefusedFile(null);
    if (question.kind === "goods") void navigate({ to: "/goods", search: { q: question.q, at } });
    else if (question.kind === "shipment") void navigate({ to: "/", search: { q: question.text, at } });
    else if (question.kind === "party") void navigate({ to: "/", search: { ...question.draft, at } });
    else checking.mutate({ question, at });
  };
  const drop = async (file: File): Promise<void> => {
    if (/\.(csv|tsv|xlsx)$/i.test(file.name) || file.size > FILE_BYTES_MAX) {
      setRefusedFile(file.name);
      return;
    }
    const text = await file.text();
    const waiver = readWaiver(text);
    if (waiver === null) ask(readQuestion(text), draft.at);
    else setWaivers([...waivers.filter(({ reference }) => reference !== waiver.reference), waiver]);
  };
  const zone = useDropZone((file) => void drop(file));
  const fresh = draft.q === undefined && many === null;
  return (
    <div {...zone.props} className={style.page} data-over={zone.over} data-fresh={fresh}>
      <h1 className={fresh ? style.title : "visually-hidden"}>{t("ask.title")}</h1>
      <AskForm
        key={JSON.stringify(draft)}
        draft={draft}
        busy={checking.isPending}
        onAsk={ask}
        onFile={(file) => void drop(file)}
      />
      {waivers.length === 0 ? null : (
        <Brought
          waivers={waivers}
          onRemove={(gone) => setWaivers(waivers.filter((waiver) => waiver !== gone))}
        />
      )}
      {zone.over ? <p className={style.drop}>{t("ask.drop")}</p> : null}
      {refusedFile === null ? null : (
        <p role="alert" className={style.refused}>
          {t("ask.file.table", { name: refusedFile })} <Link to="/batch">{t("ask.file.batch")}</Link>
        </p>
      )}
      {checking.error === null ? null : <Failed problem={problemIn(checking.error)} />}
      {session === undefined ? (
        <Loading rows={2} />
      ) : session === null ? (
        <EmptyState
          title={t("ask.signin")}
          next={t("ask.none.next")}
          action={
            <Link to="/sign-in" search={{ next: "/" }}>
              {t("signin.title")}
            </Link>
          }
        />
      ) : many !== null ? (
        <Suspense fallback={<Loading rows={5} />}>
          <CheckedMany checked={many} />
        </Suspense>
      ) : draft.q === undefined ? (
        <Start />
      ) : (
        <Suspense fallback={<Loading rows={5} />}>
          <Answer draft={draft} q={draft.q} waivers={waivers} />
        </Suspense>
      )}
    </div>
  );
}

/** The answer to what stands in the address: goods on their way, or a party. */
function Answer({
  draft,
  q,
  waivers,
}: {
  readonly draft: SubjectDraft;
  readonly q: string;
  readonly waivers: readonly BroughtWaiver[];
}): ReactNode {
  const navigate = useNavigate();
  const onAt = (at: string | undefined): void => void navigate({ to: "/", search: { ...draft, at } });
  const question = readQuestion(q);
  return question.kind === "shipment" ? (
    <ShipmentAnswer {...question} at={draft.at} waivers={waivers} onAt={onAt} />
  ) : (
    <PartyAnswer draft={draft} onAt={onAt} />
  );
}

/** What the page shows before anything is asked: examples, what was decided last, and how old the lists are. */
function Start(): ReactNode {
  const { t } = useLanguage();
  const lists = useQuery({ queryKey: ["lists"], queryFn: () => answerOf(api.GET("/api/v1/lists")) });
  return (
    <>
      <p className={style.examples}>
        {t("ask.try")}{" "}
        <Link to="/" search={{ q: "Jong Song Hwa", birth: "1970", country: "kp", kind: "person" }}>
          Jong Song Hwa, 1970
        </Link>
        ,{" "}
        <Link to="/" search={{ q: "延边银星网络科技有限公司" }} lang="zh">
          延边银星网络科技有限公司
        </Link>
        ,{" "}
        <Link to="/" search={{ q: t("ask.try.goods") }}>
          {t("ask.try.goods")}
        </Link>
      </p>
      <RecentChecks lists={lists.data ?? null} />
    </>
  );
}

/** Waivers that count for what is asked next, beside those that the service holds. */
function Brought({
  waivers,
  onRemove,
}: {
  readonly waivers: readonly BroughtWaiver[];
  readonly onRemove: (waiver: BroughtWaiver) => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <section aria-label={t("ask.waivers")} className={style.waivers}>
      {t("ask.waivers")}
      {waivers.map((waiver) => (
        <button
          key={waiver.reference}
          type="button"
          aria-label={t("ask.waivers.remove", { reference: waiver.reference })}
          onClick={() => onRemove(waiver)}
        >
          {waiver.reference} ×
        </button>
      ))}
    </section>
  );
}

/** A file that is dropped anywhere on the page. */
function useDropZone(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    props: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (event.currentTarget === event.target) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      },
    },
  };
}
