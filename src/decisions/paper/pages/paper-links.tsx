import { addressOf } from "../../../platform/ui/api.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useKindPages } from "../../pages/matter-pages.tsx";
import { getMatterPdf, getMatterWord } from "../contract.ts";

const FORMS = [
  { route: getMatterPdf, text: "paper.pdf" },
  { route: getMatterWord, text: "paper.word" },
] as const;

/** A version of a matter as files to take away, for kinds that have a paper (T-1). */
export function PaperLinks({
  kind,
  matter,
  version,
}: {
  readonly kind: string;
  readonly matter: string;
  readonly version: number;
}) {
  const t = useTexts("decisions");
  if (!useKindPages(kind)?.kind.printed) return null;
  return (
    <ul className="plain-list row" aria-label={t("paper.download")}>
      {FORMS.map(({ route, text }) => (
        <li key={route.id}>
          <Link
            href={addressOf(route, { params: { id: matter }, query: { version } })}
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
