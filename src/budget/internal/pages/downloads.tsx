import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { getInternalLines, getInternalLinesSchema, getInternalWorkbook } from "../contract.ts";

const FILES = [
  { route: getInternalWorkbook, text: "document.as-excel" },
  { route: getInternalLines, text: "document.as-csv" },
  { route: getInternalLinesSchema, text: "document.as-schema" },
] as const;

/** The split as files to take away (E-6, T-1). */
export function InternalDownloads({ body, year }: { readonly body: string; readonly year: number }) {
  const t = useTexts("budget");
  return (
    <ul className="plain-list downloads" aria-label={t("internal.download")}>
      {FILES.map(({ route, text }) => (
        <li key={route.id}>
          <Link href={addressOf(route, { params: { body, year } })} target="_blank" rel="noopener">
            {t(text)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
