const OFF = "sluice.keys.off";
const MOVED = "sluice.keys.moved";

/** Single letters can be switched off (WCAG 2.1.4). */
export function areLettersOff(): boolean {
  return localStorage.getItem(OFF) === "yes";
}

/** Switches single letters off or on, in this browser. */
export function turnLetters(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "yes");
}

/** What a person pressed instead of what a letter usually is: `{"t":"y"}` where y says true match. */
function movedLetters(): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(MOVED) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** The letter that a person presses for what is usually this one. */
export function letterShown(usual: string): string {
  return movedLetters()[usual] ?? usual;
}

/** Gives what is usually one letter another, in this browser. */
export function moveLetter(usual: string, letter: string): void {
  const { [usual]: _, ...others } = movedLetters();
  localStorage.setItem(MOVED, JSON.stringify(letter === usual ? others : { ...others, [usual]: letter }));
}

/** Every letter as it is usually. */
export function resetLetters(): void {
  localStorage.removeItem(MOVED);
}

/** What a pressed letter means: the usual one of whatever was given to it; null for one that was given up. */
export function meaningOf(pressed: string): string | null {
  const moved = movedLetters();
  const usual = Object.keys(moved).find((one) => moved[one] === pressed);
  if (usual !== undefined) return usual;
  return moved[pressed] === undefined ? pressed : null;
}
