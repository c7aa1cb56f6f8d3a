import { within } from "../../kernel/day.ts";
import type { Session } from "../../organisation/pages/use-session.ts";
import { type BodyView, useBodies } from "../../organisation/pages/use-session.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { PickList } from "../../platform/ui/pick-list.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { DayChoice } from "./day/day-choice.tsx";
import { yearsToChoose } from "./year-at-hand.ts";

const GROUPS = [
  {
    text: "organs",
    kinds: ["council", "executive", "committee", "joint-committee", "electoral", "audit", "preparation"],
  },
  { text: "companies", kinds: ["company", "part-owned-company"] },
  { text: "administrations", kinds: ["administration", "management-group"] },
  { text: "units", kinds: ["department", "unit"] },
] as const satisfies readonly { readonly text: string; readonly kinds: readonly BodyView["kind"][] }[];

/** The body, the year and the day that one looks at, on every page. */
export function ChoiceBar({
  decidedYears,
  session,
}: {
  readonly decidedYears: readonly number[];
  readonly session: Session | undefined;
}) {
  const t = useTexts("shell");
  const { body, year, choose } = useChoice();
  const today = session?.today;
  const bodies = useBodies().filter(
    (b) => b.id === body || !today || within(today as never, b.validFrom as never, b.validTo as never),
  );
  const groups = GROUPS.map(({ text, kinds }) => ({
    id: text,
    label: t(`page.choice.${text}`),
    options: bodies
      .filter((b) => (kinds as readonly BodyView["kind"][]).includes(b.kind))
      .map((b) => ({ value: b.id, name: b.name })),
  })).filter(({ options }) => options.length > 0);
  const years = yearsToChoose(decidedYears, year, today ?? `${year}-01-01`);
  return (
    <fieldset className="choice" aria-label={t("page.choice.label")}>
      <PickList
        className="choice-body"
        label={t("page.choice.body")}
        value={body ?? ""}
        groups={[{ id: "whole", options: [{ value: "", name: t("page.choice.whole") }] }, ...groups]}
        onPick={(value) => choose({ body: value || undefined })}
      />
      <PickList
        className="choice-year"
        label={t("page.choice.year")}
        value={String(year)}
        groups={[{ id: "years", options: years.map((y) => ({ value: String(y), name: String(y) })) }]}
        onPick={(value) => choose({ year: Number(value) })}
      />
      {session && session.sampleFor !== "nobody" && !session.playing ? <DayChoice session={session} /> : null}
    </fieldset>
  );
}
