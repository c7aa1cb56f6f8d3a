import { idUnlike, plainName } from "../../../kernel/plain-id.ts";
import type { BodyKind } from "../../rules/organisation.ts";
import type { POSTS, Step } from "../rules/steps.ts";

export const SORTS = [
  "merge",
  "move",
  "new",
  "change",
  "split",
  "end",
] as const satisfies readonly Step["do"][];
export type Sort = (typeof SORTS)[number];

/** A step while it is written: everything that any sort of step asks for, as the fields have it. */
export interface StepDraft {
  readonly key: string;
  readonly do: Sort;
  readonly body: string;
  readonly bodies: readonly string[];
  readonly into: string;
  readonly main: string;
  readonly parent: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly nameEn: string;
  readonly share: string;
  readonly partners: string;
  readonly posts: (typeof POSTS)[number];
}

let keys = 0;

export const emptyDraft = (sort: Sort): StepDraft => ({
  key: `step-${++keys}`,
  do: sort,
  body: "",
  bodies: [],
  into: "",
  main: "",
  parent: "",
  kind: "unit",
  name: "",
  nameEn: "",
  share: "",
  partners: "",
  posts: "follow",
});

/** "12,5" as a number; undefined where nothing is written. */
const percent = (text: string): number | null =>
  text.trim() === "" ? null : Number(text.trim().replace(",", "."));
const listed = (text: string): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** The id that each new body gets: by its name, unlike all that there are. */
export function idsOf(drafts: readonly StepDraft[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const all = new Set(taken);
  const ids = new Map<string, string>();
  for (const { do: sort, key, name } of drafts) {
    if (sort !== "new") continue;
    const id = idUnlike(all, plainName(name) || key);
    all.add(id);
    ids.set(key, id);
  }
  return ids;
}

/** The steps as they are sent. A body that begins is chosen by its draft's key until its name has given it an id. */
export function stepsOf(drafts: readonly StepDraft[], taken: ReadonlySet<string>): Step[] {
  const ids = idsOf(drafts, taken);
  const id = (chosen: string) => ids.get(chosen) ?? chosen;
  const stepOf = (draft: StepDraft): Step => {
    const { posts } = draft;
    const body = id(draft.body);
    const bodies = draft.bodies.filter((one) => one !== "").map(id);
    const said = {
      name: draft.name.trim(),
      nameEn: draft.nameEn.trim() || null,
      sharePercent: percent(draft.share),
      partners: listed(draft.partners),
    };
    switch (draft.do) {
      case "new":
        return {
          do: "new",
          body: ids.get(draft.key) ?? draft.key,
          kind: draft.kind,
          parent: id(draft.parent) || null,
          ...said,
        };
      case "change":
        return { do: "change", body, ...said };
      case "move":
        return { do: "move", body, parent: id(draft.parent) };
      case "merge":
        return { do: "merge", bodies, into: id(draft.into), posts };
      case "split":
        return { do: "split", body, into: bodies, main: id(draft.main), posts };
      case "end":
        return { do: "end", body, to: id(draft.into) || null, posts };
    }
  };
  return drafts.map(stepOf);
}
