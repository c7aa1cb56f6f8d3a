import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText, MayShape } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { NoMatter } from "../rules/no-matter.ts";
import { MAX_ANSWER, MAX_QUESTIONS, QUESTION_LENGTH } from "./rules/questions.ts";

/** The matter lies before no body that decides at a meeting: it is a draft, or decided. */
export const NothingToAsk = problemKind("nothing-to-ask", 409);
export const TooManyQuestions = problemKind("too-many-questions", 422);
export const TooManyOwnQuestions = problemKind("too-many-own-questions", 422);
export const NoQuestion = problemKind("no-question", 404);
/** An answer stands as it was given. */
export const QuestionAnswered = problemKind("question-answered", 409);

export const QuestionInput = z.object({ text: writtenText(QUESTION_LENGTH.max, QUESTION_LENGTH.min) });
export const AnswerInput = z.object({ text: writtenText(MAX_ANSWER) });

/** What somebody who is to decide has asked of what lies before the body, and what those who prepare it have answered. */
export const Question = z.object({
  /** Within the matter, in the order in which they were asked. */
  number: z.number().int(),
  /** The version that it was asked of. */
  version: z.number().int(),
  /** The body before which that lay. */
  organId: z.string(),
  organ: z.string(),
  text: z.string(),
  /** The post by which it was asked: "Ordförande i kommunfullmäktige". */
  askedBy: z.string(),
  askedOn: DayText,
  /** Null until it is answered. */
  answer: z.object({ text: z.string(), answeredBy: z.string(), answeredOn: DayText }).nullable(),
});
export type Question = z.output<typeof Question>;

const OfMatter = z.object({ id: z.string().max(200) });
const chapter = "decisions";

export const listQuestions = route({
  id: "listQuestions",
  method: "GET",
  path: "/matters/{id}/questions",
  chapter,
  summary: "Frågorna om ett ärende som väntar på beslut, med svaren (§3.2)",
  access: "public",
  params: OfMatter,
  returns: z.object({
    /** The body before which the matter lies; null where it lies before none: then nobody asks or answers. */
    before: z
      .object({ organId: z.string(), organ: z.string(), mayAsk: MayShape, mayAnswer: MayShape })
      .nullable(),
    questions: z.array(Question).max(MAX_QUESTIONS * 10),
  }),
});

export const askQuestion = route({
  id: "askQuestion",
  method: "POST",
  path: "/matters/{id}/questions",
  chapter,
  allow: {
    action: "counter:*",
    of: "body",
    among: ["council", "executive", "committee", "joint-committee", "electoral", "company"],
  },
  summary: "Ställ en fråga om ett ärende som ligger framme för beslut (§3.2)",
  params: OfMatter,
  body: QuestionInput,
  returns: Question,
  problems: [NoMatter, NothingToAsk, TooManyQuestions, TooManyOwnQuestions],
});

export const answerQuestion = route({
  id: "answerQuestion",
  method: "POST",
  path: "/matters/{id}/questions/{number}/answer",
  chapter,
  allow: { action: "write:*", of: "body", besides: "asked" },
  summary: "Svara på en fråga om ett ärende, innan organet har beslutat (§3.2)",
  params: OfMatter.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
  body: AnswerInput,
  returns: Question,
  problems: [NoMatter, NoQuestion, NothingToAsk, QuestionAnswered],
});
