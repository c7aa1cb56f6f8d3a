import { Button } from "@digdir/designsystemet-react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { BodyField } from "../../../organisation/pages/body-field.tsx";
import { PersonField } from "../../../organisation/pages/person-field.tsx";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { DayField } from "../../course/pages/day-field.tsx";
import type { AssignmentInput } from "../contract.ts";
import { ASSIGNMENT_LIMITS } from "../rules/assignment.ts";

/** An assignment as it is being written; `key` tells it from the others while they are. */
export interface WrittenAssignment {
  readonly key: number;
  readonly text: string;
  readonly to: string;
  readonly person: string;
  readonly due: string;
  readonly report: string;
}

const NEW_ASSIGNMENT: Omit<WrittenAssignment, "key"> = {
  text: "",
  to: "",
  person: "",
  due: "",
  report: "",
};

/** One more, after those that are there. */
export const withOneMore = (all: readonly WrittenAssignment[]): WrittenAssignment[] => [
  ...all,
  { ...NEW_ASSIGNMENT, key: (all.at(-1)?.key ?? 0) + 1 },
];

/** As they are sent; undefined where something that must be said is not. */
export function assignmentsToSend(all: readonly WrittenAssignment[]): AssignmentInput[] | undefined {
  const sent = all.flatMap(({ text, to, person, due, report }): AssignmentInput[] =>
    isBlank(text) || to === "" || !isDay(due) || isBlank(report)
      ? []
      : [{ text: text.trim(), to, person: person || null, due: due as Day, report: report.trim() }],
  );
  return sent.length === all.length ? sent : undefined;
}

/** What an organ asks of somebody in a decision: as many as it asks. */
export function AssignmentFields({
  all,
  onChange,
  tried,
  problem,
}: {
  readonly all: readonly WrittenAssignment[];
  readonly onChange: (all: WrittenAssignment[]) => void;
  /** Somebody has tried to send it: what is missing is said. */
  readonly tried: boolean;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  const missing = (text: string) => (tried && isBlank(text) ? t("assignment.page.missing") : undefined);
  return (
    <>
      {all.map((one, i) => {
        const at = (field: string) => `assignments.${i}.${field}`;
        const set = (change: Partial<WrittenAssignment>) =>
          onChange(all.map((other) => (other.key === one.key ? { ...other, ...change } : other)));
        const number = i + 1;
        return (
          <fieldset key={one.key} className="sheet form">
            <legend>{t("assignment.form.one", { number })}</legend>
            <TextArea
              at={at("text")}
              label={t("assignment.form.text")}
              value={one.text}
              onChange={(text) => set({ text })}
              rows={2}
              maxLength={ASSIGNMENT_LIMITS.text}
              problem={problem}
              fault={missing(one.text)}
            />
            <BodyField
              at={at("to")}
              label={t("assignment.form.to")}
              value={one.to}
              onChange={(to) => set({ to, person: "" })}
              problem={problem}
              fault={missing(one.to)}
            />
            <PersonField
              at={at("person")}
              label={t("assignment.form.person")}
              help={t("assignment.form.person-help")}
              optional={t("assignment.page.optional")}
              body={one.to || undefined}
              value={one.person}
              onChange={(person) => set({ person })}
              problem={problem}
            />
            <DayField
              at={at("due")}
              label={t("assignment.form.due")}
              value={one.due}
              onChange={(due) => set({ due })}
              tried={tried}
              problem={problem}
            />
            <TextField
              at={at("report")}
              label={t("assignment.form.report")}
              help={t("assignment.form.report-help")}
              value={one.report}
              onChange={(report) => set({ report })}
              maxLength={ASSIGNMENT_LIMITS.report}
              problem={problem}
              fault={missing(one.report)}
            />
            <div>
              <Button
                variant="tertiary"
                data-size="sm"
                aria-label={t("assignment.form.remove-one", { number })}
                onClick={() => onChange(all.filter(({ key }) => key !== one.key))}
              >
                {t("assignment.form.remove")}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {all.length < ASSIGNMENT_LIMITS.inDecision ? (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => onChange(withOneMore(all))}>
            {t(all.length === 0 ? "assignment.form.add" : "assignment.form.add-another")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
