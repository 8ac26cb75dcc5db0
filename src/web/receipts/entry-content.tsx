import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { memberOf } from "../api/problem.ts";
import { FactList } from "../components/fact-list.tsx";
import { Name } from "../components/name-with-scripts.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant } from "../words/saying.ts";
import { sayTitle } from "../words/titles.ts";
import style from "./receipts-page.module.css";
import type { Entry } from "./verify-receipt.ts";

type Facts = { readonly by: string | null; readonly ground: string | null; readonly reason: string | null };

const GROUNDS = ["law-requires", "retention-ended"] as const;

/** Who, on what ground and why: what the entries that say these have in common. */
function factsIn(value: unknown): Facts {
  const text = (found: unknown): string | null => (typeof found === "string" && found !== "" ? found : null);
  return {
    by: text(memberOf(memberOf(value, "by"), "name")),
    ground: text(memberOf(value, "ground")),
    reason: text(memberOf(value, "reason")),
  };
}

/** The value that a text stands for; the text itself where it is no JSON, as in a file that somebody has changed. */
function parsedOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** What an entry of the log says: when, by whom and why, and all of it as it was written. */
export function EntryContent({ entry }: { readonly entry: Entry }): ReactNode {
  const { t, language } = useLanguage();
  const { kind, at, body, erasedBy } = entry;
  const value: unknown = body === null ? null : parsedOrText(body);
  const { by, ground, reason } = factsIn(value);
  const known = GROUNDS.find((one) => one === ground);
  const facts = [
    { name: t("receipts.kind"), value: <code>{kind}</code> },
    { name: t("receipts.written"), value: sayInstant(language, at) },
    ...(by === null ? [] : [{ name: t("receipts.by"), value: <Name name={sayTitle(language, by)} /> }]),
    ...(known === undefined ? [] : [{ name: t("receipts.ground"), value: t(`receipts.ground.${known}`) }]),
    ...(reason === null ? [] : [{ name: t("receipts.reason"), value: <Name name={reason} /> }]),
  ];
  return (
    <div className={style.entry}>
      <FactList facts={facts} />
      {body === null ? (
        erasedBy === null ? null : (
          <p>
            {t("receipts.erased")}{" "}
            <Link to="/receipts" search={{ sequence: String(erasedBy) }}>
              {t("receipts.place", { number: String(erasedBy) })}
            </Link>
          </p>
        )
      ) : (
        <details className={style.written}>
          <summary>{t("receipts.content")}</summary>
          <pre translate="no">{JSON.stringify(value, null, 2)}</pre>
        </details>
      )}
    </div>
  );
}
