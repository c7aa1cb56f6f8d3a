import { expect, test } from "vitest";
import type { PaperOf } from "../../../decisions/matter-kinds.ts";
import type { PaperChapter } from "../../../kernel/paper.ts";
import { StrategicGoals, Vision } from "../contract.ts";
import { strategicGoalsPaper, visionPaper } from "./governing.ts";

// The papers are made of the content and of who is named in it
const of = <C>(content: C) => ({ content, personName: (id: string) => id }) as PaperOf<C>;
const said = (chapters: readonly PaperChapter[]) => JSON.stringify(chapters);

const VISION = Vision.parse({
  name: "Söderåsstaden",
  text: "Nära mellan människor.",
  validTo: "2034-12-31",
  parts: [{ id: "nara", text: "Nära i vardagen" }],
  followUp: "Del för del.",
});

test("V-1, T-1: the vision's paper has its parts, and what came of the one before beside it", async () => {
  expect((await visionPaper(of(VISION))).map(({ title }) => title)).toEqual(["Söderåsstaden"]);
  const reviewed = await visionPaper(
    of(
      Vision.parse({
        ...VISION,
        review: {
          before: { year: 2021, decision: 1, name: "Söderåsstaden", text: "Förr.", validTo: "2030-12-31" },
          rows: [{ part: "nara", text: "Nära i vardagen", judgement: "partly", grounds: "Fler har nära." }],
          why: "Den håller längre.",
        },
      }),
    ),
  );
  expect(reviewed.map(({ title }) => title)).toEqual(["Söderåsstaden", "Vad har blivit verklighet?"]);
  for (const words of [
    "Nära i vardagen",
    "Del för del.",
    "Ändras. Den håller längre.",
    "Fler har nära.",
    "Förr.",
  ])
    expect(said(reviewed)).toContain(words);
});

test("V-2, T-1: the strategic goals' paper has what each is derived from, its targets and indicators, and the evaluation", async () => {
  const content = StrategicGoals.parse({
    goals: [
      {
        id: "vaxa",
        name: "Möjlighet att växa",
        text: "Fler klarar sig själva.",
        agenda2030: [4, 8],
        targets: ["4.1"],
        visionPart: "nara",
        visionPartText: "Nära i vardagen",
        derivation: "Den som har nära kommer längre.",
        forWhom: "Barn och unga",
        indicators: [
          {
            id: "egen",
            name: "Egen försörjning",
            unit: "procent",
            source: "SCB",
            baseline: 74.5,
            baselineYear: 2026,
            target: 78,
            direction: "up",
            reporter: "kommunchef",
            frequency: "yearly",
            dueDays: 30,
          },
        ],
      },
    ],
    evaluation: {
      before: { year: 2021, decision: 2 },
      rows: [
        {
          goal: "vaxa",
          name: "Växa",
          text: "Som det var.",
          outcomes: [{ year: 2027, goals: 3, met: 2, partly: 0, notMet: 1 }],
          judgement: "met",
          grounds: "Två av tre nås.",
          why: "Tydligare så.",
        },
      ],
    },
  });
  const chapters = await strategicGoalsPaper(of(content));
  expect(chapters.map(({ title }) => title)).toEqual(["Möjlighet att växa", "Vad blev det av målen före?"]);
  for (const words of [
    "Nära i vardagen",
    "Barn och unga",
    "4 Utbildning, 8 Arbete och tillväxt",
    "Delmål: 4.1",
    "74,5 (2026)",
    "Rapporteras av kommunchef.",
    "Två av tre nås.",
    "Skrivs om",
    "Som det var.",
    "Växa: förr och nu",
  ])
    expect(said(chapters)).toContain(words);
});
