import { within } from "../../kernel/day.ts";
import { type BodyView, useBodies } from "../../organisation/pages/use-session.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { yearsToChoose } from "./year-at-hand.ts";

const GROUPS = [
  {
    text: "organs",
    kinds: ["council", "executive", "committee", "joint-committee", "electoral", "audit"],
  },
  { text: "companies", kinds: ["company"] },
  { text: "administrations", kinds: ["administration"] },
  { text: "units", kinds: ["unit"] },
] as const satisfies readonly { readonly text: string; readonly kinds: readonly BodyView["kind"][] }[];

/** The body and the year that one looks at, on every page. */
export function ChoiceBar({
  decidedYears,
  today,
}: {
  readonly decidedYears: readonly number[];
  readonly today: string | undefined;
}) {
  const t = useTexts("shell");
  const { body, year, choose } = useChoice();
  const bodies = useBodies().filter(
    (b) => !today || within(today as never, b.validFrom as never, b.validTo as never),
  );
  return (
    <fieldset className="choice" aria-label={t("page.choice.label")}>
      <select
        className="ds-input choice-body"
        data-size="sm"
        aria-label={t("page.choice.body")}
        value={body ?? ""}
        onChange={(event) => choose({ body: event.target.value || undefined })}
      >
        <option value="">{t("page.choice.whole")}</option>
        {GROUPS.map(({ text, ...group }) => {
          const kinds: readonly BodyView["kind"][] = group.kinds;
          const own = bodies.filter((b) => kinds.includes(b.kind));
          return own.length > 0 ? (
            <optgroup key={text} label={t(`page.choice.${text}`)}>
              {own.map((b) => (
                <option key={b.id} value={b.id}>
                  {b.name}
                </option>
              ))}
            </optgroup>
          ) : null;
        })}
      </select>
      <select
        className="ds-input choice-year"
        data-size="sm"
        aria-label={t("page.choice.year")}
        value={year}
        onChange={(event) => choose({ year: Number(event.target.value) })}
      >
        {yearsToChoose(decidedYears, year, today ?? `${year}-01-01`).map((y) => (
          <option key={y} value={y}>
            {y}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
