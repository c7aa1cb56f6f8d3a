import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

export interface Meeting {
  readonly decidedOn: string;
  readonly paragraph: string;
  readonly reference: string;
}

/** A meeting to be written of: held today until another day is said. */
export function useMeeting() {
  const present = useSession()?.present ?? "";
  return useState({ decidedOn: present, paragraph: "", reference: "" });
}

/** When an organ met, and where in its minutes it decided. */
export function MeetingFields({
  meeting,
  onChange,
  problem,
  tried,
  within = "",
  dayFault,
}: {
  readonly meeting: Meeting;
  readonly onChange: (meeting: Meeting) => void;
  readonly problem: unknown;
  /** Whether one has tried to register it: what is missing is said then. */
  readonly tried: boolean;
  /** The place of the meeting in what is sent. */
  readonly within?: string;
  /** What is known to be wrong with the day. */
  readonly dayFault?: string | undefined;
}) {
  const t = useTexts("decisions");
  const missing = (text: string) => (tried && isBlank(text) ? t("matter.dialog.missing") : undefined);
  return (
    <>
      <TextField
        at={`${within}decidedOn`}
        type="date"
        label={t("matter.dialog.day")}
        value={meeting.decidedOn}
        onChange={(decidedOn) => onChange({ ...meeting, decidedOn })}
        problem={problem}
        fault={missing(meeting.decidedOn) ?? dayFault}
      />
      <TextField
        at={`${within}paragraph`}
        label={t("matter.dialog.paragraph")}
        help={t("matter.dialog.paragraph-help")}
        value={meeting.paragraph}
        onChange={(paragraph) => onChange({ ...meeting, paragraph })}
        maxLength={6}
        problem={problem}
        fault={missing(meeting.paragraph)}
      />
      <TextField
        at={`${within}reference`}
        label={t("matter.dialog.reference")}
        value={meeting.reference}
        onChange={(reference) => onChange({ ...meeting, reference })}
        maxLength={60}
        problem={problem}
        fault={missing(meeting.reference)}
      />
    </>
  );
}

/** "112" is written "§ 112". */
export const withSign = (paragraph: string): string =>
  paragraph.startsWith("§") ? paragraph : `§ ${paragraph}`;
