import { standsInSwedish } from "../../decisions/assignments/words.ts";
import { stateInSwedish } from "../../decisions/course/words.ts";
import { fingerprint, groundPart } from "../../decisions/facts/ground.ts";
import type { GroundPart } from "../../decisions/rules/ground.ts";
import { aimText } from "../../goals/indicators/rules/aim.ts";
import type { GoalJudgement, GroupPart, Report } from "../contract.ts";
import { groundTexts } from "../paper/texts.ts";
import { ASSIGNMENTS, ECONOMY, goalUnit, PARTS, PLAN } from "../rules/ground-units.ts";
import { judgedBy } from "../rules/judged-by.ts";
import type { AssignmentFact, EconomyFact, GoalFact, GroupFact, ReportData } from "../rules/report-data.ts";

const TKR = "tkr";

/** All that a report rests on (U-6), thing by thing, with a fingerprint each: what its facts say, and nothing that a person wrote. */
export const partsOf = (data: ReportData): GroundPart[] => [
  ...economyParts(data.economy, data),
  ...data.goals.flatMap(goalParts),
  ...(data.parts ?? []).map(({ responsible: _name, ...part }) =>
    groundPart({
      id: `${PARTS}/${part.lead}/${part.goal}`,
      sort: "goal",
      name: groundTexts.part,
      says: part.what,
      of: part,
    }),
  ),
  ...(data.plan
    ? [
        groundPart({
          id: PLAN,
          sort: "action-plan",
          name: groundTexts.plan,
          says: data.plan.measuresTkr,
          unit: TKR,
          of: measures(data.plan),
        }),
      ]
    : []),
  ...(data.assignments ?? []).map(assignmentPart),
  ...(data.group ? groupParts(data.group) : []),
];

/** That its day passes is told by the calendar, and changes nothing of what is known of it. */
const assignmentPart = ({ late: _late, ...assignment }: AssignmentFact): GroundPart =>
  groundPart({
    id: `${ASSIGNMENTS}/${assignment.id}`,
    sort: "assignment",
    name: assignment.text,
    says: standsInSwedish(assignment),
    on: assignment.due,
    of: assignment,
  });

const measures = ({ deviationTkr, measuresTkr, escalated }: NonNullable<ReportData["plan"]>) => ({
  deviationTkr,
  measuresTkr,
  escalated,
});

function economyParts(economy: EconomyFact, { sources, comparedMonths }: ReportData): GroundPart[] {
  const source = sources.imports[0];
  return [
    groundPart({
      id: `${ECONOMY}/allocation`,
      sort: "budget",
      name: groundTexts.allocation,
      says: economy.allocationTkr,
      unit: TKR,
      of: economy.allocationTkr,
    }),
    groundPart({
      id: `${ECONOMY}/budget`,
      sort: "internal-budget",
      name: groundTexts.budgetToDate,
      says: economy.budgetToDateTkr,
      unit: TKR,
      of: {
        toDate: economy.budgetToDateTkr,
        by: economy.budgetBy ?? null,
        months: economy.budgetMonthsTkr ?? [],
      },
    }),
    groundPart({
      id: `${ECONOMY}/accounts`,
      sort: "accounts",
      name: groundTexts.outcome,
      says: economy.outcomeToDateTkr,
      unit: TKR,
      on: source?.importedOn,
      of: {
        comparedMonths: comparedMonths ?? null,
        toDate: economy.outcomeToDateTkr,
        groups: economy.byAccountGroup,
        months: economy.byMonth.map(({ outcomeTkr }) => outcomeTkr),
      },
    }),
    ...(economy.units ?? []).flatMap((unit) =>
      unit.sentOn === null
        ? []
        : [
            groundPart({
              id: `${ECONOMY}/unit/${unit.unit}`,
              sort: "unit-forecast",
              name: `${groundTexts.forecast}: ${unit.name}`,
              says: unit.forecastTkr,
              unit: TKR,
              on: unit.sentOn,
              of: unit,
            }),
          ],
    ),
  ];
}

function goalParts(goal: GoalFact): GroundPart[] {
  const unit = goalUnit(goal.id);
  const { wording, effectForResidents, strategicGoals } = goal;
  return [
    groundPart({
      id: `${unit}/wording`,
      sort: "goal",
      name: groundTexts.goal,
      says: wording,
      of: { wording, effectForResidents, strategicGoals },
    }),
    ...goal.indicators.flatMap(({ name, source, latest, spread, ...aim }) => {
      const { baseline, baselineYear, target, targetTo = null, direction = null } = aim;
      return [
        groundPart({
          id: `${unit}/target/${name}`,
          sort: "target",
          name: `${groundTexts.target}: ${name}`,
          says: targetTo === null ? target : aimText({ target, targetTo }, String),
          unit: aim.unit,
          of: { unit: aim.unit, source, baseline, baselineYear, target, targetTo, direction },
        }),
        groundPart({
          id: `${unit}/value/${name}`,
          sort: "value",
          name,
          says: latest?.value ?? null,
          unit: aim.unit,
          on: latest?.day,
          of: latest && {
            day: latest.day,
            year: latest.year ?? null,
            value: latest.value,
            ...(spread ? { spread } : {}),
          },
        }),
      ];
    }),
    ...(goal.plannedActions ?? []).map((action) =>
      groundPart({
        id: `${unit}/action/${action.id}`,
        sort: "action",
        name: action.text,
        says: action.state ? stateInSwedish(action.state) : null,
        on: action.due,
        of: action,
      }),
    ),
  ];
}

