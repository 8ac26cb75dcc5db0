import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Before it was measured; also where nothing measures. */
const WIDTH_USUAL = 720;

/** The width that a chart has on the page, so that its letters are as large as all others. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDTH_USUAL);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.max(240, Math.round(element.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
