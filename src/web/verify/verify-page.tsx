import { Button } from "@mantine/core";
import { IconCircleCheck, IconOctagonMinus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import type { components } from "../../client/schema.ts";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import { PageHead } from "../components/page-head.tsx";
import { Panel } from "../components/panel.tsx";
import { Said } from "../components/said.tsx";
import { saveFile } from "../components/save-file.ts";
import { EmptyState, Stateful } from "../components/stateful.tsx";
import { Authority } from "../waivers/authority.tsx";
import { sayZone } from "../waivers/clock.tsx";
import { roughly, sayCode, sayQuantity } from "../waivers/exact.ts";
import { useLanguage } from "../words/language.tsx";
import { sayDay, sayInstant, sayNumber } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import { keepLetter, keptLetter } from "./kept-letter.ts";
import { letterSignature, type SignatureState } from "./letter-signature.ts";
import style from "./verify-page.module.css";

type Verification = components["schemas"]["LetterVerification"];
type Line = Verification["lines"][number];

/** How much is left, from 0 to 1, for a bar to look at; the numbers beside it are the exact ones. */
function shareLeft({ allowed, left }: Line): number | null {
  if (left === null) return null;
  const whole = roughly(allowed);
  return whole === 0 ? 0 : Math.min(1, roughly(left) / whole);
}

/** Whether a letter is genuine and goods may pass under it today: for whoever holds the paper, on a phone first. */
export function VerifyPage(): ReactNode {
  const { t, language } = useLanguage();
  const { letter } = useParams({ from: "/verify/$letter" });
  const query = useQuery({
    queryKey: ["verify", letter],
    queryFn: async () => {
      const found = await answerOf(api.GET("/api/v1/verify/{letter}", { params: { path: { letter } } }));
      keepLetter(letter, found);
      return found;
    },
  });
  const again = (
    <p>
      <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
        {t("verify.again")}
      </Button>
    </p>
  );
  const isCut = query.error !== null && problemIn(query.error).status === 0;
  const kept = isCut ? keptLetter(letter) : null;
  return (
    <div className={style.page}>
      <PageHead title={t("verify.title")} above={letter} />
      {kept === null ? (
        <Stateful
          query={query}
          missing={<EmptyState title={t("verify.none")} next={t("verify.none.next")} />}
        >
          {(found) => (
            <>
              <Found found={found} />
              {again}
            </>
          )}
        </Stateful>
      ) : (
        <>
          <p role="status" className={style.copy}>
            {t("verify.copy", { time: sayInstant(language, kept.at) })}
          </p>
          <Found found={kept.found} isCopy />
          {again}
        </>
      )}
    </div>
  );
}

function Found({
  found,
  isCopy = false,
}: {
  readonly found: Verification;
  /** True where it is what was heard before, which says nothing of today. */
  readonly isCopy?: boolean;
}): ReactNode {
  const { t, language } = useLanguage();
  const signature = useSignature(found);
  const day = sayDay(language, found.today);
  // Whatever stands in a letter that was changed, or that another key signed, is worth nothing.
  const isForged = signature === "fails";
  const isValid = found.valid && !isForged;
  return (
    <>
      <p className={style.answer} role="status">
        {isValid ? <IconCircleCheck size={32} aria-hidden /> : <IconOctagonMinus size={32} aria-hidden />}
        {isForged
          ? t("verify.forged")
          : t(`verify.${isCopy ? "was" : "is"}.${isValid ? "valid" : "invalid"}`, { day })}
      </p>
      {found.reasons.length === 0 || isForged ? null : (
        <ul>
          {found.reasons.map((reason) => (
            <li key={reason}>
              <Said words={reason} />
            </li>
          ))}
        </ul>
      )}
      {found.supersededBy === null ? null : (
        <p>
          <Link to="/verify/$letter" params={{ letter: found.supersededBy }}>
            {t("verify.newer")}
          </Link>
        </p>
      )}
      <Signature found={found} state={signature} />
      {isForged ? null : (
        <>
          <Panel title={t("verify.lines")}>
            <ul className={style.lines}>
              {found.lines.map((line) => (
                <LineLeft key={line.line} line={line} />
              ))}
            </ul>
          </Panel>
          <Terms found={found} />
          <p>
            <Button
              variant="default"
              onClick={() =>
                saveFile(
                  `${found.letter.letter.id}.json`,
                  `${JSON.stringify(found.letter, null, 2)}\n`,
                  "application/json",
                )
              }
            >
              {t("verify.keep")}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

function Terms({ found }: { readonly found: Verification }): ReactNode {
  const { t, language } = useLanguage();
  const { letter } = found.letter;
  const [from, until] = [sayDay(language, letter.from), sayDay(language, letter.until)];
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("verify.standing"), t(`verify.standing.${found.standing}`)],
    [
      t("verify.authority"),
      <span key="authority">
        <Authority id={letter.authority} />, {letter.reference}
      </span>,
    ],
    [t("verify.window"), `${t("verify.days", { from, until })} (${sayZone(language, letter.zone)})`],
    [t("verify.parties"), letter.parties === null ? t("verify.anyone") : letter.parties.join("; ")],
    [t("verify.route"), letter.route === null ? t("verify.anyone") : letter.route.join(" – ")],
    [
      t("verify.shipments"),
      found.shipmentsLeft === null ? t("verify.anyone") : sayNumber(language, found.shipmentsLeft),
    ],
  ];
  return (
    <Panel title={sayTitle(language, letter.title)}>
      <dl className={style.facts}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function LineLeft({ line }: { readonly line: Line }): ReactNode {
  const { t, language } = useLanguage();
  const allowed = sayQuantity(language, line.allowed);
  const share = shareLeft(line);
  return (
    <li>
      <div className={style.line}>
        <span>
          <span className={style.item}>{line.item}</span> {line.hs.map(sayCode).join(", ")}
        </span>
        <span>
          {line.left === null
            ? t("verify.allowed", { allowed })
            : t("verify.left", { left: sayQuantity(language, line.left), allowed })}
        </span>
      </div>
      {share === null ? null : (
        <div className={style.bar} aria-hidden>
          <span className={style.left} style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </li>
  );
}

/** What this browser finds of the signature, asking nobody. */
function useSignature(found: Verification): SignatureState | "checking" {
  const [state, setState] = useState<SignatureState | "checking">("checking");
  useEffect(() => {
    let left = false;
    void letterSignature(found.letter).then((now) => {
      if (!left) setState(now);
    });
    return () => {
      left = true;
    };
  }, [found.letter]);
  return state;
}

function Signature({
  found,
  state,
}: {
  readonly found: Verification;
  readonly state: SignatureState | "checking";
}): ReactNode {
  const { t, language } = useLanguage();
  return (
    <p className={style.muted}>
      {t(`verify.signed.${state}`, { key: found.letter.key.id })} · {sayInstant(language, found.checkedAt)}
    </p>
  );
}
