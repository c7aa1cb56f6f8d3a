import type { MandateObject } from "../../organisation/rules/objects.ts";
import { house } from "../chapters.ts";
import { objectNames } from "../web/kinds.ts";

/** Every kind of matter there is, by its name in code. */
export const KINDS: readonly string[] = house().kinds.all.map(({ routes }) => routes.kind.kind);

/** What an object of a mandate is called: by its name, and in a sentence. Undefined where no chapter declares it. */
export const wordsOf = (object: string): Pick<MandateObject, "names" | "definite"> | undefined =>
  objectNames.find((one) => one.object === object);
