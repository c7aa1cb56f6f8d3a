import type { Kinds } from "../decisions/matter-kinds.ts";
import type { Reads } from "../decisions/rules/reading.ts";
import { allInForce, latestOfAll } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";
import { type AnalysisFacts, lessonOfThing, type Principle } from "./rules/lesson.ts";

type LessonTables = {
  "analysis.lesson": {
    municipality_id: string;
    lesson_id: string;
    body_id: string;
    year: number;
    principle: Principle;
    text: string;
    effect_for_residents: string;
    from_matter: string | null;
    noticed_by: string;
    noticed_on: Day;
  };
  "analysis.answer": {
    municipality_id: string;
    lesson_id: string;
    text: string;
    answered_by: string;
    answered_on: Day;
  };
};
const tables = (tx: Tx) => tx.withTables<LessonTables>();

/** The newest are shown; who wants older ones asks for a body or a year. */
const MAX_LISTED = 1000;

export interface Lesson {
  readonly id: string;
  readonly body: string;
  readonly year: number;
  readonly principle: Principle;
  readonly text: string;
  readonly effectForResidents: string;
  readonly fromMatter: string | null;
  readonly noticedBy: string;
  readonly noticedOn: Day;
  readonly answer: { readonly text: string; readonly by: string; readonly on: Day } | null;
}

export interface LessonQuery {
  readonly id?: string | undefined;
  readonly body?: string | undefined;
  readonly year?: number | undefined;
}

/** Lessons noticed until a day, with the answers given until then, newest first. */
export async function lessonsUntil(tx: Tx, of: LessonQuery, asOf: Day): Promise<Lesson[]> {
  let query = tables(tx)
    .selectFrom("analysis.lesson as l")
    .leftJoin("analysis.answer as a", (join) =>
      join
        .onRef("a.municipality_id", "=", "l.municipality_id")
        .onRef("a.lesson_id", "=", "l.lesson_id")
        .on("a.answered_on", "<=", asOf),
    )
    .selectAll("l")
    .select(["a.text as answer", "a.answered_by", "a.answered_on"])
    .where("l.noticed_on", "<=", asOf);
  if (of.id !== undefined) query = query.where("l.lesson_id", "=", of.id);
  if (of.body !== undefined) query = query.where("l.body_id", "=", of.body);
  if (of.year !== undefined) query = query.where("l.year", "=", of.year);
  const rows = await query.orderBy("l.noticed_on", "desc").orderBy("l.lesson_id").limit(MAX_LISTED).execute();
  return rows.map((row) => ({
    id: row.lesson_id,
    body: row.body_id,
    year: row.year,
    principle: row.principle,
    text: row.text,
    effectForResidents: row.effect_for_residents,
    fromMatter: row.from_matter,
    noticedBy: row.noticed_by,
    noticedOn: row.noticed_on,
    answer:
      row.answer !== null && row.answered_by !== null && row.answered_on !== null
        ? { text: row.answer, by: row.answered_by, on: row.answered_on }
        : null,
  }));
}

export async function storeLesson(tx: Tx, row: LessonTables["analysis.lesson"]): Promise<void> {
  await tables(tx).insertInto("analysis.lesson").values(row).execute();
}

/** Stores the answer; false when somebody has answered already. */
export async function storeAnswer(tx: Tx, row: LessonTables["analysis.answer"]): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto("analysis.answer")
    .values(row)
    .onConflict((conflict) => conflict.columns(["municipality_id", "lesson_id"]).doNothing())
    .returning("lesson_id")
    .executeTakeFirst();
  return stored !== undefined;
}

/**
 * The matters of all years that have taken up lessons, of whichever kind does that: in force on a day, and being written where that
 * is read.
 */
export async function analysesUntil(tx: Tx, kinds: Kinds, asOf: Day, reads: Reads): Promise<AnalysisFacts[]> {
  const found: AnalysisFacts[] = [];
  for (const { routes, takesUp } of kinds.all) {
    if (!takesUp) continue;
    const { kind } = routes.kind;
    const decided = await allInForce(tx, { kind }, asOf);
    const drafts = (await latestOfAll(tx, { kind }, asOf)).filter(
      (version) => !version.decision && reads(version),
    );
    for (const version of [...decided, ...drafts])
      found.push({
        matter: version.matter.id,
        version: version.number,
        decision: version.decision?.number ?? null,
        lessons: takesUp(routes.read(version)).flatMap(({ thing, use }) => {
          const lesson = lessonOfThing(thing);
          return lesson === undefined ? [] : [{ lesson, use }];
        }),
      });
  }
  return found;
}
