import { Kbd, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./keys-help.module.css";
import { letterShown } from "./letters.ts";
import { PLACES } from "./places.ts";

/** Every key that works on every page. */
export function KeysHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const rows: readonly (readonly [readonly string[], string])[] = [
    [["?"], t("keys.help")],
    [["/"], t("keys.search")],
    [["Ctrl", "K"], t("keys.commands")],
    [["["], t("keys.rail")],
    [["j", "k"], t("keys.move")],
    [["Enter"], t("keys.open")],
    [["Esc"], t("keys.back")],
    ...PLACES.map(({ key, word }) => [["g", key], `${t("keys.go")}: ${t(word)}`] as const),
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <table className={style.keys}>
        <tbody>
          {rows.map(([keys, words]) => (
            <tr key={words}>
              <th scope="row">
                {keys.map((key) => (
                  <Kbd key={key}>{/^[a-z]$/.test(key) ? letterShown(key) : key}</Kbd>
                ))}
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
