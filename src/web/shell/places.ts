import {
  IconChecklist,
  IconListDetails,
  IconMessageQuestion,
  IconPackage,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { WordKey } from "../words/words.ts";

/** A page that the rail leads to. */
export type Place = {
  readonly to: string;
  readonly word: WordKey;
  readonly icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
  /** The key after `g`. */
  readonly key: string;
};

/** Where one can go, in the order of the rail. */
export const PLACES: readonly Place[] = [
  { to: "/", word: "nav.ask", icon: IconMessageQuestion, key: "h" },
  { to: "/alerts", word: "nav.review", icon: IconChecklist, key: "a" },
  { to: "/subjects", word: "nav.subjects", icon: IconUsers, key: "s" },
  { to: "/goods", word: "nav.goods", icon: IconPackage, key: "o" },
  { to: "/lists", word: "nav.lists", icon: IconListDetails, key: "i" },
];
