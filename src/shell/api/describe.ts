import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ApiAbout, apiDocument, type Example } from "../../platform/http/openapi/document.ts";
import { readTexts } from "../../platform/texts.ts";
import { handlers } from "../chapters.ts";
import { shapeNames } from "./shape-names.ts";

export const EXAMPLES = join(import.meta.dirname, "examples.json");

/** The examples, recorded from the sample municipality (`node scripts/record-examples.ts`), by the operation's id. */
export const readExamples = (): Record<string, Example> => JSON.parse(readFileSync(EXAMPLES, "utf8"));

/** The API's description, from all chapters' contracts. Needs no database and no server. */
export async function describeApi(
  about: Pick<ApiAbout, "version" | "cookie" | "publicUrl">,
): Promise<object> {
  return apiDocument({
    ...about,
    routes: handlers.map((handler) => handler.route),
    shapes: await shapeNames(),
    examples: readExamples(),
    texts: readTexts(join(import.meta.dirname, "../..")),
  });
}
