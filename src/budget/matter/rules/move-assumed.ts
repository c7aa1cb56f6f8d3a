import { ownValue } from "../../../kernel/own-value.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import { type Assumed, CARRIED_LINES } from "../../base/rules/assumed.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { type PartLine, partsOf, type ResultPart } from "../../base/rules/result-parts.ts";
import { grownBy } from "../../live/rules/beyond.ts";

type ByYear = Readonly<Record<string, number>>;

interface Carried {
  readonly input: AllocationInput;
  readonly resultInput: readonly ResultInput[];
  readonly resultParts?: readonly ResultPart[] | undefined;
  readonly assumed?: Assumed | undefined;
}

/** Lines that are given by their parts: what is assumed of them is seen in the parts, and moved there. */
export const isInParts = (parts: readonly ResultPart[], line: (typeof CARRIED_LINES)[number]): boolean =>
  partsOf(parts, line as PartLine).length > 0;

/**
 * The content with another assumption of the years that it carries on (E-2, E-3). Prices, tax base and people that follow the
 * present one are computed anew; one that somebody has given instead stays, and what comes after it is counted from it. Lines
 * beside the allocations move by as much as the assumption of them does, but for those that are given by their parts.
 */
export function withAssumed<T extends Carried>(content: T, next: Assumed): T {
  const { assumed, input, resultParts = [] } = content;
  if (!assumed) return content;
  const years = input.years.filter((year) => year > assumed.from);
  const follow = (values: ByYear, was: number, is: number, max = Number.POSITIVE_INFINITY): ByYear => {
    const moved: Record<string, number> = { ...values };
    for (const year of years) {
      const [before, now] = [values[year - 1], values[year]];
      if (before !== undefined && now === Math.min(max, grownBy(before, was)))
        moved[year] = Math.min(max, grownBy(moved[year - 1] as number, is));
    }
    return moved;
  };
  const taxBase = follow(
    Object.fromEntries(content.resultInput.map((line) => [line.year, line.taxBaseTkr])),
    assumed.taxBasePercent,
    next.taxBasePercent,
  );
  const lines = CARRIED_LINES.filter((line) => !isInParts(resultParts, line));
  return {
    ...content,
    assumed: next,
    input: {
      ...input,
      services: input.services.map((service) => ({
        ...service,
        priceKr: follow(service.priceKr, assumed.pricePercent, next.pricePercent, LIMITS.priceKr),
      })),
      population: peopleMoved(input, assumed, next),
    },
    resultInput: content.resultInput.map((line) => ({
      ...line,
      taxBaseTkr: taxBase[line.year] ?? line.taxBaseTkr,
      ...Object.fromEntries(
        lines.map((name) => [
          name,
          line[name] + Math.max(0, line.year - assumed.from) * (next.linesTkr[name] - assumed.linesTkr[name]),
        ]),
      ),
    })),
  };
}

function peopleMoved({ population, years }: AllocationInput, was: Assumed, is: Assumed) {
  const moved: Record<string, ByYear> = { ...population };
  for (const year of years.filter((one) => one > was.peopleFrom)) {
    const [before, now, base] = [population[year - 1], population[year], moved[year - 1]];
    if (!before || !now || !base) continue;
    moved[year] = Object.fromEntries(
      Object.entries(now).map(([age, people]) => [
        age,
        people === grownBy(ownValue(before, age) ?? 0, was.peoplePercent)
          ? Math.min(LIMITS.people, grownBy(ownValue(base, age) ?? 0, is.peoplePercent))
          : people,
      ]),
    );
  }
  return moved;
}
