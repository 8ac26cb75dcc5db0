import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";

/** An authority by its name, or by its id where it has none here. */
export function Authority({ id }: { readonly id: string }): ReactNode {
  const { t, has } = useLanguage();
  const key = `waivers.authority.${id}`;
  return has(key) ? t(key) : id;
}
