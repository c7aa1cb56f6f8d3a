import { Button } from "@digdir/designsystemet-react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { useBodies } from "../../../organisation/pages/use-bodies.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../../base/contract.ts";
import { NumberCell } from "../../base/pages/number-cell.tsx";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { AddedAdjustment, Changes } from "../../live/rules/changes.ts";
import { AddedAdjustmentRow } from "./added.tsx";
import { withRow } from "./changes.ts";

type Given = AllocationInput["adjustments"][number];

interface AdjustmentsProps {
  readonly input: AllocationInput;
  readonly changes: Changes;
  readonly year: number;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Changes>) => void;
}

/** The base's adjustments, to be changed or taken away, and the scenario's own (E-9). */
export function ScenarioAdjustments({ input, changes, year, readOnly, onChange }: AdjustmentsProps) {
  const t = useTexts("budget");
  const { given, added } = changes;
  const setAdded = (own: AddedAdjustment, change: Partial<AddedAdjustment>) =>
    onChange({ added: added.map((other) => (other === own ? { ...own, ...change } : other)) });
  const changed = new Map(given.map((change) => [change.id, change]));
  const setGiven = (
    { id = "", body, year: of, text, amountTkr: before }: Given,
    amountTkr: number | null,
  ) => {
    const change = { id, body, year: of, amountTkr, ...(text ? { text } : {}) };
    onChange({ given: withRow(given, id, amountTkr === before ? undefined : change) });
  };
  const add = () => {
    const id = lastingId("j");
    onChange({
      added: [...added, { id, body: input.bodies[0] ?? "", year, amountTkr: 0, oneOff: false, text: "" }],
    });
  };
  if (readOnly && input.adjustments.length + added.length === 0)
    return <p className="quiet">{t("scenario.adjustments.none")}</p>;
  return (
    <>
      <ul className="plain-list stack" aria-label={t("scenario.adjustments.caption")}>
        {input.adjustments.map((own) => (
          <GivenRow
            key={own.id}
            own={own}
            change={changed.get(own.id ?? "")}
            // An investment's capital cost follows the investment: whatever was typed would be made anew
            readOnly={readOnly || own.capital !== undefined}
            onSet={(amountTkr) => setGiven(own, amountTkr)}
          />
        ))}
        {added.map((own) => (
          <AddedAdjustmentRow
            key={own.id}
            own={own}
            input={input}
            readOnly={readOnly}
            onSet={(change) => setAdded(own, change)}
            onRemove={() => onChange({ added: added.filter((other) => other !== own) })}
          />
        ))}
      </ul>
      {readOnly ? null : (
        <div>
          <Button variant="secondary" data-size="sm" onClick={add}>
            {t("scenario.adjustments.add")}
          </Button>
        </div>
      )}
    </>
  );
}

/** One of the base's: its amount may be changed, and it may be taken away and put back. */
function GivenRow({
  own,
  change,
  readOnly,
  onSet,
}: {
  readonly own: Given;
  readonly change: Changes["given"][number] | undefined;
  readonly readOnly: boolean;
  readonly onSet: (amountTkr: number | null) => void;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const what = own.text || t("page.explain-panel.no-text");
  const gone = change?.amountTkr === null;
  const amountTkr = change?.amountTkr ?? own.amountTkr;
  return (
    <li className="adjustment" data-gone={gone || undefined} data-changed={change ? true : undefined}>
      <p className="adjustment-what">
        {what}
        <span className="quiet small">
          {nameOf(own.body)} {own.year}
          {own.capital ? `, ${t("scenario.adjustments.capital")}` : ""}
          {own.oneOff ? `, ${t("scenario.adjustments.once").toLocaleLowerCase()}` : ""}
        </span>
      </p>
      <div className="adjustment-amount">
        {gone || readOnly ? (
          <Money tkr={gone ? null : amountTkr} />
        ) : (
          <NumberCell
            aria-label={t("scenario.adjustments.amount-of", { what })}
            value={amountTkr}
            min={-MAX_RESULT_TKR}
            max={MAX_RESULT_TKR}
            onChange={onSet}
          />
        )}
      </div>
      {readOnly ? null : (
        <Button
          variant="tertiary"
          data-size="sm"
          icon
          aria-label={t(change ? "scenario.adjustments.restore" : "scenario.adjustments.remove", { what })}
          onClick={() => onSet(change ? own.amountTkr : null)}
        >
          <Icon name={change ? "past" : "cross"} size={18} />
        </Button>
      )}
    </li>
  );
}
