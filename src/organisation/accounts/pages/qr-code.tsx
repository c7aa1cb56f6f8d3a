import encodeQR from "qr";
import { useMemo } from "react";

/** A text as a picture that a phone reads. What it says stands in text beside it, too. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => pathOf(encodeQR(text, "raw", { ecc: "medium" })), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}

/** One path of all dark squares: a row's neighbours together. */
function pathOf(rows: readonly (readonly boolean[])[]): { readonly size: number; readonly path: string } {
  const parts: string[] = [];
  for (const [y, row] of rows.entries())
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      parts.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  return { size: rows.length, path: parts.join("") };
}
