import { Button } from "@digdir/designsystemet-react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { PersonField } from "../../../organisation/pages/person-field.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { GoalPart } from "../../contract.ts";
import { goalPage } from "../../kind.ts";
import type { GoalGrounds } from "../contract.ts";

/** P-3: the body's own part in goals that others lead, decided with its own goals. */
export function PartsForm({
  parts,
  shared,
  body,
  year,
  onChange,
  onRemove,
}: {
  readonly parts: readonly GoalPart[];
  readonly shared: GoalGrounds["shared"];
  readonly body: string;
  readonly year: number;
  readonly onChange: (parts: readonly GoalPart[]) => void;
  readonly onRemove: (part: GoalPart) => void;
}) {
  const t = useTexts("goals");
  const gone = parts.filter(
    (part) => !shared.some(({ lead, goal }) => lead === part.lead && goal === part.goal),
  );
  const rows = [
    ...shared.map(({ lead, leadName, goal, wording, effectForResidents }) => ({
      lead,
      leadName,
      goal,
      wording,
      effectForResidents,
    })),
    ...gone.map(({ lead, goal, wording }) => ({
      lead,
      leadName: lead,
      goal,
      wording,
      effectForResidents: "",
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t("grounds.shared")} lead={t("grounds.shared-lead")} cite="§1.1">
      {rows.map((row) => {
        const index = parts.findIndex((part) => part.lead === row.lead && part.goal === row.goal);
        const part = parts[index];
        const set = (change: Partial<GoalPart>) =>
          onChange(parts.map((other, i) => (i === index ? { ...other, ...change } : other)));
        return (
          <section key={`${row.lead}/${row.goal}`} className="sheet goal-form" aria-label={row.wording}>
            <header>
              <h3 className="ds-heading" data-size="xs" lang={WRITTEN}>
                <Link href={goalPage(row.lead, row.goal, year)}>{row.wording}</Link>
              </h3>
              <p className="quiet small">
                {t("grounds.led-by", { body: row.leadName })}.{" "}
                <span lang={WRITTEN}>{row.effectForResidents}</span>
              </p>
            </header>
            {part ? (
              <>
                <TextArea
                  at={`parts.${index}.what`}
                  label={t("grounds.what")}
                  value={part.what}
                  onChange={(what) => set({ what })}
                  rows={2}
                  maxLength={4000}
                />
                <div className="columns">
                  <PersonField
                    at={`parts.${index}.responsible`}
                    label={t("grounds.responsible")}
                    body={body}
                    value={part.responsible}
                    onChange={(responsible) => set({ responsible })}
                  />
                  <div>
                    <Button
                      variant="tertiary"
                      data-size="sm"
                      aria-label={t("grounds.remove-part-in", { goal: row.wording })}
                      onClick={() => onRemove(part)}
                    >
                      {t("grounds.remove-part")}
                    </Button>
                  </div>
                </div>
              </>
            ) : (
              <div>
                <Button
                  variant="secondary"
                  data-size="sm"
                  aria-label={t("grounds.add-part-in", { goal: row.wording })}
                  onClick={() =>
                    onChange([
                      ...parts,
                      {
                        id: lastingId("del"),
                        lead: row.lead,
                        goal: row.goal,
                        wording: row.wording,
                        what: "",
                        responsible: "",
                      },
                    ])
                  }
                >
                  {t("grounds.add-part")}
                </Button>
              </div>
            )}
          </section>
        );
      })}
    </Section>
  );
}
