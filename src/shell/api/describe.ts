import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../../platform/http/contract.ts";
import type { Example, Installation } from "../../platform/http/openapi/about.ts";
import { apiDocument } from "../../platform/http/openapi/document.ts";
import { readTexts } from "../../platform/texts.ts";
import { house } from "../chapters.ts";
import { shapeNames } from "./shape-names.ts";

export const EXAMPLES = join(import.meta.dirname, "examples.json");

/** The examples, recorded from the sample municipality (`npm run examples`), by the operation's id. */
export const readExamples = (): Record<string, Example> => JSON.parse(readFileSync(EXAMPLES, "utf8"));

/** Every route of a municipality's, in the order of the model's chapters; what is the installation's own is nobody's who reads it. */
export const houseRoutes = (): Route[] => municipal(house().handlers.map((handler) => handler.route));

const municipal = (routes: readonly Route[]): Route[] => routes.filter(({ of }) => of !== "installation");

/** The API's description, from all chapters' contracts. Needs no database and no server. */
export async function describeApi(installation: Installation, routes = houseRoutes()): Promise<object> {
  return apiDocument({
    ...installation,
    routes: municipal(routes),
    shapes: await shapeNames(),
    examples: readExamples(),
    texts: readTexts(join(import.meta.dirname, "../..")),
  });
}
