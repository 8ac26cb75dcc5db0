import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { areLettersOff, meaningOf } from "./letters.ts";
import { PLACES } from "./places.ts";

/** After `g`, the second key must come within this time. */
const SECOND_KEY_MS = 1_000;

/** True where a person writes: keys are letters there. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input, textarea, select, [role=combobox]") !== null;
}

/**
 * What the key itself means, whatever the layout: Korean keyboards write ㅎ where `g` is. A letter that a person gave to
 * something else means that.
 */
export function letterOf({ code }: KeyboardEvent): string | null {
  return code.startsWith("Key") ? meaningOf(code.slice(3).toLowerCase()) : null;
}

/** Keys that work on every page. */
export function useKeys(on: {
  readonly onHelp: () => void;
  readonly onCommands: () => void;
  readonly onRail: () => void;
}): void {
  const router = useRouter();
  const latest = useRef(on);
  latest.current = on;
  useEffect(() => {
    // Before any `g`: a letter that is pressed in the page's first second goes nowhere by itself.
    let goAt = Number.NEGATIVE_INFINITY;
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") {
        event.preventDefault();
        latest.current.onCommands();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || areLettersOff())
        return;
      if (event.key === "?") {
        latest.current.onHelp();
        return;
      }
      if (event.code === "Slash") {
        const box = document.querySelector<HTMLElement>("[data-main-box]");
        if (box === null) return;
        event.preventDefault();
        box.focus();
        return;
      }
      if (event.code === "BracketLeft") {
        latest.current.onRail();
        return;
      }
      const letter = letterOf(event);
      if (letter === "g") {
        goAt = event.timeStamp;
        return;
      }
      if (letter === null || event.timeStamp - goAt > SECOND_KEY_MS) return;
      goAt = Number.NEGATIVE_INFINITY;
      const place = PLACES.find(({ key }) => key === letter);
      if (place !== undefined) void router.navigate({ to: place.to });
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [router]);
}
