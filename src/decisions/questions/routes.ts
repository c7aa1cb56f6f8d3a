import { refuse } from "../../kernel/problem.ts";
import { type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { layingBefore } from "../counter/facts.ts";
import { begun } from "../facts/begun.ts";
import type { Kinds } from "../matter-kinds.ts";
import { asOnDay } from "../rules/seen.ts";
import { isShown } from "../secrecy/routes.ts";
import { headsOf, type VersionHead } from "../store/versions.ts";
import { mayWrite, mustWrite } from "../writers/facts.ts";
import {
  answerQuestion,
  askQuestion,
  listQuestions,
  NoQuestion,
  NothingToAsk,
  type Question,
  QuestionAnswered,
  TooManyOwnQuestions,
  TooManyQuestions,
} from "./contract.ts";
import { shownQuestions } from "./facts.ts";
import { fullOf } from "./rules/questions.ts";
import { questionsOf, storeAnswer, storeQuestion } from "./store.ts";

/** §3.2: what those who are to decide ask of what lies before the body, and what those who prepare it answer. */
export const questionHandlers = (kinds: Kinds): Handler[] => [
  handle(listQuestions, async ({ params: { id }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const heads = asOnDay(await headsOf(tx, id), ctx.today);
    const [newest] = heads;
    if (!newest || !kinds.find(newest.matter.kind) || !(await isShown(tx, ctx, heads)))
      return { before: null, questions: [] };
    const before = await layingBefore(tx, who, heads, ctx.today);
    return {
      before: before
        ? {
            organId: before.organ.id,
            organ: before.organ.name,
            mayAsk: who.may(actionOf(newest.matter), before.organ.id),
            mayAnswer: await mayWrite(tx, ctx, who, newest.matter),
          }
        : null,
      questions: await shownQuestions(tx, ctx, who, id),
    };
  }),

  handle(askQuestion, async ({ params: { id }, body: { text }, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, id);
    const before = await layingBefore(tx, who, heads, ctx.today);
    const { post } = who.must(actionOf(matter), before?.organ.id ?? matter.body);
    if (!before) refuse(NothingToAsk, { cite: "§3.2", params: { matter: id } });
    const all = await questionsOf(tx, id, ctx.present);
    const asked = { version: before.proposed.number, askedBy: who.person?.id as string };
    const full = fullOf(all, asked);
    if (full)
      refuse(full.whose === "all" ? TooManyQuestions : TooManyOwnQuestions, { params: { max: full.max } });
    const number = (all.at(-1)?.number ?? 0) + 1;
    await storeQuestion(tx, ctx.municipality, {
      matterId: id,
      number,
      ...asked,
      organId: before.organ.id,
      text,
      askedPost: post,
      askedOn: ctx.present,
    });
    return one(tx, ctx, who, id, number);
  }),

  handle(answerQuestion, async ({ params: { id, number }, body: { text }, ctx, tx }) => {
    const { who, matter, heads } = await begun(tx, ctx, id);
    const { post } = await mustWrite(tx, ctx, who, matter);
    const question = (await questionsOf(tx, id, ctx.present)).find((asked) => asked.number === number);
    if (!question) refuse(NoQuestion, { params: { number } });
    if (question.answer) refuse(QuestionAnswered, { cite: "§3.2" });
    if (!(await layingBefore(tx, who, heads, ctx.today)))
      refuse(NothingToAsk, { cite: "§3.2", params: { matter: id } });
    const by = who.person?.id as string;
    await storeAnswer(tx, { matter: id, number }, { text, by, post, on: ctx.present });
    return one(tx, ctx, who, id, number);
  }),
];

/** Who may put something against a proposal may ask of it. */
const actionOf = ({ kind }: VersionHead["matter"]): string => `counter:${kind}`;

const one = async (tx: Tx, ctx: Context, who: Who, id: string, number: number): Promise<Question> =>
  (await shownQuestions(tx, ctx, who, id)).find((asked) => asked.number === number) as Question;
