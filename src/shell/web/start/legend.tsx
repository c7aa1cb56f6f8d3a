import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

const SHOWN = [
  "decided",
  "under-way",
  "late",
  "waiting",
  "to-come",
] as const satisfies readonly StatusValue[];

/** How each state looks in the year's rings, with its word. */
export function Legend() {
  const t = useTexts("shell");
  return (
    <ul className="legend" aria-label={t("page.start.legend")}>
      {SHOWN.map((value) => (
        <li key={value}>
          <Status value={value} word={t(`page.start.legend-${value}`)} />
        </li>
      ))}
    </ul>
  );
}
