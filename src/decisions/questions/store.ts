import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";

type QuestionTable = {
  "decisions.question": {
    municipality_id: string;
    matter_id: string;
    number: number;
    version: number;
    organ_id: string;
    text: string;
    asked_by: string;
    asked_post: string;
    asked_on: Day;
    answer: string | null;
    answered_by: string | null;
    answered_post: string | null;
    answered_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<QuestionTable>();
type Row = QuestionTable["decisions.question"];

export interface StoredQuestion {
  readonly matterId: string;
  readonly number: number;
  readonly version: number;
  readonly organId: string;
  readonly text: string;
  /** A person's id, and that of the post by which it was asked. */
  readonly askedBy: string;
  readonly askedPost: string;
  readonly askedOn: Day;
  readonly answer: {
    readonly text: string;
    readonly by: string;
    readonly post: string;
    readonly on: Day;
  } | null;
}

function stored(row: Row, asOf: Day): StoredQuestion {
  const { answer, answered_by: by, answered_post: post, answered_on: on } = row;
  const known = answer !== null && by !== null && post !== null && on !== null && on <= asOf;
  return {
    matterId: row.matter_id,
    number: row.number,
    version: row.version,
    organId: row.organ_id,
    text: row.text,
    askedBy: row.asked_by,
    askedPost: row.asked_post,
    askedOn: row.asked_on,
    answer: known ? { text: answer, by, post, on } : null,
  };
}

/** A matter's questions in the order in which they were asked, with the answers, as they stood on a day. */
export async function questionsOf(tx: Tx, matter: string, asOf: Day): Promise<StoredQuestion[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.question")
    .selectAll()
    .where("matter_id", "=", matter)
    .where("asked_on", "<=", asOf)
    .orderBy("number")
    .execute();
  return rows.map((row) => stored(row, asOf));
}

/** Those of all matters that nobody has answered on a day. */
export async function unansweredOn(tx: Tx, day: Day): Promise<StoredQuestion[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.question")
    .selectAll()
    .where("asked_on", "<=", day)
    .where((where) => where.or([where("answered_on", "is", null), where("answered_on", ">", day)]))
    .orderBy("matter_id")
    .orderBy("number")
    .execute();
  return rows.map((row) => stored(row, day));
}

export async function storeQuestion(
  tx: Tx,
  municipality: string,
  asked: Omit<StoredQuestion, "answer">,
): Promise<void> {
  await tables(tx)
    .insertInto("decisions.question")
    .values({
      municipality_id: municipality,
      matter_id: asked.matterId,
      number: asked.number,
      version: asked.version,
      organ_id: asked.organId,
      text: asked.text,
      asked_by: asked.askedBy,
      asked_post: asked.askedPost,
      asked_on: asked.askedOn,
      answer: null,
      answered_by: null,
      answered_post: null,
      answered_on: null,
    })
    .execute();
}

export const storeAnswer = (
  tx: Tx,
  { matter, number }: { readonly matter: string; readonly number: number },
  { text, by, post, on }: NonNullable<StoredQuestion["answer"]>,
) =>
  tables(tx)
    .updateTable("decisions.question")
    .set({ answer: text, answered_by: by, answered_post: post, answered_on: on })
    .where("matter_id", "=", matter)
    .where("number", "=", number)
    .execute();
