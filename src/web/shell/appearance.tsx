import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";

const SCHEMES = ["auto", "light", "dark"] as const;

/** Light, dark, or as the system has it. */
export function Appearance(): ReactNode {
  const { t } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map((scheme) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={colorScheme === scheme}
      rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
      onClick={() => setColorScheme(scheme)}
    >
      {t(`top.appearance.${scheme}`)}
    </Menu.Item>
  ));
}
