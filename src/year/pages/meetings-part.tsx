import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../kernel/format.ts";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { fieldId } from "../../platform/ui/fields.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { meetingsIn } from "../rules/meetings.ts";
import { DAY_SORTS } from "../rules/step-day.ts";
import { type Calendar, MeetingForm, NTH } from "./meeting-form.tsx";

/** When the organs meet: each has its days, a rule, or last year's. */
export function MeetingsPart({
  meetings,
  year,
  onChange,
}: {
  readonly meetings: readonly Calendar[];
  readonly year: number;
  readonly onChange: (meetings: Calendar[]) => void;
}) {
  const t = useTexts("year");
  const language = useLanguage();
  const toast = useToast();
  const { nameOf } = useBodies();
  const [open, setOpen] = useState<Calendar>();
  const rule = ({ rule: of }: Calendar) =>
    of === null
      ? ""
      : t("edit.by-rule", {
          nth: t(`edit.nth-value.${NTH.find((one) => one === String(of.nth)) ?? "-1"}`).toLocaleLowerCase(
            language,
          ),
          weekday: t(`edit.day-value.${DAY_SORTS[of.weekday] ?? "monday"}`),
        });
  return (
    <Section
      title={t("edit.meetings-section")}
      lead={t("edit.meetings-lead")}
      action={
        <Button variant="secondary" onClick={() => setOpen({ body: "", days: [], rule: null })}>
          {t("edit.add-organ")}
        </Button>
      }
    >
      {meetings.length === 0 ? (
        <p className="quiet">{t("wheel-page.none-meetings")}</p>
      ) : (
        <PlainTable
          caption={t("wheel-page.meetings-caption", { year })}
          columns={[
            { id: "organ", header: t("edit.organ") },
            { id: "days", header: t("wheel-page.days"), stays: true },
            { id: "do", header: t("edit.change") },
          ]}
          rows={meetings.map((one, i) => {
            const name = nameOf(one.body);
            const days = meetingsIn(one, year).map((day) => dayText(day, language, "short"));
            return {
              key: one.body,
              name,
              cells: [
                <BodyName key="name" id={one.body} />,
                <span key="days" id={fieldId(`meetings.${i}.days`)} tabIndex={-1}>
                  {days.join(", ") || t("edit.no-days")}
                  {one.rule ? (
                    <>
                      <br />
                      <span className="quiet small">{rule(one)}</span>
                    </>
                  ) : null}
                </span>,
                <span key="do" className="row">
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t("edit.change-organ", { name })}
                    onClick={() => setOpen(one)}
                  >
                    {t("edit.change")}
                  </Button>
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t("edit.remove-organ", { name })}
                    onClick={() => {
                      onChange(meetings.filter(({ body }) => body !== one.body));
                      toast(t("edit.organ-removed", { name }), { undo: () => onChange([...meetings]) });
                    }}
                  >
                    {t("edit.remove")}
                  </Button>
                </span>,
              ],
            };
          })}
        />
      )}
      {open ? (
        <MeetingForm
          calendar={open}
          year={year}
          taken={meetings.map(({ body }) => body).filter((body) => body !== open.body)}
          onClose={() => setOpen(undefined)}
          onDone={(done) => {
            const there = meetings.some(({ body }) => body === open.body);
            onChange(
              there ? meetings.map((one) => (one.body === open.body ? done : one)) : [...meetings, done],
            );
            setOpen(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}
