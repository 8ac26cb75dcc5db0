import { Button, useMantineColorScheme } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Loading } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import type { Drawing, Pane } from "./draw-network.ts";
import style from "./graph-pane.module.css";

const DIRECTIONS: Readonly<Record<string, "up" | "down" | "left" | "right">> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};
const ZOOM = 1.25;

/** A network as a drawing, fetched when it is first shown. All of it is in Table and Path too, for those who see none. */
export function GraphPane({
  drawing,
  words,
  label,
  selected,
  onSelect,
  onExpand,
}: {
  readonly drawing: Drawing;
  /** How the drawing is read. */
  readonly words: string;
  readonly label: string;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Asked to show who stands beside a party; left out where the drawing is all there is. */
  readonly onExpand?: (id: string) => void;
}): ReactNode {
  const { t } = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const place = useRef<HTMLDivElement>(null);
  const pane = useRef<Pane | null>(null);
  const [state, setState] = useState<"loading" | "drawn" | "failed">("loading");
  const latest = useRef({ drawing, onSelect, onExpand });
  latest.current = { drawing, onSelect, onExpand };
  useEffect(() => {
    let isGone = false;
    import("./draw-network.ts")
      .then(({ drawNetwork }) => {
        if (isGone || place.current === null) return;
        pane.current = drawNetwork(place.current, latest.current.drawing, {
          onSelect: (id) => latest.current.onSelect(id),
          onExpand: (id) => latest.current.onExpand?.(id),
        });
        setState("drawn");
      })
      .catch(() => setState("failed"));
    return () => {
      isGone = true;
      pane.current?.close();
      pane.current = null;
    };
  }, []);
  const shown = JSON.stringify(drawing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew where something of it is another, not on each render.
  useEffect(() => pane.current?.show(latest.current.drawing), [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawing that has just come shows what is selected.
  useEffect(() => pane.current?.select(selected), [selected, state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colors are read from the page when its scheme changes.
  useEffect(() => pane.current?.restyle(), [colorScheme]);
  const pressed = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const [first] = drawing.nodes;
      const next = pane.current?.beside(selected ?? first?.id ?? "", direction);
      onSelect(next ?? selected ?? first?.id ?? null);
      return;
    }
    if (event.key === "Enter" && selected !== null) onExpand?.(selected);
    if (event.key === "+" || event.key === "=") pane.current?.zoom(ZOOM);
    if (event.key === "-") pane.current?.zoom(1 / ZOOM);
  };
  if (state === "failed") return <p role="alert">{t("network.graph.failed")}</p>;
  return (
    <div className={style.pane} data-scrolls>
      {state === "loading" ? <Loading rows={6} /> : null}
      <div
        ref={place}
        className={style.canvas}
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move between the parties of the drawing.
        tabIndex={0}
        onKeyDown={pressed}
      />
      <div className={style.bar}>
        <span className={style.words}>
          {words}{" "}
          <span className={style.keys}>
            {t(onExpand === undefined ? "check.graph.keys" : "network.graph.keys")}
          </span>
        </span>
        <Button size="compact-md" variant="default" onClick={() => pane.current?.zoom(1 / ZOOM)}>
          {t("network.graph.out")}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => pane.current?.zoom(ZOOM)}>
          {t("network.graph.in")}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => pane.current?.fit()}>
          {t("network.graph.fit")}
        </Button>
      </div>
    </div>
  );
}
