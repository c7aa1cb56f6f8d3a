import { lastingId } from "../../../../kernel/plain-id.ts";
import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { Section } from "../../../../platform/ui/page.tsx";
import type { SheetColumn } from "../../../../platform/ui/sheet/sheet-types.ts";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Service } from "../../../base/rules/allocation-input.ts";
import { LIMITS } from "../../../base/rules/allocation-limits.ts";
import { typedAges, typedNumber, typedShare } from "../../../base/rules/typed-number.ts";
import { NEW_SERVICE, namedServices } from "../../rules/input-rows.ts";
import { serviceName } from "../use-row-name.ts";
import {
  choiceColumn,
  numberColumn,
  PRICE_LIMITS,
  sayNumber,
  sayPercent,
  textColumn,
  VOLUME_LIMITS,
} from "./columns.ts";
import type { PartProps } from "./editing.ts";
import { InputsSheet } from "./sheet.tsx";

/** What is paid for by the person, the place or the hour: services by ages, and services by volumes (E-3). */
export function InputsServices({ editing: { budget, changeInput, readOnly } }: PartProps) {
  const t = useTexts("budget");
  const columns = useServiceColumns(budget.input);
  const { services, years, bodies } = budget.input;
  const measured = services.filter((service) => service.measured);
  const byAges = services.filter((service) => !service.measured);
  const price = Object.fromEntries(years.map((year) => [year, 0]));
  const [body = ""] = bodies;
  return (
    <>
      <Section title={t("inputs.services.by-ages")} lead={t("inputs.services.by-ages-lead")} cite="§2.2">
        <InputsSheet
          at="input.services"
          readOnly={readOnly}
          caption={t("inputs.services.by-ages")}
          rows={byAges}
          rowKey={({ id }) => id}
          columns={columns.byAges}
          onChange={(rows) => changeInput({ services: namedServices([...rows, ...measured]) })}
          newRow={() => ({ id: lastingId(NEW_SERVICE), body, ages: [0, 0] as const, priceKr: price })}
          maxRows={LIMITS.services - measured.length}
        />
      </Section>
      <Section title={t("inputs.services.measured")} lead={t("inputs.services.measured-lead")} cite="§2.2">
        <InputsSheet
          at="input.services-measured"
          readOnly={readOnly}
          caption={t("inputs.services.measured")}
          rows={measured}
          rowKey={({ id }) => id}
          columns={columns.measured}
          onChange={(rows) => changeInput({ services: namedServices([...byAges, ...rows]) })}
          newRow={() => ({
            id: lastingId(NEW_SERVICE),
            body,
            measured: { [(years[0] ?? 0) - 1]: 0, ...price },
            priceKr: price,
          })}
          maxRows={LIMITS.services - byAges.length}
        />
      </Section>
    </>
  );
}

function useServiceColumns({
  years,
  bodies,
}: {
  readonly years: readonly number[];
  readonly bodies: readonly string[];
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const say = sayNumber(language);
  const name = textColumn<Service>("name", t("inputs.field.name"), {
    get: (row) => serviceName(row, t),
    set: ({ name: _old, ...row }, text) => (text === "" ? row : { ...row, name: text }),
    max: LIMITS.name,
    width: 176,
    frozen: true,
  });
  const body = choiceColumn<Service>("body", t("page.body"), {
    get: (row) => row.body,
    set: (row, value) => ({ ...row, body: value }),
    choices: bodies.map((id) => ({ value: id, label: nameOf(id) })),
    width: 164,
  });
  const ages: SheetColumn<Service> = {
    id: "ages",
    title: t("inputs.field.ages"),
    width: 76,
    text: ({ ages: own }) => (own ? (own[0] === own[1] ? String(own[0]) : `${own[0]}–${own[1]}`) : ""),
    edit: {
      take: (row, text) => {
        const typed = typedAges(text);
        return "fault" in typed
          ? { code: typed.fault.code, params: typed.fault.params }
          : { ...row, ages: typed.value };
      },
    },
  };
  const coverage = numberColumn<Service>("coverage", t("inputs.field.coverage"), {
    get: (row) => row.coverage ?? 1,
    set: ({ coverage: _old, ...row }, value) => (value === 1 ? row : { ...row, coverage: value }),
    clear: ({ coverage: _old, ...row }) => row,
    take: typedShare,
    say: sayPercent(language),
  });
  const volumes = [(years[0] ?? 0) - 1, ...years].map((year) =>
    numberColumn<Service>(`measured.${year}`, t("inputs.volume-year", { year }), {
      get: (row) => row.measured?.[year],
      set: (row, value) => ({ ...row, measured: { ...row.measured, [year]: value } }),
      take: (text) => typedNumber(text, VOLUME_LIMITS),
      say,
    }),
  );
  const prices = years.map((year) =>
    numberColumn<Service>(`price.${year}`, t("inputs.price-year", { year }), {
      get: (row) => row.priceKr[year],
      set: (row, value) => ({ ...row, priceKr: { ...row.priceKr, [year]: value } }),
      take: (text) => typedNumber(text, PRICE_LIMITS),
      say,
    }),
  );
  const source = textColumn<Service>("source", t("inputs.field.source"), {
    get: (row) => row.source ?? "",
    set: ({ source: _old, ...row }, text) => (text === "" ? row : { ...row, source: text }),
    max: LIMITS.source,
  });
  return {
    byAges: [name, body, ages, coverage, ...prices, source],
    measured: [name, body, ...volumes, ...prices, source],
  };
}
