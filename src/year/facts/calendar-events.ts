import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { CalendarEvent } from "../rules/calendar.ts";
import { stepDates } from "../rules/dates.ts";
import { stepWords } from "../rules/step-words.ts";
import { circleOf } from "../rules/turn.ts";
import { bodiesOf } from "../rules/wheel.ts";
import type { WheelInForce } from "../store.ts";
import { words } from "../words.ts";
import { bodiesIn } from "./wheel.ts";

interface For {
  readonly bodies: readonly Body[];
  readonly body: Body | undefined;
  readonly ctx: Pick<Context, "language">;
  readonly municipality: string;
}

/** The last days of a year's steps, and the organs' meetings; for a body those that it takes or has, and the days that everybody meets. */
export function calendarEvents(
  { steps, organs, meetingsOf }: WheelInForce,
  year: number,
  { bodies, body, ctx, municipality }: For,
): CalendarEvent[] {
  const circle = body ? circleOf(bodies, body.id) : undefined;
  const there = bodiesIn(bodies, year);
  const { until, tracks, about, meeting, meetings } = words(ctx);
  const taken = steps
    .filter((step) => step.kind === null || bodiesOf(step, there, circle).length > 0)
    .map((step) => {
      const { from, due, subjectYear } = stepDates(step, year);
      const { name, short, who } = stepWords(step, ctx.language);
      return {
        uid: `${step.id}-${year}-${body?.id ?? "alla"}@${municipality}.tillit`,
        day: due,
        summary: from === due ? short : `${until}: ${short}`,
        description: `${name}. ${about} ${subjectYear}. ${who}. ${from === due ? due : `${from} – ${due}`}. ${step.cite}`,
        category: tracks[step.track],
      };
    });
  const held = organs
    .filter((organ) => circle?.has(organ) ?? true)
    .flatMap((organ) =>
      meetingsOf(organ, year).map((day) => ({
        uid: `meeting-${organ}-${day}@${municipality}.tillit`,
        day,
        summary: `${meeting}: ${nameOfBody(bodies, organ)}`,
        description: `${meeting}: ${nameOfBody(bodies, organ)}, ${day}. §2.4`,
        category: meetings,
      })),
    );
  return [...taken, ...held];
}
