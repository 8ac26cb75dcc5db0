import { Spotlight, spotlight } from "@mantine/spotlight";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { placesFor } from "./places.ts";

/** Everything that can be done from anywhere, found by its name: Ctrl K. It opens whenever it is asked for once more. */
export function CommandPalette({ asked }: { readonly asked: number }): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const router = useRouter();
  const session = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further asking opens it
  useEffect(() => spotlight.open(), [asked]);
  return (
    <Spotlight
      shortcut={null}
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
      ]}
    />
  );
}
