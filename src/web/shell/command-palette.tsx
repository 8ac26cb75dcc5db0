import { Spotlight } from "@mantine/spotlight";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import { PLACES } from "./places.ts";

/** Everything that can be done from anywhere, found by its name: Ctrl K. */
export function CommandPalette(): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const router = useRouter();
  return (
    <Spotlight
      shortcut={null}
      nothingFound={t("commands.none")}
      searchProps={{ placeholder: t("commands.placeholder"), "aria-label": t("keys.commands") }}
      actions={[
        ...PLACES.map(({ to, word, icon: Icon }) => ({
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
