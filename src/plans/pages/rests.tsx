import type { GroundPart } from "../../decisions/rules/ground.ts";
import { numberText } from "../../kernel/format.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import "./plans.css";

const SORTS = ["goal", "action", "budget", "analysis", "risk", "assignment"] as const;

/** What a plan is built from: goals, money, analysis, risks and assignments, each sort under its own heading (V-8). */
export function Rests({ parts }: { readonly parts: readonly GroundPart[] }) {
  const t = useTexts("plans");
  const language = useLanguage();
  if (parts.length === 0) return null;
  const said = ({ says, unit }: GroundPart) =>
    typeof says === "number" ? `${numberText(says, language)}${unit ? ` ${unit}` : ""}` : says;
  return (
    <dl className="plan-rests">
      {SORTS.map((sort) => ({ sort, own: parts.filter((part) => part.sort === sort) }))
        .filter(({ own }) => own.length > 0)
        .map(({ sort, own }) => (
          <div key={sort}>
            <dt>{t(`ground.${sort}`)}</dt>
            {own.map((part) => (
              <dd key={part.id} lang={WRITTEN}>
                {part.says === null ? part.name : <Said name={part.name} says={said(part) ?? ""} />}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

const SHORT = 60;

/** A figure or a few words stand beside the name; what is long is folded under it. */
function Said({ name, says }: { readonly name: string; readonly says: string }) {
  if (says.length <= SHORT)
    return (
      <>
        {name}: <strong>{says}</strong>
      </>
    );
  return (
    <details>
      <summary>{name}</summary>
      <p className="prose">{says}</p>
    </details>
  );
}
