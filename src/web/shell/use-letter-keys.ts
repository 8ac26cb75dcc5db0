import { useEffect, useRef } from "react";
import { areLettersOff } from "./letters.ts";
import { isWriting, letterOf } from "./use-keys.ts";

/** What a key is called here: a letter of the key itself, or enter, space, escape, digit1. */
export type LetterKeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Keys of one page: letters by their place on the keyboard whatever the layout, never while a person writes or composes,
 * and none of the letters where they are switched off.
 */
export function useLetterKeys(keys: LetterKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isWriting(event.target) || isInDialog(event.target)) return;
      const letter = letterOf(event);
      if (letter !== null && areLettersOff()) return;
      const act = latest.current[letter ?? event.code.toLowerCase()];
      if (act === undefined) return;
      act(event);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
}

/** True while a dialog is open, wherever the focus went when its button was pressed, and in a menu. */
function isInDialog(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog][aria-modal=true]") !== null) return true;
  return target instanceof Element && target.closest("[role=dialog], [role=menu], [role=listbox]") !== null;
}
