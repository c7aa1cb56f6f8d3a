import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { PersonField, usePeople } from "../../../organisation/pages/person-field.tsx";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { type CourseView, handOverThing } from "../contract.ts";

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
    <details open={!view.owner.inOffice}>
      <summary>{t("course.hand-over")}</summary>
      <form
        className="form"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          if (to === "" || !isDay(day) || isBlank(reason) || saving) return;
          const body = { thing: view.thing, to, from: day as Day, reason: reason.trim() };
          if (!(await save({ body }))) return;
          toast(t("course.handed-over", { name: personName(to) }));
          setTo("");
          setReason("");
          setTried(false);
        }}
      >
        <p className="quiet small">{t("course.hand-over-lead")}</p>
        <ErrorSummary problem={problem} />
        <PersonField
          at="to"
          label={t("course.to")}
          body={view.body}
          value={to}
          onChange={setTo}
          problem={problem}
          fault={tried && to === "" ? t("course.missing") : undefined}
        />
        <TextField
          at="from"
          type="date"
          label={t("course.from-day")}
          value={day}
          onChange={setFrom}
          problem={problem}
          fault={tried && !isDay(day) ? t("course.day-fault") : undefined}
        />
        <TextArea
          at="hand-over-reason"
          label={t("course.why")}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          problem={problem}
          fault={tried && isBlank(reason) ? t("course.missing") : undefined}
        />
        <Button type="submit" variant="secondary" data-size="sm" loading={saving}>
          {t("course.hand-over")}
        </Button>
      </form>
    </details>
  );
}
