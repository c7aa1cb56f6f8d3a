import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { AssignmentState as State } from "../rules/assignment.ts";

const SHOWN: Readonly<Record<State, StatusValue>> = {
  given: "waiting",
  "under-way": "under-way",
  reported: "answered",
  returned: "review-due",
  closed: "done",
};

/** How an assignment stands; that it is late is what one is to see first, and `whole` what else it is. */
export function AssignmentState({
  state,
  late,
  whole = false,
}: {
  readonly state: State;
  readonly late: boolean;
  readonly whole?: boolean;
}) {
  const t = useTexts("decisions");
  return (
    <>
      {late ? <Status value="late" word={t("assignment.late")} /> : null}
      {late && !whole ? null : <Status value={SHOWN[state]} word={t(`assignment.state.${state}`)} />}
    </>
  );
}
