import type { ReactNode } from "react";
import { Link } from "../../../../platform/ui/link.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import { InputsAdjustments } from "./adjustments.tsx";
import { InputsBase } from "./base.tsx";
import type { PartProps } from "./editing.ts";
import { InputsGoals } from "./goals.tsx";
import { InputsIndexation } from "./indexation.tsx";
import { InputsPopulation } from "./population.tsx";
import { InputsResult } from "./result.tsx";
import type { InputKind } from "./routes.ts";
import { INPUT_SECTIONS, type InputSection, SECTION_NAMES, SECTION_PARAM } from "./sections.ts";
import { InputsServices } from "./services.tsx";

/** The parts of the inputs, and how many faults there are in each. */
export function InputsIndex({
  kind,
  body,
  year,
  section,
  counts,
}: {
  readonly kind: InputKind;
  readonly body: string;
  readonly year: number;
  readonly section: InputSection;
  readonly counts: Readonly<Partial<Record<InputSection, number>>>;
}) {
  const t = useTexts("budget");
  return (
    <nav className="inputs-index" aria-label={t("inputs.index")}>
      <ul className="plain-list">
        {SECTION_NAMES.map((name) => (
          <li key={name}>
            <Link
              href={`/ekonomi/indata/${kind}/${body}/${year}?${SECTION_PARAM}=${INPUT_SECTIONS[name]}`}
              {...(name === section ? { "aria-current": "true" } : {})}
            >
              {t(`inputs.section.${name}`)}
              {counts[name] ? (
                <span className="inputs-count">
                  {counts[name]}
                  <span className="ds-sr-only"> {t("inputs.faults-here", { count: counts[name] })}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const PARTS: Readonly<Record<InputSection, (props: PartProps) => ReactNode>> = {
  start: InputsBase,
  population: InputsPopulation,
  services: InputsServices,
  indexation: InputsIndexation,
  adjustments: InputsAdjustments,
  result: InputsResult,
  goals: InputsGoals,
};

export function InputsPart({ section, ...props }: PartProps & { readonly section: InputSection }) {
  const Shown = PARTS[section];
  return <Shown {...props} />;
}
