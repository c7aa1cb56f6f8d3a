import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { numberText } from "../../../kernel/format.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { missingAges, pastedAges, peopleOfAges } from "../../population/rules/pasted-ages.ts";
import type { DemographyTrueUp } from "../contract.ts";
import type { TrueUpsView } from "./stages-shown.ts";

type Service = TrueUpsView["services"][number];
type Count = DemographyTrueUp["counts"][number];
const MAX_USERS = 20_000_000;

interface CountsProps {
  readonly services: readonly Service[];
  readonly counts: readonly Count[];
  readonly onChange: (counts: Count[]) => void;
}

/** What was counted of each service, typed, or read from a population file's ages (E-4, T-4). */
export function TrueUpCounts({ services, counts, onChange }: CountsProps) {
  const t = useTexts("budget");
  const set = (service: string, count: Count | undefined) => {
    const others = counts.filter((other) => other.service !== service);
    const all = count ? [...others, count] : others;
    const place = new Map(services.map(({ id }, i) => [id, i]));
    onChange(all.sort((a, b) => (place.get(a.service) ?? 0) - (place.get(b.service) ?? 0)));
  };
  return (
    <Section title={t("true-up.counts")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("true-up.counts-table")}>
        <table className="ds-table true-up-counts" data-size="sm">
          <caption className="ds-sr-only">{t("true-up.counts-table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("true-up.service")}</th>
              <th scope="col">{t("true-up.forecast")}</th>
              <th scope="col">{t("true-up.measure")}</th>
              <th scope="col">{t("true-up.actual")}</th>
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <CountRow
                key={service.id}
                service={service}
                count={counts.find((one) => one.service === service.id)}
                onChange={(count) => set(service.id, count)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <FromAges services={services} counts={counts} onChange={onChange} />
    </Section>
  );
}

function CountRow({
  service,
  count,
  onChange,
}: {
  readonly service: Service;
  readonly count: Count | undefined;
  readonly onChange: (count: Count | undefined) => void;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<Count["measure"]>("users");
  const name = dataText(t, "service", service.id, { defaultValue: service.id });
  const measure = count?.measure ?? chosen;
  const wrong = typed !== undefined && typed.trim() !== "" && countOf(typed) === undefined;
  const faultId = `wrong-count-${service.id}`;
  const users = service.people * service.coverage;
  return (
    <tr>
      <th scope="row">{service.ages ? `${name}, ${service.ages.join("–")}` : name}</th>
      <td>
        {t("true-up.forecast-people", {
          people: numberText(service.people, language),
          users: numberText(users, language, Number.isInteger(users) ? 0 : 1),
        })}
      </td>
      <td>
        <select
          className="ds-input cell"
          aria-label={`${t("true-up.measure")}: ${name}`}
          value={measure}
          onChange={(event) => {
            const next = event.target.value as Count["measure"];
            setChosen(next);
            if (count) onChange({ ...count, measure: next });
          }}
        >
          <option value="users">{t("true-up.users")}</option>
          <option value="people">{t("true-up.people")}</option>
        </select>
      </td>
      <td>
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
      </td>
    </tr>
  );
}

/** "1 204,5" as people write it; undefined for what is no number of users. */
function countOf(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f\u2009]/g, "").replace(",", ".");
  if (!/^\d{1,8}(\.\d{1,4})?$/.test(bare)) return undefined;
  const number = Number(bare);
  return number <= MAX_USERS ? number : undefined;
}

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
