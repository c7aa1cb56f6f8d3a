import { BodyName } from "../../organisation/pages/body-name.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { RegisterRow } from "../contract.ts";
import { documentHref, RowState } from "./register-table.tsx";

const WEIGHT = { expired: 0, "runs-out": 1, "review-due": 2 } as const;

/** Documents that call for work, the most urgent first; nothing where there are none. */
export function Warnings({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const t = useTexts("documents");
  const warned = rows
    .flatMap((row) => (row.warning ? [{ row, weight: WEIGHT[row.warning] }] : []))
    .sort((a, b) => a.weight - b.weight)
    .map(({ row }) => row);
  if (warned.length === 0) return null;
  return (
    <Section title={t("page.warnings", { count: warned.length })}>
      <ul className="document-warnings">
        {warned.map((row) => (
          <li key={`${row.origin} ${row.id}`} className="row">
            <RowState row={row} />
            <Link href={documentHref(row)} lang={row.origin === "registered" ? WRITTEN : undefined}>
              {row.title}
            </Link>
            <span className="quiet">
              <BodyName id={row.body} name={row.bodyName} />
              {row.warning === "review-due" && row.reviewBy ? (
                <>
                  , <When at={row.reviewBy} />
                </>
              ) : row.validTo ? (
                <>
                  , <When at={row.validTo} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
