import { Button, ToggleGroup } from "@digdir/designsystemet-react";
import { useState } from "react";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import { type Changes, changeRemarks } from "../../live/rules/changes.ts";
import type { Scenario } from "../contract.ts";
import { ScenarioAdjustments } from "./adjustments.tsx";
import { countsOf } from "./changes.ts";
import { DialGroup, ScenarioDials } from "./dials.tsx";
import { GoneRows } from "./gone-rows.tsx";
import { BeyondDials } from "./outlook.tsx";
import { ScenarioPeople } from "./people.tsx";

interface EditorProps {
  readonly base: Budget;
  readonly content: Scenario;
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly readOnly: boolean;
  readonly onChange: (content: Scenario) => void;
  readonly onClose: () => unknown;
}

/** The scenario's sliders, cells and rows for one year at a time; what they come to stands beside. */
export function ScenarioEditor({ base, content, year, onYear, readOnly, onChange, onClose }: EditorProps) {
  const t = useTexts("budget");
  const [onward, setOnward] = useState(true);
  const { changes } = content;
  const { years } = base.input;
  const counts = countsOf(changes);
  const set = (change: Partial<Changes>) => onChange({ ...content, changes: { ...changes, ...change } });
  return (
    <section className="scenario-editor stack" aria-labelledby="scenario-namn">
      <div className="scenario-head">
        <h2 className="ds-heading" data-size="sm" id="scenario-namn">
          {t(readOnly ? "scenario.look" : "scenario.change", { name: content.name })}
        </h2>
        <Button variant="tertiary" data-size="sm" icon aria-label={t("scenario.close")} onClick={onClose}>
          <Icon name="cross" />
        </Button>
      </div>
      <Missed base={base} changes={changes} />
      <GoneRows base={base} changes={changes} readOnly={readOnly} onChange={set} />
      <ToggleGroup
        value={String(year)}
        onChange={(value) => onYear(Number(value))}
        data-toggle-group={t("scenario.year")}
        data-size="sm"
      >
        {years.map((y) => (
          <ToggleGroup.Item key={y} value={String(y)}>
            {y}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      {readOnly || years.length < 2 ? null : (
        <label className="check">
          <input
            type="checkbox"
            className="ds-input"
            checked={onward}
            onChange={(event) => setOnward(event.target.checked)}
          />
          {t("scenario.onward")}
        </label>
      )}
      <div>
        <ScenarioDials
          base={base}
          changes={changes}
          year={year}
          onward={onward}
          readOnly={readOnly}
          onChange={set}
        />
        <DialGroup id="people" count={counts.people}>
          <ScenarioPeople
            people={changes.people}
            years={years}
            year={year}
            readOnly={readOnly}
            onChange={(people) => set({ people })}
          />
        </DialGroup>
        <DialGroup id="adjustments" count={counts.adjustments}>
          <ScenarioAdjustments
            input={base.input}
            changes={changes}
            year={year}
            readOnly={readOnly}
            onChange={set}
          />
        </DialGroup>
        <DialGroup id="beyond" count={counts.beyond}>
          <BeyondDials base={base} changes={changes} readOnly={readOnly} onChange={set} />
        </DialGroup>
        <DialGroup id="about" count={0}>
          <TextField
            at="scenario.name"
            label={t("scenario.name")}
            value={content.name}
            maxLength={120}
            readOnly={readOnly}
            onChange={(name) => onChange({ ...content, name })}
          />
          <TextField
            at="scenario.party"
            label={t("scenario.party")}
            optional={t("scenario.optional")}
            value={content.party}
            maxLength={120}
            readOnly={readOnly}
            onChange={(party) => onChange({ ...content, party })}
          />
          <TextArea
            at="scenario.comment"
            label={t("scenario.comment")}
            value={content.comment}
            rows={3}
            maxLength={4000}
            readOnly={readOnly}
            onChange={(comment) => onChange({ ...content, comment })}
          />
        </DialGroup>
      </div>
    </section>
  );
}

/** What the scenario changes that its base no longer has: told, and left out of the figures. */
function Missed({ base, changes }: { readonly base: Budget; readonly changes: Changes }) {
  const t = useTexts("budget");
  const remarks = changeRemarks(base, changes);
  if (remarks.length === 0) return null;
  return (
    <div className="scenario-missed" role="status">
      <p>{t("scenario.missed")}</p>
      <ul>
        {remarks.map((remark) => (
          <li key={remark.at}>{dataText(t, "remark", remark.code, remark.params)}</li>
        ))}
      </ul>
    </div>
  );
}
