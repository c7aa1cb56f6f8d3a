import { Button } from "@digdir/designsystemet-react";
import { Section } from "../../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import {
  type Assumed,
  CARRIED_LINES,
  CARRIED_PERCENT,
  type CarriedLine,
  type CarriedPercent,
  MAX_GROWTH_PERCENT,
} from "../../../base/rules/assumed.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { isInParts, withAssumed } from "../../rules/move-assumed.ts";
import { numberColumn, sayNumber, TKR_LIMITS } from "./columns.ts";
import type { InputsEditing } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";

const PERCENT = { min: -MAX_GROWTH_PERCENT, max: MAX_GROWTH_PERCENT, decimals: 2 } as const;

interface Row {
  readonly id: CarriedPercent | CarriedLine;
  readonly value: number;
  readonly years: string;
}
const isPercent = (id: Row["id"]): id is CarriedPercent =>
  (CARRIED_PERCENT as readonly string[]).includes(id);

/** What the years are carried on by that nobody has given anything for: read, moved, or taken away when they are known (E-2, E-3). */
export function InputsAssumed({ budget, change, readOnly }: InputsEditing) {
  const t = useTexts("budget");
  const say = sayNumber(useLanguage());
  const { assumed, input, resultParts = [] } = budget;
  const carried = input.years.filter((year) => assumed && year > assumed.from);
  const unpeopled = input.years.filter((year) => assumed && year > assumed.peopleFrom);
  if (!assumed || (carried.length === 0 && unpeopled.length === 0)) return null;
  const text = (years: readonly number[]) => years.join(", ");
  const rows: Row[] = [
    ...CARRIED_PERCENT.map((id) => ({
      id,
      value: assumed[id],
      years: text(id === "peoplePercent" ? unpeopled : carried),
    })),
    ...CARRIED_LINES.filter((id) => !isInParts(resultParts, id)).map((id) => ({
      id,
      value: assumed.linesTkr[id],
      years: text(carried),
    })),
  ].filter(({ years }) => years !== "");
  const put = (next: readonly Row[]) => {
    const values = Object.fromEntries(next.map(({ id, value }) => [id, value]));
    const of = (id: Row["id"], own: number) => values[id] ?? own;
    const moved: Assumed = {
      ...assumed,
      taxBasePercent: of("taxBasePercent", assumed.taxBasePercent),
      pricePercent: of("pricePercent", assumed.pricePercent),
      peoplePercent: of("peoplePercent", assumed.peoplePercent),
      linesTkr: {
        equalisationTkr: of("equalisationTkr", assumed.linesTkr.equalisationTkr),
        centralTkr: of("centralTkr", assumed.linesTkr.centralTkr),
        depreciationTkr: of("depreciationTkr", assumed.linesTkr.depreciationTkr),
        financialNetTkr: of("financialNetTkr", assumed.linesTkr.financialNetTkr),
      },
    };
    change(withAssumed(budget, moved));
  };
  return (
    <Section
      title={t("inputs.assumed.title", { years: text(carried.length > 0 ? carried : unpeopled) })}
      lead={t("inputs.assumed.lead", { from: assumed.from, source: assumed.source })}
      cite="§2.2"
    >
      <InputsSheet<Row>
        at="assumed"
        readOnly={readOnly}
        caption={t("inputs.assumed.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "what",
            title: t("inputs.assumed.what"),
            width: 320,
            frozen: true,
            text: ({ id }) => t(`inputs.assumed.of.${id}`),
          },
          {
            ...numberColumn<Row>("value", t("inputs.assumed.value"), {
              get: ({ value }) => value,
              set: (row, value) => ({ ...row, value }),
              take: (typed) => typedNumber(typed, TKR_LIMITS),
              say,
              width: 128,
            }),
            edit: {
              take: (row, typed) => {
                const found = typedNumber(typed, isPercent(row.id) ? PERCENT : TKR_LIMITS);
                return "fault" in found
                  ? { code: found.fault.code, params: found.fault.params }
                  : { ...row, value: found.value };
              },
            },
          },
          { id: "years", title: t("inputs.start.years"), width: 160, text: ({ years }) => years },
        ]}
        onChange={put}
        maxRows={rows.length}
      />
      <p className="quiet">{t("inputs.assumed.rest", { from: assumed.from })}</p>
      {readOnly ? null : (
        <div className="row">
          <Button variant="secondary" data-size="sm" onClick={() => change({ assumed: undefined })}>
            {t("inputs.assumed.known")}
          </Button>
          <span className="quiet">{t("inputs.assumed.known-detail")}</span>
        </div>
      )}
    </Section>
  );
}
