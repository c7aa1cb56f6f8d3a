import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useRemarkText } from "../../decisions/pages/remarks.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { matterPath } from "../../decisions/rules/kind.ts";
import { addDays, type Day, endOfMonth } from "../../kernel/day.ts";
import { monthText } from "../../kernel/format.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { type ExtraOccasions, extraOccasionsRoutes } from "../contract.ts";
import { EXTRA_OCCASIONS, WHEEL_PAGE } from "../kind.ts";
import { EXTRA_BODIES, EXTRA_MONTHS } from "../rules/extra.ts";
import { toWorkday } from "../rules/workdays.ts";
import { ExtraContent } from "./extra-content.tsx";

type Occasion = ExtraOccasions["occasions"][number];

const EMPTY: ExtraOccasions = { occasions: [] };
/** How long the bodies have after the month's end, unless the executive says otherwise. */
const DAYS_TO_REPORT = 21;
const LIKELY_MONTH = 10;

const dueAfter = (year: number, month: number): Day =>
  toWorkday(addDays(endOfMonth(year, month), DAYS_TO_REPORT), "after");

/** Further follow-ups of a year's economy, which the executive decides on (U-5). */
export function ExtraEditorPage() {
  const t = useTexts("year");
  const { year = "" } = usePathParams();
  return (
    <WriteMatter
      routes={extraOccasionsRoutes}
      kind={EXTRA_OCCASIONS.kind}
      cite="§2.5"
      title={(_, of) => t("extra.page-title", { year: of })}
      lead={t("extra.lead")}
      back={{ href: WHEEL_PAGE, label: t("extra.back") }}
      empty={EMPTY}
      next={() => t("edit.next")}
      read={(content, body) => <ExtraContent content={content} body={body} year={Number(year)} />}
    >
      {(writing) => <ExtraWriter {...writing} />}
    </WriteMatter>
  );
}

function ExtraWriter({ body, year, begin }: Writing<ExtraOccasions>) {
  const t = useTexts("year");
  const language = useLanguage();
  const toast = useToast();
  const draft = useDraft(extraOccasionsRoutes, { body, year }, begin);
  const text = useRemarkText("year");
  const { occasions } = draft.content;
  const remarks = draft.view?.remarks ?? [];
  const said = (at: string) => {
    const found = remarks.filter((one) => one.at === at && one.level === "stops" && one.code !== "extra-why");
    return found.length > 0 ? found.map(text).join(" ") : undefined;
  };
  const write = (next: readonly Occasion[]) => draft.change({ occasions: [...next] });
  const set = (i: number, change: Partial<Occasion>) =>
    write(occasions.map((one, at) => (at === i ? { ...one, ...change } : one)));
  const free = [LIKELY_MONTH, ...EXTRA_MONTHS].find((month) => !occasions.some((one) => one.month === month));
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("extra.place")} />
      {occasions.length === 0 ? (
        <EmptyState title={t("extra.empty")}>{t("extra.empty-detail")}</EmptyState>
      ) : null}
      {occasions.map((one, i) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: two occasions can be of the same month while they are written
          key={i}
          title={t("extra.one", { month: monthText(one.month, language) })}
        >
          <div className="sheet form">
            <SelectField
              at={`occasions.${i}.month`}
              label={t("extra.after")}
              value={String(one.month)}
              onChange={(value) => {
                const month = Number(value) as Occasion["month"];
                set(i, { month, due: dueAfter(year, month) });
              }}
              options={EXTRA_MONTHS.map((month) => ({
                value: String(month),
                label: monthText(month, language),
              }))}
              fault={said(`occasions.${i}.month`)}
            />
            <TextField
              at={`occasions.${i}.due`}
              type="date"
              label={t("extra.due")}
              value={one.due}
              onChange={(due) => {
                if (due !== "") set(i, { due: due as Day });
              }}
              fault={said(`occasions.${i}.due`)}
            />
            <Fieldset>
              <Fieldset.Legend>{t("extra.who-owes")}</Fieldset.Legend>
              {EXTRA_BODIES.map((kind) => (
                <Checkbox
                  key={kind}
                  label={t(`extra.owes.${kind}`)}
                  checked={one.bodies.includes(kind)}
                  onChange={(event) =>
                    set(i, {
                      bodies: EXTRA_BODIES.filter((other) =>
                        other === kind ? event.target.checked : one.bodies.includes(other),
                      ),
                    })
                  }
                />
              ))}
            </Fieldset>
            <TextArea
              at={`occasions.${i}.why`}
              label={t("extra.why-label")}
              value={one.why}
              onChange={(why) => set(i, { why })}
              rows={2}
              maxLength={1000}
            />
            <div>
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => {
                  write(occasions.toSpliced(i, 1));
                  toast(t("extra.removed"), { undo: () => write(occasions) });
                }}
              >
                {t("extra.remove", { month: monthText(one.month, language) })}
              </Button>
            </div>
          </div>
        </Section>
      ))}
      {free === undefined ? null : (
        <div>
          <Button
            variant="secondary"
            onClick={() =>
              write([
                ...occasions,
                {
                  month: free as Occasion["month"],
                  due: dueAfter(year, free),
                  bodies: ["executive", "committee"],
                  why: "",
                },
              ])
            }
          >
            {t("extra.add")}
          </Button>
        </div>
      )}
      {remarks.length > 0 ? (
        <Section title={t("edit.remarks")}>
          <PlacedRemarks remarks={remarks} chapter="year" />
        </Section>
      ) : null}
      <DraftBar draft={draft}>
        {draft.view ? (
          <Link href={matterPath({ kind: EXTRA_OCCASIONS.kind, body, year })}>{t("edit.matter")}</Link>
        ) : null}
        <ProposeDecide matter={draft.view} chapter="year" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
