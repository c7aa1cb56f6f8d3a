import { problemKind } from "../../kernel/problem.ts";

/** That id is no matter's, or nobody has begun it. */
export const NoMatter = problemKind("no-matter", 404);
