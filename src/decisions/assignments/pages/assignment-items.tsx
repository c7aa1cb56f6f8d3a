import { dayText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { AssignmentLine } from "../contract.ts";
import { assignmentPage } from "../kind.ts";
import { AssignmentState } from "./assignment-state.tsx";

/** A few assignments where the page is of something else: the decision that gave them, the body that has them. */
export function AssignmentItems({
  all,
  giver = false,
}: {
  readonly all: readonly AssignmentLine[];
  /** Whether it is said who gave each. */
  readonly giver?: boolean;
}) {
  const t = useTexts("decisions");
  const language = useLanguage();
  return (
    <ul className="plain-list stack">
      {all.map((one) => (
        <li key={one.id}>
          <div className="row">
            <AssignmentState state={one.state} late={one.late} />
            <span className="quiet small">
              {t("assignment.list.due")} {dayText(one.due, language)}
            </span>
          </div>
          <Link href={assignmentPage(one.id)}>
            <span lang={WRITTEN}>{one.text}</span>
          </Link>
          <p className="quiet small">
            <span lang={WRITTEN}>
              {[one.toName, one.holder?.name].filter((name) => name !== undefined).join(" · ")}
            </span>
            {giver ? ` · ${t("assignment.body.given", { giver: one.giverName })}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
