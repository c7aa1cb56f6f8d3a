import { Button } from "@digdir/designsystemet-react";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { Icon } from "../../platform/ui/icon.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../contract.ts";
import type { AllocationInput } from "../rules/allocation-input.ts";
import type { AddedAdjustment, Changes } from "../rules/scenario.ts";
import { NumberCell } from "./number-cell.tsx";
import { withEntry } from "./scenario-changes.ts";

type Given = AllocationInput["adjustments"][number];

/** An id that no row of a list has yet. */
export function freeId(start: string, rows: readonly { readonly id: string }[]): string {
  let number = rows.length + 1;
  while (rows.some((row) => row.id === `${start}${number}`)) number += 1;
  return `${start}${number}`;
}

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
  const caption = t("scenario.adjustments.caption");
  const setAdded = (own: AddedAdjustment, change: Partial<AddedAdjustment>) =>
    onChange({ added: changes.added.map((other) => (other === own ? { ...own, ...change } : other)) });
  const setGiven = (index: number, own: Given, amountTkr: number | null) => {
    const same = amountTkr === own.amountTkr;
    const change = same ? undefined : { body: own.body, year: own.year, amountTkr };
    onChange({ given: withEntry(changes.given, String(index), change) });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={caption}>
        <table className="ds-table lines scenario-adjustments" data-size="sm">
          <caption className="ds-sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("scenario.adjustments.text")}</th>
              <th scope="col">{t("scenario.adjustments.body")}</th>
              <th scope="col">{t("scenario.adjustments.year")}</th>
              <th scope="col" data-numeric>
                {t("scenario.adjustments.amount")}
              </th>
              <th scope="col">{t("scenario.adjustments.once")}</th>
              <th scope="col">
                <span className="ds-sr-only">{t("internal.tools")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {input.adjustments.map((own, index) => (
              <GivenRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the base's adjustments are known by their place in it
                key={index}
                own={own}
                change={changes.given[index]}
                readOnly={readOnly}
                onSet={(amountTkr) => setGiven(index, own, amountTkr)}
              />
            ))}
            {changes.added.map((own) => (
              <AddedRow
                key={own.id}
                own={own}
                input={input}
                readOnly={readOnly}
                onSet={(change) => setAdded(own, change)}
                onRemove={() => onChange({ added: changes.added.filter((other) => other !== own) })}
              />
            ))}
          </tbody>
        </table>
      </section>
      {readOnly ? null : (
        <div>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => {
              const body = input.bodies[0] ?? "";
              const id = freeId("j", changes.added);
              onChange({
                added: [...changes.added, { id, body, year, amountTkr: 0, oneOff: false, text: "" }],
              });
            }}
          >
            {t("scenario.adjustments.add")}
          </Button>
        </div>
      )}
    </>
  );
}

function GivenRow({
  own,
  change,
  readOnly,
  onSet,
}: {
  readonly own: Given;
  readonly change: Changes["given"][string] | undefined;
  readonly readOnly: boolean;
  readonly onSet: (amountTkr: number | null) => void;
}) {
  const t = useTexts("budget");
  const { nameOf } = useBodies();
  const what = own.text || t("page.explain-panel.no-text");
  const gone = change?.amountTkr === null;
  return (
    <tr data-gone={gone || undefined} data-changed={change ? true : undefined}>
      <th scope="row">{what}</th>
      <td>{nameOf(own.body)}</td>
      <td>{own.year}</td>
      <td data-numeric>
        {gone || readOnly ? (
          <span className="num">{gone ? "–" : (change?.amountTkr ?? own.amountTkr)}</span>
        ) : (
          <NumberCell
            aria-label={t("scenario.adjustments.amount-of", { what })}
            value={change?.amountTkr ?? own.amountTkr}
            min={-MAX_RESULT_TKR}
            max={MAX_RESULT_TKR}
            onChange={onSet}
          />
        )}
      </td>
      <td>{own.oneOff ? <Icon name="check" size={18} /> : null}</td>
      <td>
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
      </td>
    </tr>
  );
}

function AddedRow({
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
  return (
    <tr data-changed>
      <th scope="row">
        <input
          className="ds-input cell"
          aria-label={`${t("scenario.adjustments.text")}: ${what}`}
          value={own.text}
          maxLength={500}
          readOnly={readOnly}
          onChange={(event) => onSet({ text: event.target.value })}
        />
      </th>
      <td>
        <select
          className="ds-input cell"
          aria-label={`${t("scenario.adjustments.body")}: ${what}`}
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
      </td>
      <td>
        <select
          className="ds-input cell year-cell"
          aria-label={`${t("scenario.adjustments.year")}: ${what}`}
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
      </td>
      <td data-numeric>
        {readOnly ? (
          <span className="num">{own.amountTkr}</span>
        ) : (
          <NumberCell
            aria-label={t("scenario.adjustments.amount-of", { what })}
            value={own.amountTkr}
            min={-MAX_RESULT_TKR}
            max={MAX_RESULT_TKR}
            onChange={(amountTkr) => onSet({ amountTkr })}
          />
        )}
      </td>
      <td>
        <input
          type="checkbox"
          className="ds-input"
          aria-label={`${t("scenario.adjustments.once")}: ${what}`}
          checked={own.oneOff}
          disabled={readOnly}
          onChange={(event) => onSet({ oneOff: event.target.checked })}
        />
      </td>
      <td>
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
      </td>
    </tr>
  );
}
