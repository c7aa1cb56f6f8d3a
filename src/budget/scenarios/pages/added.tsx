import { Button } from "@digdir/designsystemet-react";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../../base/contract.ts";
import { NumberCell } from "../../base/pages/number-cell.tsx";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { AddedAdjustment } from "../../live/rules/changes.ts";

/** An adjustment that the scenario puts: what, to whom, when and how much (E-9). */
export function AddedAdjustmentRow({
  own,
  input,
  readOnly,
  onSet,
  onRemove,
}: {
  readonly own: AddedAdjustment;
  readonly input: AllocationInput;
  readonly readOnly: boolean;
  readonly onSet: (change: Partial<AddedAdjustment>) => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const what = own.text || t("scenario.adjustments.new");
  const named = (field: "text" | "body" | "year") => `${t(`scenario.adjustments.${field}`)}: ${what}`;
  return (
    <li className="adjustment" data-changed>
      <div className="adjustment-what">
        <input
          className="ds-input cell"
          aria-label={named("text")}
          placeholder={t("scenario.adjustments.text")}
          value={own.text}
          maxLength={500}
          readOnly={readOnly}
          onChange={(event) => onSet({ text: event.target.value })}
        />
        <div className="adjustment-where">
          <select
            className="ds-input cell"
            aria-label={named("body")}
            value={own.body}
            disabled={readOnly}
            onChange={(event) => onSet({ body: event.target.value })}
          >
            {input.bodies.map((body) => (
              <option key={body} value={body}>
                {nameOf(body)}
              </option>
            ))}
          </select>
          <select
            className="ds-input cell"
            aria-label={named("year")}
            value={own.year}
            disabled={readOnly}
            onChange={(event) => onSet({ year: Number(event.target.value) })}
          >
            {input.years.map((y) => (
              <option key={y} value={y}>
                {y}
              </option>
            ))}
          </select>
        </div>
        <label className="check small">
          <input
            type="checkbox"
            className="ds-input"
            checked={own.oneOff}
            disabled={readOnly}
            onChange={(event) => onSet({ oneOff: event.target.checked })}
          />
          {t("scenario.adjustments.once")}
        </label>
      </div>
      <div className="adjustment-amount">
        {readOnly ? (
          <Money tkr={own.amountTkr} />
        ) : (
          <NumberCell
            aria-label={t("scenario.adjustments.amount-of", { what })}
            value={own.amountTkr}
            min={-MAX_RESULT_TKR}
            max={MAX_RESULT_TKR}
            onChange={(amountTkr) => onSet({ amountTkr })}
          />
        )}
      </div>
      {readOnly ? null : (
        <Button
          variant="tertiary"
          data-size="sm"
          icon
          aria-label={t("scenario.adjustments.remove", { what })}
          onClick={onRemove}
        >
          <Icon name="cross" size={18} />
        </Button>
      )}
    </li>
  );
}
