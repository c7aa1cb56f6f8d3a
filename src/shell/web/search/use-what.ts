import { useKindName } from "../../../decisions/pages/matter-pages.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/** What is found that is no kind of matter, or is called by another word than its kind. */
export const OWN_SORTS = [
  "page",
  "body",
  "person",
  "service",
  "line",
  "account",
  "decision",
  "matter",
  "draft",
  "proposal",
  "action",
  "indicator",
  "risk",
  "control",
  "measure",
  "lesson",
  "signal",
  "governing-document",
  "external-law",
] as const;
type OwnSort = (typeof OWN_SORTS)[number];

const isOwn = (sort: string): sort is OwnSort => (OWN_SORTS as readonly string[]).includes(sort);

/** What a thing that was found is called: by its own word, or as the kind of matter that it stands in. */
export function useWhat(): (sort: string, kind: string) => string {
  const t = useTexts("shell");
  const kindName = useKindName();
  return (sort, kind) => (isOwn(sort) && sort !== "matter" ? t(`page.search.kind.${sort}`) : kindName(kind));
}

/** What many of a sort are called: "Risker". */
export function useWhatMany(): (sort: string) => string {
  const t = useTexts("shell");
  const kindName = useKindName();
  return (sort) => (isOwn(sort) ? t(`page.search.kinds.${sort}`) : kindName(sort));
}
