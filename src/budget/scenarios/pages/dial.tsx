import { Button } from "@digdir/designsystemet-react";
import { memo, useCallback, useId, useLayoutEffect, useRef } from "react";
import { numberText } from "../../../kernel/format.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { NumberCell, type NumberCellProps } from "../../base/pages/number-cell.tsx";
import { useDrawnValue } from "./use-drawn-value.ts";

interface DialProps extends NumberCellProps {
  readonly label: string;
  readonly base: number;
  readonly step: number;
  readonly readOnly?: boolean;
}

/** One thing that a scenario may change: a slider and a cell for the same number, what the base has, and the way back to it. */
export function ScenarioDial({
  reach: [from, to],
  onChange,
  ...props
}: DialProps & {
  /** How far the slider goes; the cell takes all that is allowed. */
  readonly reach: readonly [number, number];
}) {
  // What a move changes is the scenario as it is then; the dial itself is drawn anew only when its own numbers are others
  const latest = useRef(onChange);
  useLayoutEffect(() => {
    latest.current = onChange;
  });
  const move = useCallback((value: number) => latest.current(value), []);
  return <Dial {...props} from={from} to={to} onChange={move} />;
}

const Dial = memo(function Dial({
  label,
  base,
  from,
  to,
  step,
  readOnly = false,
  ...cell
}: DialProps & { readonly from: number; readonly to: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const id = useId();
  const { value, decimals = 0, onChange } = cell;
  const text = (number: number) => numberText(number, language, decimals);
  const changed = value !== base;
  const [shown, move] = useDrawnValue(value, onChange);
  return (
    <div className="dial" data-changed={changed || undefined}>
      <label htmlFor={id}>{label}</label>
      <div className="dial-set">
        <input
          type="range"
          aria-label={label}
          aria-valuetext={text(shown)}
          min={Math.min(from, shown)}
          max={Math.max(to, shown)}
          step={step}
          value={shown}
          disabled={readOnly}
          onChange={(event) => move(Number(Number(event.target.value).toFixed(decimals)))}
        />
        {readOnly ? <output id={id}>{text(value)}</output> : <NumberCell id={id} {...cell} />}
      </div>
      <p className="dial-base">
        <span>{t("scenario.was", { value: text(base) })}</span>
        {changed && !readOnly ? (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t("scenario.reset", { what: label })}
            onClick={() => onChange(base)}
          >
            <Icon name="past" size={16} />
          </Button>
        ) : null}
      </p>
    </div>
  );
});
