import { useMemo, useState } from "react";
import { registerEarlier } from "../../../../decisions/earlier/contract.ts";
import { EarlierFields, NO_MEETING } from "../../../../decisions/earlier/pages/earlier-fields.tsx";
import { tkrText } from "../../../../kernel/format.ts";
import { ownValue } from "../../../../kernel/own-value.ts";
import { sumOf } from "../../../../kernel/sum.ts";
import { useMayOf } from "../../../../organisation/pages/may-read.tsx";
import { useBodies, useSole } from "../../../../organisation/pages/use-bodies.ts";
import { getSetup } from "../../../../organisation/setup/contract.ts";
import { SETUP } from "../../../../organisation/setup/kind.ts";
import { AmountField } from "../../../../platform/ui/amount-field.tsx";
import { Bars } from "../../../../platform/ui/bars.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Skeleton } from "../../../../platform/ui/loading.tsx";
import { MayButton } from "../../../../platform/ui/may-button.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { useToast } from "../../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../../platform/ui/use-api.ts";
import type { Budget } from "../../../base/contract.ts";
import { typedNumber } from "../../../base/rules/typed-number.ts";
import { ALLOCATED } from "../allocated.ts";
import { numberColumn, sayNumber, TKR_LIMITS } from "../inputs/columns.ts";
import { emptyBudget } from "../inputs/empty.ts";
import { InputsSheet } from "../inputs/sheet.tsx";
import { useVersion } from "../use-start-choices.ts";

/** What stood beside the allocations, as it is asked for in few words. */
const LINES = ["taxBaseTkr", "equalisationTkr", "centralTkr", "depreciationTkr", "financialNetTkr"] as const;
type Beside = Record<(typeof LINES)[number] | "taxRate", number>;
const NOTHING: Beside = {
  taxBaseTkr: 0,
  taxRate: 0,
  equalisationTkr: 0,
  centralTkr: 0,
  depreciationTkr: 0,
  financialNetTkr: 0,
};

/** Last year's allocations, registered as its decided budget, so that the first one made here can begin from them (E-2); as bars. */
export function EarlierBudget() {
  const { data } = useApi(getSetup, {});
  return data ? <OfYear year={data.firstYear - 1} /> : <Skeleton lines={10} />;
}

function OfYear({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const { read, version } = useVersion("budget", year);
  if (!read) return <Skeleton lines={10} />;
  return version ? (
    <Section
      title={t("earlier-budget.picture", { year })}
      lead={t("earlier-budget.picture-lead", { next: year + 1 })}
      action={<Link href={`/ekonomi?ar=${year}`}>{t("earlier-budget.open", { year })}</Link>}
    >
      <FrameBars frames={version.content.allocation?.years[0]?.frames ?? version.content.input.base} />
    </Section>
  ) : (
    <Form year={year} />
  );
}

function Form({ year }: { readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const toast = useToast();
  const { bodies } = useBodies();
  const council = useSole("council")?.id ?? "";
  const may = useMayOf("council", `edit:${SETUP.object}`);
  const { save, saving, problem } = useSave(registerEarlier);
  const own = useMemo(
    () => bodies.filter(({ kind, validTo }) => validTo === null && ALLOCATED.includes(kind)),
    [bodies],
  );
  const [base, setBase] = useState<Readonly<Record<string, number>>>({});
  const [beside, setBeside] = useState(NOTHING);
  const [meeting, setMeeting] = useState(NO_MEETING);
  const say = sayNumber(language);
  const rows = own.map(({ id, name }) => ({ id, name, tkr: ownValue(base, id) ?? 0 }));
  const total = sumOf(rows.map(({ tkr }) => tkr));
  const store = async () => {
    const empty = emptyBudget(
      year,
      own.map(({ id }) => id),
    );
    const content: Budget = {
      ...empty,
      input: { ...empty.input, base: Object.fromEntries(rows.map(({ id, tkr }) => [id, tkr])) },
      sources: [{ what: t("earlier-budget.source-what"), source: meeting.reference || "–" }],
      resultInput: empty.resultInput.map((line) => ({ ...line, ...beside })),
    };
    const sentence = t("earlier-budget.sentence", { year, total: tkrText(total, language) });
    const body = { kind: "budget", body: council, year, content, ...meeting, sentence };
    if (await save({ body })) toast(t("earlier-budget.stored", { year }));
  };
  return (
    <>
      <Section
        title={t("earlier-budget.title", { year })}
        lead={t("earlier-budget.lead", { next: year + 1 })}
        cite="§2.2"
      >
        <ErrorSummary problem={problem} />
        <InputsSheet
          at="content.input.base"
          readOnly={false}
          caption={t("earlier-budget.title", { year })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: "body", title: t("page.body"), width: 260, frozen: true, text: ({ name }) => name },
            numberColumn<(typeof rows)[number]>("tkr", t("inputs.tkr"), {
              get: ({ tkr }) => tkr,
              set: (row, tkr) => ({ ...row, tkr }),
              take: (text) => typedNumber(text, TKR_LIMITS),
              say,
              sum: (all) => say(sumOf(all.map(({ tkr }) => tkr))),
            }),
          ]}
          onChange={(next) => setBase(Object.fromEntries(next.map(({ id, tkr }) => [id, tkr])))}
          maxRows={rows.length}
        />
      </Section>
      <Section title={t("earlier-budget.beside")} lead={t("earlier-budget.beside-lead")}>
        <div className="columns">
          <AmountField
            at="content.resultInput.0.taxRate"
            label={t("earlier-budget.line.taxRate")}
            min={0}
            max={50}
            decimals={2}
            value={beside.taxRate}
            onChange={(taxRate) => setBeside({ ...beside, taxRate })}
            problem={problem}
          />
          {LINES.map((line) => (
            <AmountField
              key={line}
              at={`content.resultInput.0.${line}`}
              label={t(`earlier-budget.line.${line}`)}
              value={beside[line]}
              onChange={(tkr) => setBeside({ ...beside, [line]: tkr })}
              problem={problem}
            />
          ))}
        </div>
      </Section>
      <Section title={t("earlier-budget.decision")}>
        <div className="form">
          <EarlierFields value={meeting} onChange={setMeeting} problem={problem} />
          <MayButton may={may} busy={saving} onPress={store}>
            {t("earlier-budget.register", { year })}
          </MayButton>
        </div>
      </Section>
    </>
  );
}

function FrameBars({ frames }: { readonly frames: Readonly<Record<string, number>> }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const bars = Object.entries(frames)
    .filter(([, tkr]) => tkr !== 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id, tkr]) => ({ key: id, name: nameOf(id), value: tkr, text: tkrText(tkr, language) }));
  return <Bars bars={bars} label={t("earlier-budget.bars")} />;
}
