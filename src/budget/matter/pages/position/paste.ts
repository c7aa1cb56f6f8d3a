import { idUnlike, plainName } from "../../../../kernel/plain-id.ts";

/** An id from a name, unlike those that are taken: "Grundskola F–6" → "grundskola-f-6". */
export const idFrom = (name: string, taken: ReadonlySet<string>): string =>
  idUnlike(taken, plainName(name) || "rad");
