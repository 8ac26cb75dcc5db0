import type { ReactNode } from "react";
import { areLettersOff, letterShown } from "./letters.ts";

/** The letter that stands for an act here, as this person moved it; nothing where letters are switched off. */
export function LetterKey({ usual }: { readonly usual: string }): ReactNode {
  return areLettersOff() ? null : <kbd aria-hidden>{letterShown(usual)}</kbd>;
}
