import { type Day, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import { byPriority, HIGH_RISK, PURPOSES, type Purpose, type Risk, riskValue } from "./risk.ts";

const CITE = "§2.3";

export interface PlannedRisk extends Risk {
  readonly text: string;
  readonly purpose: Purpose;
  readonly raisedBy: "administration" | "committee";
  readonly responsible: string;
  readonly laws?: readonly string[] | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly committee?: Pick<Risk, "likelihood" | "consequence"> | undefined;
  readonly after?: Pick<Risk, "likelihood" | "consequence"> | undefined;
  readonly groupRisk?: string | undefined;
  readonly sharedWith?: readonly string[] | undefined;
}

export interface PlannedControl {
  readonly id: string;
  readonly risk: string;
  readonly text: string;
  readonly responsible: string;
  readonly due: Day;
}

export interface PlanFacts {
  readonly risks: readonly PlannedRisk[];
  readonly controls: readonly PlannedControl[];
  readonly groupAnswers?: readonly { readonly risk: string; readonly answer: string }[] | undefined;
}

export interface PlanContext {
  readonly year: number;
  readonly body: string;
  readonly people: readonly string[];
  /** External laws in the register. */
  readonly laws: readonly string[];
  /** Governing documents in the register. */
  readonly documents: ReadonlySet<string>;
  /** The bodies that have an internal control of their own. */
  readonly bodies: readonly string[];
  /** What the executive has set for all (K-5). */
  readonly groupRisks: readonly { readonly id: string; readonly text: string }[];
}

/** All that stands in the way of a plan for internal control, and all that is worth knowing (K-1 – K-4). */
export function planRemarks(plan: PlanFacts, context: PlanContext): Remark[] {
  if (plan.risks.length === 0) return [remark("stops", "control-no-risks", CITE)];
  return [
    ...riskRemarks(plan, context),
    ...controlRemarks(plan, context),
    ...highRiskRemarks(plan),
    ...groupRemarks(plan, context.groupRisks),
    ...coverRemarks(plan.risks),
  ];
}

function riskRemarks({ risks }: PlanFacts, context: PlanContext): Remark[] {
  const { people, laws, documents, bodies, body } = context;
  const remarks = repeatedIds(risks, "risks");
  for (const [i, risk] of risks.entries()) {
    if (!people.includes(risk.responsible))
      remarks.push(ownerless(risk.text, risk.responsible, `risks.${i}.responsible`));
    for (const law of risk.laws ?? [])
      if (!laws.includes(law))
        remarks.push(remark("stops", "control-unknown-law", CITE, { law }, `risks.${i}.laws`));
    for (const document of risk.documents ?? [])
      if (!documents.has(document))
        remarks.push(remark("stops", "control-unknown-document", CITE, { document }, `risks.${i}.documents`));
    for (const other of risk.sharedWith ?? [])
      if (other === body || !bodies.includes(other))
        remarks.push(
          remark(
            "stops",
            "risk-shared-with-nobody",
            CITE,
            { risk: risk.text, body: other },
            `risks.${i}.sharedWith`,
          ),
        );
    if (risk.after && riskValue(risk.after) > riskValue(risk))
      remarks.push(
        remark("stops", "risk-higher-after", CITE, { risk: risk.text }, `risks.${i}.after.likelihood`),
      );
  }
  return remarks;
}

function controlRemarks({ risks, controls }: PlanFacts, { year, people }: PlanContext): Remark[] {
  const remarks = repeatedIds(controls, "controls");
  const known = new Set(risks.map((risk) => risk.id));
  for (const [i, control] of controls.entries()) {
    const at = `controls.${i}`;
    const { text, risk, due, responsible } = control;
    if (!known.has(risk))
      remarks.push(remark("stops", "control-unknown-risk", CITE, { control: text, risk }, `${at}.risk`));
    if (!people.includes(responsible)) remarks.push(ownerless(text, responsible, `${at}.responsible`));
    if (yearOf(due) !== year)
      remarks.push(remark("stops", "control-due-outside", CITE, { due, year }, `${at}.due`));
  }
  return remarks;
}

/** What the executive has set for all is a risk here too, or it is said why it is not (K-5). */
function groupRemarks(
  { risks, groupAnswers = [] }: PlanFacts,
  groupRisks: PlanContext["groupRisks"],
): Remark[] {
  const here = new Set(risks.flatMap(({ groupRisk }) => groupRisk ?? []));
  return groupRisks
    .filter(
      ({ id }) => !here.has(id) && !groupAnswers.some(({ risk, answer }) => risk === id && !isBlank(answer)),
    )
    .map(({ text }) => remark("stops", "group-risk-unanswered", CITE, { risk: text }, "groupAnswers"));
}

/** A high risk is controlled, or the reason why not is recorded with the decision (K-3). */
function highRiskRemarks({ risks, controls }: PlanFacts): Remark[] {
  const controlled = new Set(controls.map((control) => control.risk));
  return risks.flatMap((risk, i) => {
    const value = riskValue(risk);
    return value >= HIGH_RISK && !controlled.has(risk.id)
      ? [remark("needs-reason", "high-risk-without-control", CITE, { risk: risk.text, value }, `risks.${i}`)]
      : [];
  });
}

/** Worth knowing: a purpose that nobody saw a risk for (K-1), and that the committee has not given its view (K-2). */
function coverRemarks(risks: readonly PlannedRisk[]): Remark[] {
  const remarks = PURPOSES.filter((purpose) => !risks.some((risk) => risk.purpose === purpose)).map(
    (purpose) => remark("info", `no-risk-for-${purpose}`, CITE),
  );
  if (!risks.some((risk) => risk.raisedBy === "committee" || risk.committee))
    remarks.push(remark("info", "no-risk-from-committee", CITE));
  return remarks;
}

const ownerless = (what: string, person: string, at: string): Remark =>
  remark("stops", "control-no-responsible", CITE, { what, person }, at);

/** The same id twice would make it unclear what a control or a result is about. */
export function repeatedIds(rows: readonly { readonly id: string }[], at: string): Remark[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, i) => {
    if (seen.has(id)) return [remark("stops", "control-repeated-id", CITE, { id }, `${at}.${i}.id`)];
    seen.add(id);
    return [];
  });
}

/** The plan with what can be computed filled in: each risk's value and each control's priority. */
export function withValues<R extends PlannedRisk, C extends PlannedControl>(plan: {
  readonly risks: readonly R[];
  readonly controls: readonly C[];
}): { risks: (R & { value: number })[]; controls: (C & { priority: number })[] } {
  const order = byPriority(plan.controls, plan.risks);
  return {
    risks: plan.risks.map((risk) => ({ ...risk, value: riskValue(risk) })),
    controls: plan.controls.map((control) => ({ ...control, priority: order.indexOf(control) + 1 })),
  };
}
