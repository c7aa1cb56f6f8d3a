import { headText } from "../../../decisions/rules/heads.ts";
import {
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperChapter,
  type PaperText,
  plainPaper,
} from "../../../kernel/paper.ts";
import { explain } from "../../allocation/rules/explain.ts";
import { STEPS } from "../../base/rules/allocation.ts";
import type { BudgetFacts } from "../facts.ts";
import { swedish, type Words } from "../texts.ts";
import { appendixChapter } from "./appendix.ts";
import { bodyChapter } from "./body.ts";
import { companiesChapter } from "./companies.ts";
import { conditionsChapter } from "./conditions.ts";
import { resultChapter, soundChapter } from "./economy.ts";
import { glanceChapter } from "./glance.ts";
import { heading, titled } from "./headings.ts";
import { investmentsChapter, positionChapter } from "./position.ts";
import { column, tkr } from "./tables.ts";

/**
 * The budget document (§2.2, E-1): goals, economy, allocations by body and step, investments, the decision, and as an appendix
 * how every figure was computed (E-8). The same paper becomes PDF and Word, in Swedish, and web page, in the reader's language.
 */
export function budgetPaper(facts: BudgetFacts, words: Words): Paper<PaperText> {
  const { decision } = facts;
  const { language, say, written, dayInWords } = words;
  const proposed = facts.state === "proposed";
  const undecided = say(proposed ? "proposal-note" : "draft-note", {
    version: facts.version,
    day: dayInWords(facts.asOf),
  });
  return {
    language,
    municipality: written(facts.municipality),
    title: titleOf(facts, words),
    subtitle: say("subtitle"),
    facts: [
      ...(decision ? decidedFacts(facts, decision, words) : [undecided]),
      say(decision ? "as-it-was" : "assembled", { day: dayInWords(facts.asOf) }),
      ...(language === swedish.language ? [] : [say("told-in-english")]),
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
      glanceChapter(facts, words),
      visionChapter(facts, words),
      soundChapter(facts, words),
      conditionsChapter(facts, words),
      resultChapter(facts, words),
      positionChapter(facts, words),
      companiesChapter(facts, words),
      framesChapter(facts, words),
      ...facts.bodies.map((body) => bodyChapter(facts, body, words)),
      investmentsChapter(facts, words),
      decisionChapter(facts, words),
      appendixChapter(facts, words),
    ],
  };
}

/** As it is printed and taken away: in Swedish, whoever asks. */
export const printedPaper = (facts: BudgetFacts): Paper => plainPaper(budgetPaper(facts, swedish));

function titleOf({ year, allocation }: BudgetFacts, { say }: Words): string {
  const plan = allocation.years.slice(1).map((one) => one.year);
  if (plan.length === 0) return say("title-alone", { year });
  return say("title", { year, plan: plan.length === 1 ? String(plan[0]) : `${plan[0]}–${plan.at(-1)}` });
}

const decidedFacts = (
  { version }: BudgetFacts,
  decision: NonNullable<BudgetFacts["decision"]>,
  { say, tell, written, dayInWords }: Words,
): PaperText[] => [
  tell("decided-by", {
    organ: written(decision.organ),
    day: dayInWords(decision.decidedOn),
    paragraph: decision.paragraph,
  }),
  say("reference", { reference: decision.reference, version }),
];

function visionChapter({ vision, strategicGoals }: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const { say, written, dayInWords } = words;
  return {
    ...titled(words, "vision"),
    blocks: [
      ...(vision
        ? ([
            { kind: "lead", text: written(vision.name) },
            { kind: "prose", text: written(vision.text) },
            { kind: "note", text: say("vision-until", { day: dayInWords(vision.validTo) }) },
          ] as const)
        : ([{ kind: "note", text: say("no-vision") }] as const)),
      ...strategicGoals.flatMap((goal): Block[] => [
        { kind: "heading", level: 2, text: written(goal.name) },
        { kind: "prose", text: written(goal.text) },
        ...(goal.agenda2030.length > 0
          ? [{ kind: "note", text: say("agenda", { goals: goal.agenda2030.join(", ") }) } as const]
          : []),
      ]),
    ],
  };
}

type Block = PaperBlock<PaperText>;

function framesChapter({ allocation, bodies }: BudgetFacts, words: Words): PaperChapter<PaperText> {
  const { say, written, stepShort, tkrText } = words;
  const tables = allocation.years.flatMap(({ year }): Block[] => {
    const row = (name: PaperText, body?: string): PaperCell<PaperText>[] => {
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
        rows: [...bodies.map(({ id, name }) => row(written(name), id)), row(say("sum"))],
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
  return { ...titled(words, "frames"), blocks: [{ kind: "prose", text: say("frames-lead") }, ...tables] };
}

function decisionChapter(
  { decision, version, state, budget }: BudgetFacts,
  words: Words,
): PaperChapter<PaperText> {
  const { say, tell, written, dayInWords } = words;
  const blocks: Block[] = decision
    ? [
        {
          kind: "prose",
          text: tell("decision-text", {
            organ: written(decision.organ),
            day: dayInWords(decision.decidedOn),
            paragraph: decision.paragraph,
            reference: decision.reference,
            version,
          }),
        },
        ...(decision.votes ? [{ kind: "prose", text: say("votes", decision.votes) } as const] : []),
        heading(words, "reservations"),
        ...(decision.reservations.length === 0
          ? [{ kind: "prose", text: say("no-reservations") } as const]
          : decision.reservations.map((text) => ({ kind: "prose", text: written(text) }) as const)),
        ...(Object.keys(decision.reasons).length > 0
          ? ([
              heading(words, "reasons"),
              ...Object.values(decision.reasons).map(
                (text) => ({ kind: "prose", text: written(text) }) as const,
              ),
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
    ...titled(words, "decision"),
    blocks: [...blocks, ...(days ? [{ kind: "prose", text: say("follow-ups", { days }) } as const] : [])],
  };
}
