import { Button, Checkbox, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { areLettersOff, letterShown, moveLetter, resetLetters, turnLetters } from "../shell/letters.ts";
import { useLanguage } from "../words/language.tsx";
import style from "./letter-keys-panel.module.css";

const LETTERS = ["j", "k", "x", "g", "t", "f", "u", "e", "n", "a", "s", "p", "z"] as const;

/** Single letters, switched off or changed (WCAG 2.1.4). Kept in this browser. */
export function LetterKeysPanel(): ReactNode {
  const { t } = useLanguage();
  const [isOn, setOn] = useState(() => !areLettersOff());
  const [round, setRound] = useState(0);
  const [taken, setTaken] = useState<{ readonly of: string; readonly letter: string } | null>(null);
  const move = (of: string, letter: string): void => {
    if (!/^[a-z]$/.test(letter)) return;
    const isTaken = LETTERS.some((other) => other !== of && letterShown(other) === letter);
    setTaken(isTaken ? { of, letter } : null);
    if (!isTaken) moveLetter(of, letter);
    setRound((now) => now + 1);
  };
  return (
    <Panel title={t("letters.title")}>
      <p className={form.note}>{t("letters.lead")}</p>
      <Checkbox
        checked={isOn}
        label={t("letters.on")}
        onChange={({ currentTarget: { checked } }) => {
          turnLetters(checked);
          setOn(checked);
        }}
      />
      {isOn ? (
        <>
          <div className={style.letters} key={round}>
            {LETTERS.map((letter) => (
              <TextInput
                key={letter}
                label={t(`letters.of.${letter}`)}
                defaultValue={letterShown(letter)}
                maxLength={1}
                size="sm"
                error={taken?.of === letter ? t("letters.taken", { letter: taken.letter }) : null}
                onFocus={({ currentTarget }) => currentTarget.select()}
                onChange={({ currentTarget: { value } }) => move(letter, value.toLowerCase())}
              />
            ))}
          </div>
          <Button
            variant="default"
            size="sm"
            onClick={() => {
              resetLetters();
              setTaken(null);
              setRound((now) => now + 1);
            }}
          >
            {t("letters.reset")}
          </Button>
        </>
      ) : null}
    </Panel>
  );
}
