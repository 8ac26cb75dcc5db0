import { Modal, TextInput } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useLanguage } from "../words/language.tsx";
import style from "./command-palette.module.css";
import { PLACES } from "./shell.tsx";

/** Everything that can be done from anywhere, found by its name. */
export function CommandPalette({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t, language, setLanguage } = useLanguage();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const commands = [
    ...PLACES.map(({ to, word }) => ({ words: t(word), run: () => void router.navigate({ to }) })),
    { words: t("top.language"), run: () => setLanguage(language === "en" ? "ko" : "en") },
  ];
  const found = commands.filter(({ words }) => words.toLowerCase().includes(typed.trim().toLowerCase()));
  const close = () => {
    setTyped("");
    setAt(0);
    onClose();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((now) => Math.min(Math.max(now + step, 0), found.length - 1));
    }
    if (event.key === "Enter") {
      found[at]?.run();
      close();
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("keys.commands")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${at}`}
        aria-label={t("keys.commands")}
        placeholder={t("commands.placeholder")}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <ul id={id} role="listbox" className={style.list} aria-label={t("keys.commands")}>
        {found.map(({ words, run }, index) => (
          <li
            key={words}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={style.option}
            onPointerDown={() => {
              run();
              close();
            }}
          >
            {words}
          </li>
        ))}
        {found.length === 0 ? <li className={style.none}>{t("commands.none")}</li> : null}
      </ul>
    </Modal>
  );
}
