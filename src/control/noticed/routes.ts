import { refuse } from "../../kernel/problem.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { whoAsks } from "../../organisation/store.ts";
import { type Handler, handle } from "../../platform/http/handle.ts";
import { assessmentGround } from "./assessment.ts";
import { getAssessmentGround, listNotices, NobodysControl, NoticesFull, noticeRisk } from "./contract.ts";
import { controlledBy, noticeViews } from "./facts.ts";
import { noticedAs } from "./rules/notice.ts";
import { noticedThatDay, storeNotice } from "./store.ts";

/** What one notices on one day. */
const MAX_A_DAY = 50;

/** §2.3, K-2: what anybody notices that can go wrong, all the year. */
export const noticeHandlers: Handler[] = [
  handle(listNotices, async ({ query, ctx, tx }) => noticeViews(tx, ctx, query.body)),

  handle(getAssessmentGround, async ({ params, ctx, tx }) => assessmentGround(tx, params, ctx.today)),

  handle(noticeRisk, async ({ body, ctx, tx }) => {
    const { person, bodies } = await whoAsks(tx, ctx);
    if (!controlledBy(bodies, body.body)) refuse(NobodysControl, { params: { body: body.body } });
    const by = person?.id as string;
    if ((await noticedThatDay(tx, by, ctx.today)) >= MAX_A_DAY)
      refuse(NoticesFull, { params: { max: MAX_A_DAY } });
    const id = crypto.randomUUID();
    await storeNotice(tx, ctx.municipality, {
      id,
      body: body.body,
      text: body.text,
      leadsTo: body.leadsTo,
      as: noticedAs(person ? postsOn(person, ctx.today).map(({ role }) => role) : []),
      by,
      on: ctx.today,
    });
    return { id };
  }),
];
