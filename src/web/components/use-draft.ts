import { useCallback, useEffect, useRef, useState } from "react";

/** What a person types is kept after so long, and when the page is left. */
const KEEP_MS = 500;

/**
 * A text that this browser keeps until it is sent: a session that ends, a reload or a closed tab loses nothing. Set to
 * the empty text when it was sent.
 */
export function useDraft(place: string): readonly [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(place) ?? "");
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(() => {
    if (latest.current === "") localStorage.removeItem(place);
    else localStorage.setItem(place, latest.current);
  }, [place]);
  useEffect(() => {
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);
  return [
    text,
    useCallback(
      (next: string) => {
        latest.current = next;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(keep, KEEP_MS);
      },
      [keep],
    ),
  ];
}
