import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { PersonField, usePeople } from "../../../organisation/pages/person-field.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { type CourseView, handOverThing } from "../contract.ts";
import { DayField } from "./day-field.tsx";
import { FoldedForm } from "./folded-form.tsx";
import { ReasonField } from "./reason-field.tsx";

/** Hands a thing over: to whom, from which day, and why. What is decided stays as it is. */
export function HandOverForm({ view }: { readonly view: CourseView }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { personName } = usePeople();
  const today = useSession()?.today ?? "";
  const { save, saving, problem } = useSave(handOverThing);
  const [to, setTo] = useState("");
  const [from, setFrom] = useState<string>();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const day = from ?? today;
  return (
    <FoldedForm
      title={t("course.hand-over")}
      button={t("course.hand-over")}
      open={!view.owner.inOffice}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (to === "" || !isDay(day) || isBlank(reason)) return;
        const body = { thing: view.thing, to, from: day as Day, reason: reason.trim() };
        if (!(await save({ body }))) return;
        toast(t("course.handed-over", { name: personName(to) }));
        setTo("");
        setReason("");
        setTried(false);
      }}
    >
      <p className="quiet small">{t("course.hand-over-lead")}</p>
      <PersonField
        at="to"
        label={t("course.to")}
        body={view.body}
        value={to}
        onChange={setTo}
        problem={problem}
        fault={tried && to === "" ? t("course.missing") : undefined}
      />
      <DayField
        at="from"
        label={t("course.from-day")}
        value={day}
        onChange={setFrom}
        tried={tried}
        problem={problem}
      />
      <ReasonField
        at="hand-over-reason"
        value={reason}
        onChange={setReason}
        tried={tried}
        problem={problem}
      />
    </FoldedForm>
  );
}
