import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { numberWithin } from "../../../kernel/number-in.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Column, DataTable } from "../../../platform/ui/data-table.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { missingAges, pastedAges, peopleOfAges } from "../../population/rules/pasted-ages.ts";
import type { DemographyTrueUp } from "../contract.ts";
import type { TrueUpsView } from "./stages-shown.ts";

type Service = TrueUpsView["services"][number];
type Count = DemographyTrueUp["counts"][number];
type Measure = Count["measure"];

interface CountedService {
  readonly service: Service;
  readonly name: string;
  readonly count: Count | undefined;
  readonly measure: Measure;
}

const MAX_USERS = 20_000_000;

interface CountsProps {
  readonly services: readonly Service[];
  readonly counts: readonly Count[];
  readonly onChange: (counts: Count[]) => void;
}

/** What was counted of each service, typed, or read from a population file's ages (E-4, T-4). */
export function TrueUpCounts({ services, counts, onChange }: CountsProps) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [measures, setMeasures] = useState<Readonly<Record<string, Measure>>>({});
  const set = (service: string, count: Count | undefined) => {
    const others = counts.filter((other) => other.service !== service);
    const all = count ? [...others, count] : others;
    const place = new Map(services.map(({ id }, i) => [id, i]));
    onChange(all.sort((a, b) => (place.get(a.service) ?? 0) - (place.get(b.service) ?? 0)));
  };
  const rows = services.map((service): CountedService => {
    const count = counts.find((one) => one.service === service.id);
    return {
      service,
      name: dataText(t, "service", service.id, { defaultValue: service.id }),
      count,
      measure: count?.measure ?? ownValue(measures, service.id) ?? "users",
    };
  });
  const columns: readonly Column<CountedService>[] = [
    {
      id: "service",
      header: t("true-up.service"),
      unsortable: true,
      value: ({ service, name }) => (service.ages ? `${name}, ${service.ages.join("–")}` : name),
    },
    {
      id: "forecast",
      header: t("true-up.forecast"),
      unsortable: true,
      value: ({ service: { people, coverage } }) => {
        const users = people * coverage;
        return t("true-up.forecast-people", {
          people: numberText(people, language),
          users: numberText(users, language, Number.isInteger(users) ? 0 : 1),
        });
      },
    },
    {
      id: "measure",
      header: t("true-up.measure"),
      unsortable: true,
      value: ({ measure }) => measure,
      cell: ({ service, name, count, measure }) => (
        <select
          className="ds-input cell"
          aria-label={`${t("true-up.measure")}: ${name}`}
          value={measure}
          onChange={(event) => {
            const next = event.target.value as Measure;
            setMeasures({ ...measures, [service.id]: next });
            if (count) set(service.id, { ...count, measure: next });
          }}
        >
          <option value="users">{t("true-up.users")}</option>
          <option value="people">{t("true-up.people")}</option>
        </select>
      ),
    },
    {
      id: "actual",
      header: t("true-up.actual"),
      unsortable: true,
      value: ({ count }) => count?.actual ?? null,
      cell: (row) => <ActualCell row={row} onChange={(count) => set(row.service.id, count)} />,
    },
  ];
  return (
    <Section title={t("true-up.counts")}>
      <div className="true-up-counts">
        <DataTable
          caption={t("true-up.counts-table")}
          columns={columns}
          rows={rows}
          rowKey={({ service }) => service.id}
          search={false}
          copy={false}
        />
      </div>
      <FromAges services={services} counts={counts} onChange={onChange} />
    </Section>
  );
}

function ActualCell({
  row: { service, name, count, measure },
  onChange,
}: {
  readonly row: CountedService;
  readonly onChange: (count: Count | undefined) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== "" && countOf(typed) === undefined;
  const faultId = `wrong-count-${service.id}`;
  return (
    <>
      <input
        className="ds-input cell"
        aria-label={`${t("true-up.actual")}: ${name}`}
        inputMode="decimal"
        value={typed ?? (count ? decimalText(count.actual, language) : "")}
        {...(wrong ? { "aria-invalid": true, "aria-describedby": faultId } : {})}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const actual = countOf(text);
          if (text.trim() === "") onChange(undefined);
          else if (actual !== undefined) onChange({ service: service.id, measure, actual });
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined);
        }}
      />
      {wrong ? (
        <span className="cell-fault" id={faultId}>
          {t("true-up.not-a-number")}
        </span>
      ) : null}
    </>
  );
}

/** "1 204,5" as people write it; undefined for what is no number of users. */
const countOf = (text: string) => numberWithin(text, { min: 0, max: MAX_USERS, decimals: 4 });

const decimalText = (value: number, language: "sv" | "en"): string =>
  numberText(value, language, String(value).split(".")[1]?.length ?? 0);

/** A population file's ages become the people of each service; what can't be read, or is missing, is said. */
function FromAges({ services, counts, onChange }: CountsProps) {
  const t = useTexts("budget");
  const [text, setText] = useState("");
  const pasted = pastedAges(text);
  const missing = pasted.people.size > 0 ? missingAges(pasted, services) : [];
  const use = () => {
    const counted = services.flatMap((service): Count[] => {
      const actual = service.ages && peopleOfAges(pasted, service.ages);
      const kept = counts.filter((count) => count.service === service.id);
      return actual === undefined ? kept : [{ service: service.id, measure: "people", actual }];
    });
    onChange(counted);
    setText("");
  };
  return (
    <details>
      <summary>{t("true-up.paste")}</summary>
      <div className="form">
        <TextArea
          at="ages"
          label={t("true-up.paste")}
          help={t("true-up.paste-help")}
          value={text}
          onChange={setText}
          rows={6}
        />
        <p role="status" className="quiet">
          {text.trim() === "" ? "" : t("true-up.pasted", { count: pasted.people.size })}{" "}
          {missing.length > 0 ? t("true-up.paste-missing", { ages: missing.slice(0, 20).join(", ") }) : ""}
        </p>
        {pasted.faults.length > 0 ? (
          <ul className="problem-faults" role="alert">
            {pasted.faults.map(({ code, at, params }) => (
              <li key={`${at} ${code}`}>{dataText(t, "remark", code, params)}</li>
            ))}
          </ul>
        ) : null}
        <Button
          variant="secondary"
          disabled={pasted.people.size === 0 || pasted.faults.length > 0 || missing.length > 0}
          onClick={use}
        >
          {t("true-up.paste-use")}
        </Button>
      </div>
    </details>
  );
}