/** The group's, which hang together: sums, statements and judgements of the bodies' reports. */
function groupParts(group: GroupFact): GroundPart[] {
  const at = (rest: string) => `${ECONOMY}/${rest}`;
  return [
    ...group.bodies.flatMap(({ body, name, report, plan, economy }) => [
      groundPart({
        id: at(`report/${body}`),
        sort: "body-report",
        name: `${groundTexts.report}: ${name}`,
        says: report && `${groundTexts.decision} ${report.decision}`,
        on: report?.decidedOn,
        of: report,
      }),
      groundPart({
        id: at(`forecast/${body}`),
        sort: "forecast",
        name: `${groundTexts.forecast}: ${name}`,
        says: economy.forecastTkr,
        unit: TKR,
        of: economy.forecastTkr,
      }),
      groundPart({
        id: at(`plan/${body}`),
        sort: "action-plan",
        name: `${groundTexts.plan}: ${name}`,
        says: plan?.measuresTkr ?? null,
        unit: TKR,
        of: plan && measures(plan),
      }),
    ]),
    ...group.strategicGoals.map(({ id, name, text, goals }) =>
      groundPart({
        id: at(`strategic/${id}`),
        sort: "strategic-goal",
        name,
        says: `${goals.filter(({ judgement }) => judgement === "met").length}/${goals.length}`,
        of: { name, text, goals },
      }),
    ),
    ...group.financialGoals.map(({ id, text, target, outcome, direction = null, unit = null }) =>
      groundPart({
        id: at(`financial/${id}`),
        sort: "financial-goal",
        name: text,
        says: outcome,
        of: { text, target, outcome, direction, unit },
      }),
    ),
    groundPart({
      id: at("result"),
      sort: "statements",
      name: groundTexts.result,
      says: group.resultTkr,
      unit: TKR,
      of: { statement: group.incomeStatement, sheet: group.balanceSheet, result: group.resultTkr },
    }),
    groundPart({
      id: at("governing"),
      sort: "governing",
      name: groundTexts.governing,
      says: group.vision,
      of: {
        vision: group.vision,
        meaning: group.soundEconomy.meaning,
        definition: group.soundEconomy.definition ?? null,
      },
    }),
    groundPart({
      id: at("investments"),
      sort: "budget",
      name: groundTexts.investments,
      says: group.investments.reduce((sum, { budgetTkr }) => sum + budgetTkr, 0),
      unit: TKR,
      of: group.investments,
    }),
    ...(group.balance && group.balance.from.kind !== "given"
      ? [
          groundPart({
            id: at("opening"),
            sort: "previous-report",
            name: groundTexts.opening,
            says: group.balance.opening.reserveTkr,
            unit: TKR,
            of: {
              from: group.balance.from,
              reserveTkr: group.balance.opening.reserveTkr,
              deficits: group.balance.opening.deficits,
            },
          }),
        ]
      : []),
    groundPart({
      id: at("before"),
      sort: "previous-report",
      name: groundTexts.before,
      says: null,
      of: group.keyFigures.map(({ id, before }) => ({ id, before })),
    }),
  ];
}

/**
 * Says of each judgement who made it, and on what (U-7): a judgement that nobody has touched while what it rests on changed asks
 * to be looked at again. `stored`: the report as it was stored last.
 */
export function withJudges(
  report: Report,
  stored: Report | undefined,
  data: ReportData,
  who: { readonly personId: string | undefined; readonly today: `${number}-${number}-${number}` },
): Report {
  const parts = partsOf(data);
  const groundOf = (start: string) =>
    fingerprint(
      parts.filter(({ id }) => id === start || id.startsWith(`${start}/`)).map((p) => [p.id, p.sha256]),
    );
  const by = <Own extends GoalJudgement | GroupPart["financialGoals"][number]>(
    now: readonly Own[],
    then: readonly Own[] = [],
    of: (own: Own) => string,
    at: (id: string) => string,
  ): Own[] =>
    now.map((own) =>
      judgedBy(
        own,
        then.find((one) => of(one) === of(own)),
        { person: who.personId, today: who.today, ground: groundOf(at(of(own))) },
      ),
    );
  const { group } = report;
  const sound = data.group?.soundEconomy;
  return {
    ...report,
    goals: by(report.goals, stored?.goals, ({ goal }) => goal, goalUnit),
    group: group && {
      ...group,
      strategicGoals: by(
        group.strategicGoals,
        stored?.group?.strategicGoals,
        ({ goal }) => goal,
        (id) => `${ECONOMY}/strategic/${id}`,
      ),
      financialGoals: by(
        group.financialGoals,
        stored?.group?.financialGoals,
        ({ id }) => id,
        (id) => `${ECONOMY}/financial/${id}`,
      ),
      soundEconomy: judgedBy(group.soundEconomy, stored?.group?.soundEconomy, {
        person: who.personId,
        today: who.today,
        ground: fingerprint(sound ?? null),
      }),
    },
  };
}
