import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { getChangesCsv, getChangesWorkbook, MAX_EXPORTED } from "../contract.ts";

/** What is looked for in the log, as files to take away (T-7). */
export function LogFiles({ sought }: { readonly sought: Readonly<Record<string, string>> }) {
  const t = useTexts("organisation");
  return (
    <Files
      lead={t("changes.export-lead", { max: MAX_EXPORTED })}
      excel={addressOf(getChangesWorkbook, { query: sought })}
      csv={addressOf(getChangesCsv, { query: sought })}
    />
  );
}

/** What is told on a page, as Excel and CSV. */
export function Files({
  lead,
  excel,
  csv,
}: {
  readonly lead: string;
  readonly excel: string;
  readonly csv: string;
}) {
  const t = useTexts("organisation");
  return (
    <div className="row">
      <span className="quiet small">{lead}</span>
      <ul className="plain-list row downloads" aria-label={lead}>
        <li>
          <Link href={excel} target="_blank" rel="noopener">
            {t("changes.as-excel")}
          </Link>
        </li>
        <li>
          <Link href={csv} target="_blank" rel="noopener">
            {t("changes.as-csv")}
          </Link>
        </li>
      </ul>
    </div>
  );
}
