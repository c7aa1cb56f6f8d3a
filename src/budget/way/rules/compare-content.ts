import type { Investment } from "../../base/rules/investment.ts";
import type { RestoringPlan } from "../../base/rules/position.ts";

/** A difference of what is written, and not counted; null where a side has none of it. */
export interface TextChange {
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface InvestmentChange {
  readonly body: string;
  readonly name: string;
  readonly what: "spent" | "grant" | "before" | "carried" | "forecast" | "in-use" | "components";
  /** Null for what the whole investment has. */
  readonly year: number | null;
  readonly from: number | string | null;
  readonly to: number | string | null;
}

interface Written {
  readonly soundEconomy: string;
  readonly exceptional: { readonly reasons: string; readonly restoringPlan: string } | null;
  readonly restoringPlans?: readonly RestoringPlan[] | undefined;
  readonly furtherFollowUps: readonly string[];
  readonly sources: readonly {
    readonly what: string;
    readonly source: string;
    readonly from?: { readonly matter: string; readonly version: number } | undefined;
  }[];
}

/** The texts that differ: sound economy, reasons, follow-ups, and each source with the forecast that it names (E-3, P-5). */
export function compareTexts(from: Written, to: Written): TextChange[] {
  const [old, present] = [textsOf(from), textsOf(to)];
  return [...new Set([...old.keys(), ...present.keys()])]
    .map((what) => ({ what, from: old.get(what) ?? null, to: present.get(what) ?? null }))
    .filter((row) => row.from !== row.to);
}

/** "2027: 2028 950, 2029 4000": each deficit's amounts in tkr, and why not the rest. */
const plansText = (plans: readonly RestoringPlan[]): string =>
  plans
    .map(({ deficitYear, amountsTkr, reasons = "" }) =>
      [
        `${deficitYear}: ${Object.entries(amountsTkr)
          .map(([year, tkr]) => `${year} ${tkr}`)
          .join(", ")}`,
        ...(reasons ? [reasons] : []),
      ].join(". "),
    )
    .join("; ");

const textsOf = ({
  soundEconomy,
  exceptional,
  restoringPlans = [],
  furtherFollowUps,
  sources,
}: Written): Map<string, string> =>
  new Map(
    (
      [
        ["sound-economy", soundEconomy],
        ["exceptional", exceptional?.reasons ?? ""],
        ["restoring", exceptional?.restoringPlan ?? ""],
        ["restoring-plans", plansText(restoringPlans)],
        ["follow-ups", furtherFollowUps.join(", ")],
        ...sources.map(({ what, source, from }): [string, string] => [
          `source:${what}`,
          from ? `${source} (${yearOf(from.matter)} v${from.version})` : source,
        ]),
      ] satisfies [string, string][]
    ).filter(([, text]) => text !== ""),
  );

/** A matter's id ends in its year: it is the year that tells forecasts apart. */
const yearOf = (matter: string): string => matter.split(":").at(-1) ?? "";

type Fact = readonly [what: InvestmentChange["what"], year: number | null, value: number | string];

/** Investments that are new, gone, or differ: spending and grants by year, what is carried over, forecast, use, components (E-1). */
export function compareInvestments(
  from: readonly Investment[],
  to: readonly Investment[],
): InvestmentChange[] {
  const [old, present] = [byName(from), byName(to)];
  return [...new Set([...old.keys(), ...present.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), present.get(key)];
    const { body, name } = (b ?? a) as Investment;
    const [before, now] = [factsOf(a), factsOf(b)];
    return [...new Set([...before.keys(), ...now.keys()])].flatMap((fact): InvestmentChange[] => {
      const [what, year] = (now.get(fact) ?? before.get(fact)) as Fact;
      const [oldValue, newValue] = [before.get(fact)?.[2] ?? null, now.get(fact)?.[2] ?? null];
      return oldValue === newValue ? [] : [{ body, name, what, year, from: oldValue, to: newValue }];
    });
  });
}

/** The second of the same body and name is matched with the other side's second. */
function byName(investments: readonly Investment[]): Map<string, Investment> {
  const seen = new Map<string, number>();
  return new Map(
    investments.map((investment) => {
      const about = `${investment.body} ${investment.name}`;
      const number = (seen.get(about) ?? 0) + 1;
      seen.set(about, number);
      return [`${about} ${number}`, investment];
    }),
  );
}

function factsOf(investment: Investment | undefined): Map<string, Fact> {
  if (!investment) return new Map();
  const { amountsTkr, grantsTkr = {}, components = [], inUseFrom, forecastTkr } = investment;
  const years = (what: "spent" | "grant", amounts: Readonly<Record<string, number>>) =>
    Object.entries(amounts).map(([year, tkr]): Fact => [what, Number(year), tkr]);
  const facts: Fact[] = [
    ...years("spent", amountsTkr),
    ...years("grant", grantsTkr),
    ["before", null, investment.spentBeforeTkr ?? 0],
    ["carried", null, investment.carriedOverTkr ?? 0],
    ["forecast", null, forecastTkr ?? ""],
    ["in-use", null, inUseFrom ?? ""],
    [
      "components",
      null,
      components.map(({ name, share, years: life }) => `${name} ${share} % / ${life}`).join("; "),
    ],
  ];
  return new Map(
    facts
      .filter(([, , value]) => value !== "" && value !== 0)
      .map((fact) => [`${fact[0]} ${fact[1] ?? ""}`, fact] as const),
  );
}
