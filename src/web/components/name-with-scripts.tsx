import type { ReactNode } from "react";
import style from "./name-with-scripts.module.css";

/** The language that a script is set in, so that browsers choose its letters and voices; null for Latin. */
function languageOf(name: string): string | null {
  if (/[가-힣]/.test(name)) return "ko";
  if (/[\u3040-\u30ff]/.test(name)) return "ja";
  if (/[\u4e00-\u9fff]/.test(name)) return "zh";
  if (/[\u0600-\u06ff]/.test(name)) return "ar";
  if (/[\u0400-\u04ff]/.test(name)) return "ru";
  return null;
}

/** One name or other data as it is written: no words of the app, isolated from the direction of what stands around it, and never cut. */
export function Name({ name }: { readonly name: string }): ReactNode {
  const language = languageOf(name);
  return language === null ? (
    <bdi className={style.name} translate="no">
      {name}
    </bdi>
  ) : (
    <bdi className={style.name} lang={language} translate="no">
      {name}
    </bdi>
  );
}

/** The first name large, the others after it: all forms that the list gives. */
export function NameWithScripts({
  names,
  shown = 6,
}: {
  readonly names: readonly string[];
  readonly shown?: number;
}): ReactNode {
  const [first = "", ...others] = [...new Set(names)];
  const visible = others.slice(0, shown);
  return (
    <span className={style.names}>
      <strong>
        <Name name={first} />
      </strong>
      {visible.map((name) => (
        <span key={name} className={style.other}>
          <Name name={name} />
        </span>
      ))}
      {others.length > visible.length ? (
        <span className={style.other}>+{others.length - visible.length}</span>
      ) : null}
    </span>
  );
}
