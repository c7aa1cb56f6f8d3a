import { z } from "zod";
import { NoCommittee } from "../../budget/internal/part/contract.ts";
import { UnknownBody } from "../../decisions/contract.ts";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, DayText, MayShape, Year } from "../../organisation/contract.ts";
import { RemarkShape, route } from "../../platform/http/contract.ts";
import { UNIT_FORECAST } from "./kind.ts";
import { LINE_OF, UnitFacts, UnitForecast, UnitLine } from "./rules/forecast.ts";
import { FORECAST_OCCASIONS } from "./rules/open.ts";
import { PlanBelow } from "./rules/plans-below.ts";

/** No occasion has begun, or the committee has laid its report forward: the reason is said. */
export const NotOpenNow = problemKind("unit-forecast-not-open", 409);
/** The committee's internal budget in force has nothing that is the unit's. */
export const NothingBudgeted = problemKind("unit-nothing-budgeted", 422);

const Tkr = z.number().int();
const Line = z.object({
  of: z.enum(LINE_OF),
  budgetTkr: Tkr,
  budgetToDateTkr: Tkr,
  outcomeTkr: Tkr,
  restTkr: z.array(Tkr).readonly(),
  forecastTkr: Tkr,
  deviationTkr: Tkr,
  explanation: z.string(),
});
const Sum = z.object({ budgetTkr: Tkr, outcomeTkr: Tkr, forecastTkr: Tkr, deviationTkr: Tkr });

export const UnitForecastView = z.object({
  body: z.string(),
  committee: z.string(),
  year: Year,
  /** What is written, or begun from; of who may not write what was sent last, null where nothing has been. */
  content: UnitForecast.nullable(),
  version: z.object({ number: z.number().int(), state: z.enum(["draft", "sent"]) }),
  facts: UnitFacts.nullable(),
  lines: z.array(Line),
  sum: Sum,
  /** The occasion that it is written for; null where the year's wheel has none. */
  occasion: z
    .object({ kind: z.enum(FORECAST_OCCASIONS), from: DayText, due: DayText, until: DayText.nullable() })
    .nullable(),
  closed: z.enum(["not-yet", "proposed", "decided", "no-occasion", "nothing-budgeted"]).nullable(),
  remarks: z.array(RemarkShape),
  /** What has been sent, the newest first. */
  history: z.array(
    z.object({
      occasion: z.enum(FORECAST_OCCASIONS),
      number: z.number().int(),
      sentOn: DayText,
      sentByName: z.string(),
      budgetTkr: Tkr,
      forecastTkr: Tkr,
      deviationTkr: Tkr,
      explained: z.array(z.object({ of: z.enum(LINE_OF), deviationTkr: Tkr, explanation: z.string() })),
    }),
  ),
  may: z.object({ edit: MayShape }),
});
export type UnitForecastView = z.output<typeof UnitForecastView>;

const own = { chapter: "followup", params: z.object({ body: BodyId, year: Year }), editable: true } as const;

export const getUnitForecast = route({
  ...own,
  id: "getUnitForecast",
  method: "GET",
  path: "/followup/unit-forecast/{body}/{year}",
  summary: "Enhetens prognos vid det tillfälle som är öppet, och det som har skickats (§2.5)",
  returns: UnitForecastView,
  problems: [UnknownBody, NoCommittee],
});

export const getUnitForecasts = route({
  chapter: "followup",
  params: own.params,
  id: "getUnitForecasts",
  method: "GET",
  path: "/followup/unit-forecasts/{body}/{year}",
  summary:
    "Nämndens enheter vid det senaste tillfället: vad var och en har skickat, och vilka som återstår (§2.5)",
  returns: z.object({
    occasion: z.object({ kind: z.enum(FORECAST_OCCASIONS), due: DayText }).nullable(),
    units: z.array(UnitLine),
    /** The committee's own, once its report is laid forward or decided; null before. */
    additionTkr: Tkr.nullable(),
  }),
  problems: [UnknownBody],
});

export const listPlansBelow = route({
  chapter: "followup",
  params: own.params,
  id: "listPlansBelow",
  method: "GET",
  path: "/followup/unit-plans/{body}/{year}",
  summary:
    "Åtgärdsplanerna hos enheterna under en nämnd, förvaltning eller enhet, de med mest kvar först (§2.5)",
  returns: z.array(PlanBelow),
  problems: [UnknownBody],
});

export const putUnitForecast = route({
  ...own,
  id: "putUnitForecast",
  method: "PUT",
  path: "/followup/unit-forecast/{body}/{year}",
  summary: "Skriv och skicka enhetens prognos, tills nämndens rapport läggs fram (§2.5)",
  allow: { action: `edit:${UNIT_FORECAST.object}`, of: "body", among: ["unit", "department"] },
  body: UnitForecast,
  returns: UnitForecastView,
  problems: [UnknownBody, NoCommittee, NotOpenNow, NothingBudgeted],
});
