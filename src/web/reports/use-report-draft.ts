import { useCallback, useEffect, useRef, useState } from "react";
import type { LegalReport, ReportFields } from "./report-fields.ts";

/** What a person wrote and has not saved, and the version of the report that it was written on. */
type Draft = { readonly version: number; readonly fields: ReportFields };

/** What is typed is kept after so long, and when the page is left. */
const KEEP_MS = 500;

function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/**
 * The fields of a report as its person writes them: kept by this browser until they are saved, also where the session ends
 * or somebody else saves meanwhile.
 */
export function useReportDraft(report: LegalReport) {
  const key = `sluice.draft.report.${report.id}`;
  const [draft, setDraft] = useState<Draft | null>(() => readDraft(key));
  const latest = useRef(draft);
  latest.current = draft;
  const keep = useCallback(() => {
    try {
      if (latest.current === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(latest.current));
    } catch {
      // A year of holdings may be more than a browser keeps: it stays on the page until it is saved.
    }
  }, [key]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);
  const fields = draft?.fields ?? report.fields;
  return {
    fields,
    isChanged: draft !== null,
    /** True where somebody else has saved since this was begun. */
    isBehind: draft !== null && draft.version !== report.version,
    change: (part: Partial<ReportFields>): void => {
      setDraft((now) => ({
        version: now?.version ?? report.version,
        fields: { ...(now?.fields ?? report.fields), ...part },
      }));
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, KEEP_MS);
    },
    /** Goes on with what was written, on what the report is now. */
    rebase: (): void => setDraft((now) => now && { ...now, version: report.version }),
    /** Forgets what was written: it was saved, or it is given up. */
    drop: (): void => {
      latest.current = null;
      keep();
      setDraft(null);
    },
  };
}

export type ReportDraft = ReturnType<typeof useReportDraft>;
