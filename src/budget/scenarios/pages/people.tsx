import { Button } from "@digdir/designsystemet-react";
import { lastingId } from "../../../kernel/plain-id.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { NumberCell } from "../../base/pages/number-cell.tsx";
import type { PeopleShift } from "../../live/rules/changes.ts";

const OLDEST = 129;
const MOST = 100_000;

/** More or fewer people of an age from a year, as rows (E-9). */
export function ScenarioPeople({
  people,
  years,
  year,
  readOnly,
  onChange,
}: {
  readonly people: readonly PeopleShift[];
  readonly years: readonly number[];
  readonly year: number;
  readonly readOnly: boolean;
  readonly onChange: (people: readonly PeopleShift[]) => void;
}) {
  const t = useTexts("budget");
  const set = (shift: PeopleShift, change: Partial<PeopleShift>) =>
    onChange(people.map((other) => (other === shift ? { ...shift, ...change } : other)));
  return (
    <>
      <p className="quiet small">{t("scenario.people.lead")}</p>
      <ul className="plain-list stack" aria-label={t("scenario.people.caption")}>
        {people.map((shift) => (
          <li key={shift.id}>
            <fieldset className="people-shift" disabled={readOnly}>
              <legend className="ds-sr-only">{t("scenario.people.caption")}</legend>
              <span className="people-field">
                <label htmlFor={`${shift.id}-extra`}>{t("scenario.people.extra")}</label>
                <NumberCell
                  id={`${shift.id}-extra`}
                  value={shift.extra}
                  min={-MOST}
                  max={MOST}
                  onChange={(extra) => set(shift, { extra })}
                />
              </span>
              <span className="people-field">
                <label htmlFor={`${shift.id}-age`}>{t("scenario.people.age")}</label>
                <NumberCell
                  id={`${shift.id}-age`}
                  value={shift.age}
                  min={0}
                  max={OLDEST}
                  onChange={(age) => set(shift, { age })}
                />
              </span>
              <span className="people-field">
                <label htmlFor={`${shift.id}-from`}>{t("scenario.people.from")}</label>
                <select
                  id={`${shift.id}-from`}
                  className="ds-input cell"
                  value={shift.fromYear}
                  onChange={(event) => set(shift, { fromYear: Number(event.target.value) })}
                >
                  {years.map((y) => (
                    <option key={y} value={y}>
                      {y}
                    </option>
                  ))}
                </select>
              </span>
              <label className="check">
                <input
                  type="checkbox"
                  className="ds-input"
                  checked={shift.ageing}
                  onChange={(event) => set(shift, { ageing: event.target.checked })}
                />
                {t("scenario.people.ageing")}
              </label>
              <Button
                variant="tertiary"
                data-size="sm"
                icon
                aria-label={t("scenario.people.remove", { extra: shift.extra, age: shift.age })}
                onClick={() => onChange(people.filter((other) => other !== shift))}
              >
                <Icon name="cross" size={18} />
              </Button>
            </fieldset>
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <div>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() =>
              onChange([...people, { id: lastingId("p"), fromYear: year, age: 6, extra: 20, ageing: false }])
            }
          >
            {t("scenario.people.add")}
          </Button>
        </div>
      )}
    </>
  );
}
