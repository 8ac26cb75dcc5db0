import { type ReactNode, useId } from "react";
import { useLanguage } from "../words/language.tsx";
import { roughly, sayQuantity } from "./exact.ts";
import type { WaiverLine } from "./shapes.ts";
import style from "./waivers.module.css";

const WIDTH = 600;
const HEIGHT = 20;

/** Slanting lines, for what is reserved. */
function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" fill="var(--s-surface)" />
        <rect width="4" height="8" fill="var(--s-accent)" />
      </pattern>
    </defs>
  );
}

/** One line's account as a bar: drawn, reserved, left; the numbers beside it are the exact ones. */
export function LedgerBar({ line }: { readonly line: WaiverLine }): ReactNode {
  const { t, language } = useLanguage();
  const pattern = useId();
  const { allowed, used, reserved, left, requested, returned } = line;
  const whole = Math.max(roughly(allowed), Number.MIN_VALUE);
  const share = (part: WaiverLine["used"]): number => Math.min(1, roughly(part) / whole) * WIDTH;
  const say = (part: WaiverLine["used"]): string => sayQuantity(language, part);
  const cut = requested.amount !== allowed.amount || requested.scale !== allowed.scale;
  return (
    <li>
      <div className={style.lineHead}>
        <span className={style.item}>
          {line.line}. {line.item}
        </span>
        <span>{t("waivers.left.of", { left: say(left), allowed: say(allowed) })}</span>
      </div>
      <svg className={style.bar} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        <Hatch id={pattern} />
        <rect className={style.left} x={0.5} y={0.5} width={WIDTH - 1} height={HEIGHT - 1} />
        <rect className={style.used} x={0} y={0} width={share(used)} height={HEIGHT} />
        <rect
          className={style.reserved}
          fill={`url(#${pattern})`}
          x={share(used)}
          y={0.5}
          width={share(reserved)}
          height={HEIGHT - 1}
        />
      </svg>
      <p className={style.muted}>
        {t("waivers.account", { used: say(used), reserved: say(reserved), returned: say(returned) })}
        {cut ? ` · ${t("waivers.requested", { quantity: say(requested) })}` : ""}
      </p>
    </li>
  );
}

/** What the parts of a bar mean. */
export function LedgerLegend(): ReactNode {
  const { t } = useLanguage();
  const pattern = useId();
  return (
    <ul className={style.legend}>
      <li>
        <svg width={24} height={12} aria-hidden>
          <rect className={style.used} width={24} height={12} />
        </svg>
        {t("waivers.used")}
      </li>
      <li>
        <svg width={24} height={12} aria-hidden>
          <Hatch id={pattern} />
          <rect className={style.reserved} fill={`url(#${pattern})`} width={24} height={12} />
        </svg>
        {t("waivers.reserved")}
      </li>
      <li>
        <svg width={24} height={12} aria-hidden>
          <rect className={style.left} x={0.5} y={0.5} width={23} height={11} />
        </svg>
        {t("waivers.left")}
      </li>
    </ul>
  );
}
