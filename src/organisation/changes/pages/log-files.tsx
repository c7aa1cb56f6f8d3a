import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { getChangesCsv, getChangesWorkbook, MAX_EXPORTED } from "../contract.ts";

const FILES = [
  { route: getChangesWorkbook, text: "changes.as-excel" },
  { route: getChangesCsv, text: "changes.as-csv" },
] as const;

/** What is looked for in the log, as files to take away (T-7). */
export function LogFiles({ sought }: { readonly sought: Readonly<Record<string, string>> }) {
  const t = useTexts("organisation");
  const lead = t("changes.export-lead", { max: MAX_EXPORTED });
  return (
    <div className="row">
      <span className="quiet small">{lead}</span>
      <ul className="plain-list downloads" aria-label={lead}>
        {FILES.map(({ route, text }) => (
          <li key={route.id}>
            <Link href={addressOf(route, { query: sought })} target="_blank" rel="noopener">
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
