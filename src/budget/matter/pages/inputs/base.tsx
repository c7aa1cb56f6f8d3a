import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { ownValue } from "../../../../kernel/own-value.ts";
import { lastingId } from "../../../../kernel/plain-id.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { type BodyKind, carriesOut } from "../../../../organisation/rules/organisation.ts";
import { SelectField } from "../../../../platform/ui/fields.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import type { OneOff } from "../../../base/rules/allocation-input.ts";
import { LIMITS } from "../../../base/rules/allocation-limits.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { withIds } from "../../rules/input-rows.ts";
import { BridgeFromLastYear } from "../bridge.tsx";
import { InputsAssumed } from "./assumed.tsx";
import { choiceColumn, numberColumn, sayNumber, TKR_LIMITS, textColumn } from "./columns.ts";
import type { InputsEditing, PartProps } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";

type Item = OneOff & { readonly id: string };

/** Where each body starts from: last year's allocation, and what was given for that year only (E-2, step 1). */
export function InputsBase({ editing }: PartProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const say = sayNumber(language);
  const { budget, changeInput, readOnly } = editing;
  const { bodies, base, oneOffs, years } = budget.input;
  const before = (years[0] ?? 0) - 1;
  const rows = bodies.map((body) => ({ body, tkr: ownValue(base, body) ?? 0 }));
  return (
    <>
      <InputsAssumed {...editing} />
      <Section
        title={t("inputs.base", { year: before })}
        lead={t("inputs.base-lead", { year: before })}
        cite="§2.2"
      >
        <InputsSheet
          at="input.base"
          readOnly={readOnly}
          caption={t("inputs.base", { year: before })}
          rows={rows}
          rowKey={({ body }) => body}
          columns={[
            { id: "body", title: t("page.body"), width: 260, frozen: true, text: ({ body }) => nameOf(body) },
            numberColumn<(typeof rows)[number]>("tkr", t("inputs.tkr"), {
              get: ({ tkr }) => tkr,
              set: (row, tkr) => ({ ...row, tkr }),
              take: (text) => typedNumber(text, TKR_LIMITS),
              say,
              sum: (all) => say(all.reduce((sum, { tkr }) => sum + tkr, 0)),
            }),
          ]}
          onChange={(next) =>
            changeInput({ base: Object.fromEntries(next.map(({ body, tkr }) => [body, tkr])) })
          }
          maxRows={rows.length}
        />
        {readOnly ? null : <Bodies {...editing} />}
      </Section>
      <Section title={t("inputs.one-offs")} lead={t("inputs.one-offs-lead", { year: before })} cite="§2.2">
        <InputsSheet<Item>
          at="input.oneOffs"
          readOnly={readOnly}
          caption={t("inputs.one-offs")}
          rows={withIds(oneOffs, "post")}
          rowKey={({ id }) => id}
          columns={[
            textColumn<Item>("text", t("inputs.field.text"), {
              get: (row) => row.text ?? "",
              set: (row, text) => ({ ...row, text }),
              max: LIMITS.text,
              width: 280,
              frozen: true,
            }),
            choiceColumn<Item>("body", t("page.body"), {
              get: (row) => row.body,
              set: (row, body) => ({ ...row, body }),
              choices: bodies.map((id) => ({ value: id, label: nameOf(id) })),
            }),
            numberColumn<Item>("tkr", t("inputs.tkr"), {
              get: (row) => row.amountTkr,
              set: (row, amountTkr) => ({ ...row, amountTkr }),
              take: (text) => typedNumber(text, TKR_LIMITS),
              say,
              sum: (all) => say(all.reduce((sum, { amountTkr }) => sum + amountTkr, 0)),
            }),
            textColumn<Item>("source", t("inputs.field.source"), {
              get: (row) => row.source ?? "",
              set: ({ source: _old, ...row }, text) => (text === "" ? row : { ...row, source: text }),
              max: LIMITS.source,
            }),
          ]}
          onChange={(next) => changeInput({ oneOffs: next })}
          newRow={() => ({ id: lastingId("post"), body: bodies[0] ?? "", amountTkr: 0, text: "" })}
          maxRows={LIMITS.oneOffs}
        />
      </Section>
      <Sources {...editing} />
      <BridgeFromLastYear content={budget} />
    </>
  );
}

/** Those that carry nothing out themselves and have no money of the council's. */
const WITHOUT_ALLOCATION: readonly BodyKind[] = ["preparation", "part-owned-company"];

/** A body is added with nothing; it can be taken away while nothing is said of it. */
function Bodies({ budget, changeInput }: InputsEditing) {
  const t = useTexts("budget");
  const { bodies: all, nameOf } = useBodies();
  const [chosen, choose] = useState("");
  const { bodies, base } = budget.input;
  const more = all.filter(
    ({ id, kind, validTo }) =>
      validTo === null && !carriesOut({ kind }) && !WITHOUT_ALLOCATION.includes(kind) && !bodies.includes(id),
  );
  const unused = bodies.filter((body) => ownValue(base, body) === 0 && !isUsed(budget, body));
  const add = more.some(({ id }) => id === chosen) ? chosen : more[0]?.id;
  return (
    <div className="inputs-bodies">
      {add === undefined ? null : (
        <>
          <SelectField
            at="input.bodies"
            label={t("inputs.body-add")}
            value={add}
            onChange={choose}
            options={more.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button
            variant="secondary"
            onClick={() => changeInput({ bodies: [...bodies, add], base: { ...base, [add]: 0 } })}
          >
            {t("inputs.body-add-button")}
          </Button>
        </>
      )}
      {unused.map((body) => (
        <Button
          key={body}
          variant="tertiary"
          disabled={bodies.length === 1}
          onClick={() =>
            changeInput({
              bodies: bodies.filter((other) => other !== body),
              base: Object.fromEntries(Object.entries(base).filter(([other]) => other !== body)),
            })
          }
        >
          {t("internal.remove", { name: nameOf(body) })}
        </Button>
      ))}
    </div>
  );
}

const isUsed = ({ input, investments, adjustmentProposals = [] }: Budget, body: string): boolean =>
  [
    ...input.services,
    ...input.indexation,
    ...input.oneOffs,
    ...input.adjustments,
    ...investments,
    ...adjustmentProposals,
  ].some((own) => own.body === body);

const MAX_SOURCES = 50;
const OF_SOURCES = { what: 200, source: 500 } as const;

/** Where the numbers come from, of the whole: price list, indices, the forecast. */
function Sources({ budget, change, readOnly }: InputsEditing) {
  const t = useTexts("budget");
  const rows = budget.sources.map((source, i) => ({ ...source, key: String(i) }));
  type Row = (typeof rows)[number];
  return (
    <Section title={t("page.sources")} lead={t("inputs.sources-lead")}>
      <InputsSheet<Row>
        at="inputs-sources"
        readOnly={readOnly}
        caption={t("page.sources")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={(["what", "source"] as const).map((id) =>
          textColumn<Row>(id, t(id === "what" ? "page.source-what" : "page.source"), {
            get: (row) => row[id],
            set: (row, text) => ({ ...row, [id]: text }),
            max: OF_SOURCES[id],
            width: id === "what" ? 240 : 420,
            frozen: id === "what",
          }),
        )}
        onChange={(next) => change({ sources: next.map(({ key: _key, ...source }) => source) })}
        newRow={() => ({ key: lastingId("kalla"), what: "", source: "" })}
        maxRows={MAX_SOURCES}
      />
    </Section>
  );
}
