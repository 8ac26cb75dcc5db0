import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";

/** What a feature is about, in a word; those that are not here are about the name. */
function topicOf(feature: string) {
  if (feature.startsWith("birth-date")) return "birth";
  if (feature.startsWith("country")) return "country";
  if (feature.startsWith("identifier")) return "identifier";
  if (feature.startsWith("legal-form")) return "form";
  if (feature === "name-other-script") return "script";
  if (feature === "name-equal") return "same";
  return "name";
}

/** Why there is a hit, in a few words: name, birth date, country. */
export function ReasonsInShort({ reasons }: { readonly reasons: readonly string[] }): ReactNode {
  const { t } = useLanguage();
  const topics = [...new Set(reasons.map(topicOf))];
  // The name that is the same says more than that the names are alike.
  const told = topics.includes("same") ? topics.filter((topic) => topic !== "name") : topics;
  if (told.length === 0) return "–";
  const words = told.map((topic) => t(`topic.${topic}`)).join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
