import { Switch } from "@digdir/designsystemet-react";
import { listLaws, listRegister } from "../../documents/contract.ts";
import { isBlank } from "../../kernel/written.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { COMMITTEES_AND_BOARDS } from "../../organisation/rules/organisation.ts";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import type { Risk } from "../contract.ts";
import { RISK_STEPS, riskValue } from "../rules/risk.ts";
import { Picked } from "./picked.tsx";

const MAX_PICKED = 20;
type Parts = Pick<Risk, "committee" | "after" | "laws" | "documents" | "sharedWith">;
interface Props {
  readonly risk: Parts & Pick<Risk, "likelihood" | "consequence">;
  readonly onChange: (change: { [P in keyof Parts]?: Parts[P] | undefined }) => void;
  readonly tried: boolean;
}

/** How likely and how bad, in steps, with what they come to. */
export function Steps({
  at,
  of,
  onChange,
}: {
  readonly at: string;
  readonly of: Pick<Risk, "likelihood" | "consequence">;
  readonly onChange: (change: Partial<Pick<Risk, "likelihood" | "consequence">>) => void;
}) {
  const t = useTexts("control");
  return (
    <>
      {(["likelihood", "consequence"] as const).map((axis) => (
        <SelectField
          key={axis}
          at={`${at}.${axis}`}
          label={t(`page.matrix.${axis}`)}
          value={String(of[axis])}
          onChange={(step) => onChange({ [axis]: Number(step) })}
          options={RISK_STEPS.map((step) => ({
            value: String(step),
            label: `${step} – ${t(`control.${axis}.${step}`)}`,
          }))}
        />
      ))}
      <p role="status">
        {t("page.edit.value", {
          value: riskValue(of),
          likelihood: of.likelihood,
          consequence: of.consequence,
        })}
      </p>
    </>
  );
}

/** What the committee itself thinks, beside the administration's assessment (K-2). */
export function CommitteeView({ risk, onChange, tried }: Props) {
  const t = useTexts("control");
  const { committee } = risk;
  return (
    <fieldset className="stack measure-fields">
      <legend>{t("page.edit.committee")}</legend>
      <Switch
        label={t("page.edit.committee-on")}
        checked={committee !== undefined}
        onChange={(event) =>
          onChange({
            committee: event.target.checked
              ? { likelihood: risk.likelihood, consequence: risk.consequence, reason: "" }
              : undefined,
          })
        }
      />
      {committee ? (
        <>
          <Steps
            at="risk.committee"
            of={committee}
            onChange={(change) => onChange({ committee: { ...committee, ...change } })}
          />
          <TextArea
            at="risk.committee.reason"
            label={t("page.edit.committee-reason")}
            value={committee.reason}
            onChange={(reason) => onChange({ committee: { ...committee, reason } })}
            rows={2}
            maxLength={4000}
            fault={tried && isBlank(committee.reason) ? t("page.edit.missing") : undefined}
          />
        </>
      ) : null}
    </fieldset>
  );
}

/** What is left of the risk when measures have been taken: before and after (K-2). */
export function AfterMeasures({ risk, onChange, tried }: Props) {
  const t = useTexts("control");
  const { after } = risk;
  return (
    <fieldset className="stack measure-fields">
      <legend>{t("page.edit.after")}</legend>
      <Switch
        label={t("page.edit.after-on")}
        checked={after !== undefined}
        onChange={(event) =>
          onChange({
            after: event.target.checked
              ? { likelihood: risk.likelihood, consequence: risk.consequence, measures: "" }
              : undefined,
          })
        }
      />
      {after ? (
        <>
          <TextField
            at="risk.after.measures"
            label={t("page.edit.after-measures")}
            value={after.measures}
            onChange={(measures) => onChange({ after: { ...after, measures } })}
            maxLength={500}
            fault={tried && isBlank(after.measures) ? t("page.edit.missing") : undefined}
          />
          <Steps
            at="risk.after"
            of={after}
            onChange={(change) => onChange({ after: { ...after, ...change } })}
          />
        </>
      ) : null}
    </fieldset>
  );
}

/** The laws and governing documents that it is about, and the bodies that have it too (D-1, D-2, P-3). */
export function TiedTo({ risk, body, onChange }: Omit<Props, "tried"> & { readonly body: string }) {
  const t = useTexts("control");
  const laws = useApi(listLaws, { query: {} }).data ?? [];
  const documents = useApi(listRegister, { query: { state: "in-force" } }).data ?? [];
  const { bodies } = useBodies();
  const some = (ids: string[]) => (ids.length === 0 ? undefined : ids);
  return (
    <>
      <fieldset className="stack measure-fields">
        <legend>{t("page.edit.tied")}</legend>
        <Picked
          at="risk.laws"
          label={t("page.edit.law")}
          choices={laws.map(({ id, law }) => ({ id, name: `${law.title} (${law.reference})` }))}
          picked={risk.laws ?? []}
          max={MAX_PICKED}
          onChange={(ids) => onChange({ laws: some(ids) })}
        />
        <Picked
          at="risk.documents"
          label={t("page.edit.document")}
          choices={documents
            .filter(({ origin }) => origin === "registered")
            .map(({ id, title }) => ({ id, name: title }))}
          picked={risk.documents ?? []}
          max={MAX_PICKED}
          onChange={(ids) => onChange({ documents: some(ids) })}
        />
      </fieldset>
      <fieldset className="stack measure-fields">
        <legend>{t("page.edit.shared")}</legend>
        <Picked
          at="risk.sharedWith"
          label={t("page.edit.share")}
          choices={bodies
            .filter(({ id, kind }) => id !== body && COMMITTEES_AND_BOARDS.some((one) => one === kind))
            .map(({ id, name }) => ({ id, name }))}
          picked={risk.sharedWith ?? []}
          max={MAX_PICKED}
          onChange={(ids) => onChange({ sharedWith: some(ids) })}
        />
      </fieldset>
    </>
  );
}
