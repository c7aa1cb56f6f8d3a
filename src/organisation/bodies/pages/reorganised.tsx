import { dayText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { useSession } from "../../pages/use-bodies.ts";
import { listReorganisations } from "../contract.ts";
import { touches } from "../rules/touches.ts";

/**
 * Beside figures that are compared over a reorganisation: that there was one, and that they follow the unit. Nothing where the year
 * has none of the body, or of any body where none is given.
 */
export function ReorganisedIn({ year, body }: { readonly year: number; readonly body?: string | undefined }) {
  const t = useTexts("organisation");
  const language = useLanguage();
  const today = useSession()?.today;
  const all = useApi(listReorganisations, {}).data ?? [];
  const own = all.filter(
    ({ day, takenBack, steps }) =>
      !takenBack &&
      today !== undefined &&
      day <= today &&
      (day.startsWith(`${year}-`) || day.startsWith(`${year + 1}-`)) &&
      (body === undefined || touches(steps, body)),
  );
  if (own.length === 0) return null;
  return (
    <ul className="plain-list stack">
      {own.map(({ id, day, name }) => (
        <li key={id} className="row">
          <Status value="info" />
          <span>
            {t("bodies.reorganised", { day: dayText(day, language) })}{" "}
            <Link href="/beslut/organisation">
              <span lang={WRITTEN}>{name}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
