import type { ReactNode } from "react";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { InputsAdjustments } from "./inputs-adjustments.tsx";
import { InputsBase } from "./inputs-base.tsx";
import type { PartProps } from "./inputs-editing.ts";
import { InputsGoals } from "./inputs-goals.tsx";
import { InputsIndexation } from "./inputs-indexation.tsx";
import { InputsPopulation } from "./inputs-population.tsx";
import { InputsResult } from "./inputs-result.tsx";
import type { InputKind } from "./inputs-routes.ts";
import { INPUT_SECTIONS, type InputSection, SECTION_NAMES, SECTION_PARAM } from "./inputs-sections.ts";
import { InputsServices } from "./inputs-services.tsx";

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
