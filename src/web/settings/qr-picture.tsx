import { create } from "qrcode";
import type { ReactNode } from "react";

/** Empty modules around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** A QR code, dark on light in either appearance, drawn by the page itself: the text goes nowhere. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const path = rows.flatMap((y) =>
    rows.flatMap((x) => (modules.get(y, x) ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  const size = modules.size + 2 * QUIET;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={208} height={208}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
