import { Kbd, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./keys-help.module.css";
import { letterShown } from "./letters.ts";
import { PLACES } from "./places.ts";

type Row = readonly [keys: readonly string[], words: string];

/** Every key: on every page, in lists, and where an alert is decided. */
export function KeysHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const of = (letter: "t" | "f" | "u" | "e" | "n" | "a" | "s" | "z" | "x"): Row => [
    [letter],
    t(`letters.of.${letter}`),
  ];
  const parts: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
    {
      title: t("keys.anywhere"),
      rows: [
        [["?"], t("keys.help")],
        [["/"], t("keys.search")],
        [["Ctrl", "K"], t("keys.commands")],
        [["["], t("keys.rail")],
        [["Esc"], t("keys.back")],
        of("z"),
      ],
    },
    {
      title: t("keys.lists"),
      rows: [
        [["j", "k"], t("keys.move")],
        [["Enter", "o"], t("keys.open")],
        of("x"),
        [["Shift", "x"], t("keys.range")],
        of("a"),
      ],
    },
    {
      title: t("keys.alert"),
      rows: [
        [["1", "2", "3"], t("keys.step")],
        of("t"),
        of("f"),
        of("u"),
        of("e"),
        [["Ctrl", "Enter"], t("keys.confirm")],
        of("n"),
        of("s"),
        [["j", "k"], t("keys.neighbors")],
      ],
    },
    {
      title: t("keys.go"),
      rows: PLACES.map(({ key, word }): Row => [["g", key], t(word)]),
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className={style.parts}>
        {parts.map(({ title, rows }) => (
          <table key={title} className={style.keys}>
            <caption>{title}</caption>
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
        ))}
      </div>
    </Modal>
  );
}
