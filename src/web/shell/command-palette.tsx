import { Spotlight } from "@mantine/spotlight";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../words/language.tsx";
import { placesFor } from "./places.ts";

/** Everything that can be done from anywhere, found by its name: Ctrl K. */
export function CommandPalette(): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const router = useRouter();
  const session = useSession();
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
