import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Shown } from "../../base/pages/shown.ts";

/** Which version of which forecast a budget's people come from; nothing where the budget names none (E-8). */
export function PopulationOrigin({ sources }: { readonly sources: Shown["sources"] }) {
  const t = useTexts("budget");
  const from = sources.find((source) => source.from)?.from;
  if (!from) return null;
  const year = from.matter.split(":")[2];
  return (
    <p>
      <Link href={`/ekonomi/befolkning?prognos=${year}.${from.version}`}>
        {t("population.origin", { year, version: from.version })}
      </Link>
      {from.sha256 ? (
        <span className="quiet small" title={from.sha256}>
          {" "}
          {t("population.origin-hash", { hash: from.sha256.slice(0, 12) })}
        </span>
      ) : null}
    </p>
  );
}
