import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { CourseState } from "../rules/course.ts";

const SIGNS: Readonly<Record<CourseState, StatusValue>> = {
  "not-begun": "to-come",
  "under-way": "under-way",
  done: "done",
  cancelled: "past",
};

/** How far something that is to be done has come, as a chip. */
export function CourseStateChip({ state }: { readonly state: CourseState }) {
  const t = useTexts("decisions");
  return <Status value={SIGNS[state]} word={t(`course.state.${state}`)} />;
}
