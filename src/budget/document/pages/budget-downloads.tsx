import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import {
  getBudgetLines,
  getBudgetLinesSchema,
  getBudgetPdf,
  getBudgetWord,
  getBudgetWorkbook,
} from "../contract.ts";

const FILES = [
  { route: getBudgetPdf, text: "document.as-pdf" },
  { route: getBudgetWord, text: "document.as-word" },
  { route: getBudgetWorkbook, text: "document.as-excel" },
  { route: getBudgetLines, text: "document.as-csv" },
  { route: getBudgetLinesSchema, text: "document.as-schema" },
] as const;

/** The budget in the version that is shown, as files to take away (U-10). */
export function BudgetDownloads({ year, version }: { readonly year: number; readonly version: number }) {
  const t = useTexts("budget");
  return (
    <ul className="plain-list downloads" aria-label={t("document.download")}>
      {FILES.map(({ route, text }) => (
        <li key={route.id}>
          <Link
            href={addressOf(route, { params: { year }, query: { version } })}
            target="_blank"
            rel="noopener"
          >
            {t(text)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
