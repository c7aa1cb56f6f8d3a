import { Button } from "@digdir/designsystemet-react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { matterPath } from "../../decisions/rules/kind.ts";
import { type Day, dayOf } from "../../kernel/day.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { TextField } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getWrittenWheel, type YearWheel, yearWheelRoutes } from "../contract.ts";
import { WHEEL_PAGE, YEAR_WHEEL } from "../kind.ts";
import { meetingsOfWheel } from "../rules/which-wheel.ts";
import { MeetingsPart } from "./meetings-part.tsx";
import { PreviewPart } from "./preview-part.tsx";
import { StepsPart } from "./steps-part.tsx";
import { WheelContent } from "./wheel-content.tsx";

/** The municipality's own wheel being written (A-13): its steps, the organs' meetings, and what moves. */
export function WheelEditorPage() {
  const t = useTexts("year");
  const { year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const begin = useApi(getWrittenWheel, { params: { year } }, { when: /^2\d{3}$/.test(yearText) });
  return (
    <WriteMatter
      routes={yearWheelRoutes}
      kind={YEAR_WHEEL.kind}
      cite="§2.4"
      title={(_, of) => t("edit.title", { year: of })}
      lead={t("edit.lead", { year })}
      back={{ href: WHEEL_PAGE, label: t("edit.back") }}
      empty={begin.data}
      next={() => t("edit.next")}
      read={(content, body) => <WheelContent content={content} body={body} year={year} />}
    >
      {(writing) => <WheelWriter {...writing} />}
    </WriteMatter>
  );
}

function WheelWriter({ body, year, begin }: Writing<YearWheel>) {
  const t = useTexts("year");
  const draft = useDraft(yearWheelRoutes, { body, year }, begin);
  const wheel = draft.content;
  const set = (change: Partial<YearWheel>) => draft.change({ ...wheel, ...change });
  const remarks = draft.view?.remarks ?? [];
  return (
    <>
      <DraftTroubles
        draft={draft}
        place={([first]) =>
          t(
            first === "steps"
              ? "edit.place-steps"
              : first === "meetings"
                ? "edit.place-meetings"
                : "edit.place-other",
          )
        }
      />
      {draft.state === "untouched" && !draft.view ? (
        <p className="row">
          {t("edit.begun")}
          <Button variant="secondary" data-size="sm" onClick={() => void draft.saveNow()}>
            {t("edit.keep")}
          </Button>
        </p>
      ) : null}
      {remarks.length > 0 ? (
        <Section title={t("edit.remarks")}>
          <PlacedRemarks remarks={remarks} chapter="year" />
        </Section>
      ) : null}
      <AppliesFrom year={year} value={wheel.appliesFrom} onChange={(appliesFrom) => set({ appliesFrom })} />
      <StepsPart
        steps={wheel.steps}
        year={year}
        meetingsOf={meetingsOfWheel(wheel.meetings)}
        onChange={(steps) => set({ steps })}
      />
      <MeetingsPart meetings={wheel.meetings} year={year} onChange={(meetings) => set({ meetings })} />
      <PreviewPart wheel={wheel} year={year} />
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={matterPath({ kind: YEAR_WHEEL.kind, body, year })}>{t("edit.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="year" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

/** From which day it holds, for a year that has begun: the others begin with it. */
function AppliesFrom({
  year,
  value,
  onChange,
}: {
  readonly year: number;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
}) {
  const t = useTexts("year");
  const today = useSession()?.today;
  if (today === undefined || (dayOf(year, 1, 1) > today && value === null)) return null;
  return (
    <Section title={t("edit.from-section")}>
      <TextField
        at="appliesFrom"
        type="date"
        label={t("edit.applies-from")}
        optional={t("edit.applies-from-optional")}
        help={t("edit.applies-from-help", { year })}
        value={value ?? ""}
        onChange={(day) => onChange(day === "" ? null : (day as Day))}
      />
    </Section>
  );
}
