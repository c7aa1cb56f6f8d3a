import { matterKind } from "../decisions/matter-kinds.ts";
import { within } from "../kernel/day.ts";
import { allBodies, heldPosts } from "../organisation/store.ts";
import { extraOccasionsRoutes, yearWheelRoutes } from "./contract.ts";
import { extraPaper, wheelPaper } from "./paper/wheel.ts";
import { beginRemarks, meetingCalendarRemarks } from "./rules/check-begin.ts";
import { daysRemarks } from "./rules/check-days.ts";
import { holderRemarks, wheelRemarks } from "./rules/check-wheel.ts";
import { EXTRA_REPORT, extraRemarks } from "./rules/extra.ts";
import { extraInWords, wheelInWords } from "./rules/in-words.ts";
import { writersOf } from "./rules/turn.ts";
import { meetingsOfWheel } from "./rules/which-wheel.ts";
import { wheelInForce } from "./store.ts";

export const yearWheelKind = matterKind(yearWheelRoutes, {
  inWords: (content, { body, year, nameOf }) => wheelInWords(content, nameOf(body), year),
  paper: wheelPaper,
  async remarks({ tx, ctx, matter, content, kinds }) {
    const { steps, meetings } = content;
    const bodies = (await allBodies(tx)).filter(({ validFrom, validTo }) =>
      within(ctx.today, validFrom, validTo),
    );
    const posts = await heldPosts(tx, ctx.today);
    const said = wheelRemarks(
      steps,
      kinds.all.map(({ routes }) => routes.kind),
    );
    const circle = said.some(({ code }) => code === "wheel-circle");
    return [
      ...said,
      // Of steps that wait for each other none can be due after all that it waits for
      ...(circle ? [] : daysRemarks(steps, matter.year, meetingsOfWheel(meetings))),
      ...meetingCalendarRemarks(meetings, new Set(bodies.map(({ id }) => id))),
      ...beginRemarks(content, { year: matter.year, today: ctx.today }),
      ...holderRemarks(steps, {
        kinds: new Set(bodies.map(({ kind }) => kind)),
        holds: (role, kind) =>
          bodies
            .filter((body) => body.kind === kind)
            .every((body) => {
              const places = writersOf(bodies, body);
              return posts.some((post) => post.role === role && places.includes(post.body));
            }),
      }),
    ];
  },
});

export const extraOccasionsKind = matterKind(extraOccasionsRoutes, {
  inWords: ({ occasions }, { body, year, nameOf }) => extraInWords(occasions, nameOf(body), year),
  paper: extraPaper,
  async remarks({ tx, ctx, matter, content }) {
    const { steps } = await wheelInForce(tx, matter.year, ctx.today);
    const ordinary = steps.filter(
      ({ track, kind, looksTo, yearOffset }) =>
        track === "follow-up" && kind !== EXTRA_REPORT && looksTo !== undefined && yearOffset === 0,
    );
    return extraRemarks(content.occasions, {
      year: matter.year,
      // A true-up or a control report looks so far, and tells nothing of the economy
      ordinary: ordinary
        .filter(({ occasion }) => occasion === undefined)
        .map(({ looksTo }) => looksTo as number),
    });
  },
});

/** What can be decided of §2.4 itself. */
export const yearKinds = [yearWheelKind, extraOccasionsKind];
