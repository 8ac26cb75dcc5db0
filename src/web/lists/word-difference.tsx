import { type ReactNode, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./entry-changes.module.css";
import type { Piece } from "./word-changes.ts";

/** Letters of what stayed the same that are shown beside a change; the rest is opened on a press. */
const BESIDE_CHARS = 80;

/** One text that changed: what went struck through, what came underlined, each said in words to who hears the page. */
export function WordDifference({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  const { t } = useLanguage();
  const [whole, setWhole] = useState(false);
  const isLong = pieces.some(({ kind, text }) => kind === "same" && text.length > 2 * BESIDE_CHARS);
  return (
    <span className={style.difference}>
      <bdi translate="no">
        {pieces.map((piece, at) => {
          // Two changes are held apart by what is the same between them: a piece is known by its place.
          const key = `${at} ${piece.kind}`;
          if (piece.kind === "same")
            return (
              <span key={key}>
                {whole ? piece.text : shortened(piece.text, at === 0, at === pieces.length - 1)}
              </span>
            );
          const Mark = piece.kind === "new" ? "ins" : "del";
          return (
            <Mark key={key}>
              <span className="visually-hidden">
                {" "}
                {t(piece.kind === "new" ? "list.fact.added" : "list.fact.removed")}:{" "}
              </span>
              {piece.text}
            </Mark>
          );
        })}
      </bdi>
      {isLong ? (
        <button type="button" className={style.whole} onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {t(whole ? "list.fact.changes" : "list.fact.whole")}
        </button>
      ) : null}
    </span>
  );
}

/** The parts of a long unchanged stretch that stand beside the changes before and after it. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * BESIDE_CHARS) return text;
  const head = isFirst ? "" : text.slice(0, BESIDE_CHARS).replace(/\S*$/, "");
  const tail = isLast ? "" : text.slice(-BESIDE_CHARS).replace(/^\S*/, "");
  return `${head}… ${tail}`;
}
