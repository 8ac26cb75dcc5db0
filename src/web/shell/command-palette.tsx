import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { placesFor } from "./places.ts";

/** Everything that can be done from anywhere, found by its name: Ctrl K. It opens whenever it is asked for once more. */
export function CommandPalette({ asked }: { readonly asked: number }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const router = useRouter();
  const session = useSession();
  const [words, setWords] = useState("");
  const name = words.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further asking opens it
  useEffect(() => spotlight.open(), [asked]);
  return (
    <Spotlight
      shortcut={null}
      query={words}
      onQueryChange={setWords}
      nothingFound={t("commands.none")}
      searchProps={{ placeholder: t("commands.placeholder"), "aria-label": t("keys.commands") }}
      actions={[
        ...placesFor(session).map(({ to, word, icon: Icon }) => ({
          id: to,
          label: t(word),
          leftSection: <Icon size={20} aria-hidden />,
          onClick: () => void router.navigate({ to }),
        })),
        {
          id: "language",
          label: t("top.language"),
          onClick: () => setLanguage(language === "en" ? "ko" : "en"),
        },
        // Whoever is no place is somebody to ask about.
        ...(name === ""
          ? []
          : [
              {
                id: "ask-about",
                label: t("commands.ask", { words: name }),
                leftSection: <IconMessageQuestion size={20} aria-hidden />,
                onClick: () => void router.navigate({ to: "/", search: { q: name } }),
              },
            ]),
      ]}
    />
  );
}
