import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import type { LastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import type { Day } from "../../../kernel/day.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { type Vision, visionRoutes } from "../contract.ts";
import { VISION } from "../kind.ts";
import { beginsPeriod, mandatePeriod } from "../rules/mandate-period.ts";
import { nextVision } from "../rules/vision.ts";
import { useBefore } from "./use-before.ts";
import { VisionReviewForm } from "./vision-review-form.tsx";
import { VisionView } from "./vision-view.tsx";
import { Begun, useSaid, WayOn } from "./writing-parts.tsx";
import "./governing.css";

const MAX_PARTS = 12;

/** A vision to begin with, in force until the mandate period after its own has ended. */
const newVision = (year: number): Vision => ({
  name: "",
  text: "",
  validTo: `${mandatePeriod(mandatePeriod(year).to + 1).to}-12-31`,
  parts: [],
  followUp: "",
  review: null,
});

/** The vision being written (model §2.1, V-1): what it says, and in a new mandate period what has come true of the one before. */
export function VisionEditorPage() {
  const t = useTexts("goals");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const before = useBefore(visionRoutes, { body, year });
  const empty = before.content
    ? nextVision(before.content, beginsPeriod(year, before.year))
    : newVision(year);
  return (
    <WriteMatter
      routes={visionRoutes}
      kind={VISION.kind}
      cite="§2.1"
      title={(_, year) => t("vision-edit.title", { year })}
      lead={t("vision-edit.lead")}
      back={{ href: "/mal", label: t("governed.back") }}
      empty={before.pending ? undefined : empty}
      read={(content, body) => (
        <Section title={t("vision-edit.text-section")}>
          <VisionView content={content} body={body} year={year} />
        </Section>
      )}
    >
      {(writing) => <VisionWriter {...writing} before={before} />}
    </WriteMatter>
  );
}

function VisionWriter({
  body,
  year,
  begin,
  before,
}: Writing<Vision> & { readonly before: LastYear<Vision> }) {
  const t = useTexts("goals");
  const draft = useDraft(visionRoutes, { body, year }, begin);
  const said = useSaid(draft.view?.remarks ?? []);
  const vision = draft.content;
  const set = (change: Partial<Vision>) => draft.change({ ...vision, ...change });
  const { content: former } = before;
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("governed.place-vision")} />
      {former ? <Begun draft={draft} said={t("vision-edit.begun", { year: before.year })} /> : null}
      {former && vision.review ? (
        <VisionReviewForm
          vision={vision}
          review={vision.review}
          former={former}
          onChange={(review) => set({ review })}
        />
      ) : null}
      {former && !vision.review ? (
        <div>
          <Button variant="secondary" onClick={() => set({ review: nextVision(former, true).review })}>
            {t("vision-edit.add-review")}
          </Button>
        </div>
      ) : null}
      <Section title={t("vision-edit.text-section")} cite="§2.1">
        <div className="sheet governing-form">
          <TextField
            at="name"
            label={t("vision-edit.name")}
            value={vision.name}
            onChange={(name) => set({ name })}
            maxLength={500}
          />
          <TextArea
            at="text"
            label={t("vision-edit.text")}
            value={vision.text}
            onChange={(text) => set({ text })}
            rows={5}
            maxLength={4000}
          />
          <LastDay value={vision.validTo} fault={said("validTo")} onChange={(validTo) => set({ validTo })} />
          <TextArea
            at="followUp"
            label={t("vision-edit.follow-up")}
            help={t("vision-edit.follow-up-help")}
            value={vision.followUp}
            onChange={(followUp) => set({ followUp })}
            rows={2}
            maxLength={4000}
          />
        </div>
      </Section>
      <Parts parts={vision.parts} said={said} onChange={(parts) => set({ parts: [...parts] })} />
      <WayOn draft={draft} kind={VISION.kind} body={body} year={year} />
    </>
  );
}

/** A day, once it is a whole one: what is half written goes nowhere. */
function LastDay({
  value,
  fault,
  onChange,
}: {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (day: Day) => void;
}) {
  const t = useTexts("goals");
  const [blank, setBlank] = useState(false);
  return (
    <div className="governing-day">
      <TextField
        at="validTo"
        type="date"
        label={t("vision-edit.valid-to")}
        value={blank ? "" : value}
        onChange={(day) => {
          setBlank(day === "");
          if (day !== "") onChange(day as Day);
        }}
        fault={blank ? t("vision-edit.valid-to-missing") : fault}
      />
    </div>
  );
}

function Parts({
  parts,
  said,
  onChange,
}: {
  readonly parts: Vision["parts"];
  readonly said: (at: string) => string | undefined;
  readonly onChange: (parts: Vision["parts"]) => void;
}) {
  const t = useTexts("goals");
  const toast = useToast();
  return (
    <Section title={t("governing.parts")} lead={t("vision-edit.parts-lead")}>
      {parts.map((part, i) => (
        <div key={part.id} className="governing-part">
          <TextField
            at={`parts.${i}.text`}
            label={t("vision-edit.part", { number: i + 1 })}
            value={part.text}
            onChange={(text) => onChange(parts.map((one) => (one.id === part.id ? { ...one, text } : one)))}
            maxLength={500}
            fault={said(`parts.${i}.text`)}
          />
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() => {
              onChange(parts.filter((one) => one.id !== part.id));
              toast(t("vision-edit.part-removed"), { undo: () => onChange(parts) });
            }}
          >
            {t("vision-edit.remove-part", { number: i + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          disabled={parts.length >= MAX_PARTS}
          onClick={() => onChange([...parts, { id: lastingId("del"), text: "" }])}
        >
          {t("vision-edit.add-part")}
        </Button>
      </div>
    </Section>
  );
}
