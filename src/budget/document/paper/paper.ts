import { headText } from "../../../decisions/rules/heads.ts";
import type { Paper, PaperBlock, PaperCell, PaperChapter } from "../../../kernel/paper.ts";
import { explain } from "../../allocation/rules/explain.ts";
import { STEPS } from "../../base/rules/allocation.ts";
import type { BudgetFacts } from "../facts.ts";
import { dayInWords, say, stepShort, tkrText } from "../texts.ts";
import { appendixChapter } from "./appendix.ts";
import { bodyChapter } from "./body.ts";
import { conditionsChapter } from "./conditions.ts";
import { resultChapter, soundChapter } from "./economy.ts";
import { glanceChapter } from "./glance.ts";
import { investmentsChapter, positionChapter } from "./position.ts";
import { column, tkr } from "./tables.ts";

/**
 * The budget document (§2.2, E-1): goals, economy, allocations by body and step, investments, the decision, and as an appendix
 * how every figure was computed (E-8). The same paper becomes PDF, Word and web page.
 */
export function budgetPaper(facts: BudgetFacts): Paper {
  const { decision } = facts;
  const proposed = facts.state === "proposed";
  const undecided = say(proposed ? "proposal-note" : "draft-note", {
    version: facts.version,
    day: dayInWords(facts.asOf),
  });
  return {
    municipality: facts.municipality,
    title: titleOf(facts),
    subtitle: say("subtitle"),
    facts: [
      ...(decision ? decidedFacts(facts, decision) : [undecided]),
      say(decision ? "as-it-was" : "assembled", { day: dayInWords(facts.asOf) }),
    ],
    mark: decision ? null : say(proposed ? "proposal" : "draft"),
    foot: decision
      ? say("foot-decided", {
          day: dayInWords(decision.decidedOn),
          paragraph: decision.paragraph,
          short: decision.versionSha256.slice(0, 12),
        })
      : undecided,
    chapters: [
      glanceChapter(facts),
      visionChapter(facts),
      soundChapter(facts),
      conditionsChapter(facts),
      resultChapter(facts),
      positionChapter(facts),
      framesChapter(facts),
      ...facts.bodies.map((body) => bodyChapter(facts, body)),
      investmentsChapter(facts),
      decisionChapter(facts),
      appendixChapter(facts),
    ],
  };
}

function titleOf({ year, allocation }: BudgetFacts): string {
  const plan = allocation.years.slice(1).map((one) => one.year);
  if (plan.length === 0) return say("title-alone", { year });
  return say("title", { year, plan: plan.length === 1 ? String(plan[0]) : `${plan[0]}–${plan.at(-1)}` });
}

const decidedFacts = (facts: BudgetFacts, decision: NonNullable<BudgetFacts["decision"]>): string[] => [
  say("decided-by", {
    organ: decision.organ,
    day: dayInWords(decision.decidedOn),
    paragraph: decision.paragraph,
  }),
  say("reference", { reference: decision.reference, version: facts.version }),
];

function visionChapter({ vision, strategicGoals }: BudgetFacts): PaperChapter {
  return {
    title: say("vision"),
    blocks: [
      ...(vision
        ? ([
            { kind: "lead", text: vision.name },
            { kind: "prose", text: vision.text },
            { kind: "note", text: say("vision-until", { day: dayInWords(vision.validTo) }) },
          ] as const)
        : ([{ kind: "note", text: say("no-vision") }] as const)),
      ...strategicGoals.flatMap((goal): PaperBlock[] => [
        { kind: "heading", level: 2, text: goal.name },
        { kind: "prose", text: goal.text },
        ...(goal.agenda2030.length > 0
          ? [{ kind: "note", text: say("agenda", { goals: goal.agenda2030.join(", ") }) } as const]
          : []),
      ]),
    ],
  };
}

function framesChapter({ allocation, bodies }: BudgetFacts): PaperChapter {
  const tables = allocation.years.flatMap(({ year }): PaperBlock[] => {
    const row = (name: string, body?: string): PaperCell[] => {
      const explained = explain(allocation, { year, body });
      return [
        name,
        tkr(explained?.openingTkr, { year: year - 1, body }),
        ...(explained?.steps.map(({ step, amountTkr }) => tkr(amountTkr, { year, body, step })) ?? []),
        tkr(explained?.closingTkr, { year, body }),
      ];
    };
    const changes = bodies.map(({ id, name }) => {
      const explained = explain(allocation, { year, body: id });
      return { label: name, value: (explained?.closingTkr ?? 0) - (explained?.openingTkr ?? 0) };
    });
    return [
      {
        kind: "table",
        title: say("frames-year", { year }),
        columns: [
          column(say("body")),
          column(say("opening", { year: year - 1 }), "number"),
          ...STEPS.map((step) => column(stepShort(step), "number")),
          column(say("frame", { year }), "number"),
        ],
        rows: [...bodies.map(({ id, name }) => row(name, id)), row(say("sum"))],
        strong: [bodies.length],
      },
      {
        kind: "bars",
        title: say("change-picture", { year, before: year - 1 }),
        alt: say("change-alt", {
          year,
          before: year - 1,
          rows: changes.map(({ label, value }) => `${label} ${tkrText(value)}`).join(", "),
        }),
        rows: changes,
      },
    ];
  });
  return { title: say("frames"), blocks: [{ kind: "prose", text: say("frames-lead") }, ...tables] };
}

function decisionChapter({ decision, version, state, budget }: BudgetFacts): PaperChapter {
  const blocks: PaperBlock[] = decision
    ? [
        {
          kind: "prose",
          text: say("decision-text", {
            organ: decision.organ,
            day: dayInWords(decision.decidedOn),
            paragraph: decision.paragraph,
            reference: decision.reference,
            version,
          }),
        },
        ...(decision.votes ? [{ kind: "prose", text: say("votes", decision.votes) } as const] : []),
        { kind: "heading", level: 2, text: say("reservations") },
        ...(decision.reservations.length === 0
          ? [{ kind: "prose", text: say("no-reservations") } as const]
          : decision.reservations.map((text) => ({ kind: "prose", text }) as const)),
        ...(Object.keys(decision.reasons).length > 0
          ? ([
              { kind: "heading", level: 2, text: say("reasons") },
              ...Object.values(decision.reasons).map((text) => ({ kind: "prose", text }) as const),
            ] as const)
          : []),
        {
          kind: "note",
          text: say("hash", {
            sha256: decision.versionSha256,
            number: decision.number,
            head: headText(decision),
          }),
        },
      ]
    : [{ kind: "prose", text: say(state === "proposed" ? "only-proposed" : "not-decided") }];
  const days = budget.furtherFollowUps.map(dayInWords).join(", ");
  return {
    title: say("decision"),
    blocks: [...blocks, ...(days ? [{ kind: "prose", text: say("follow-ups", { days }) } as const] : [])],
  };
}
