import { Cite } from "../../platform/ui/cite.tsx";
import { fieldId } from "../../platform/ui/fields.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { type ShownRemark, useRemarkText } from "./remarks.tsx";
import "./draft.css";

const WEIGHT = { stops: 0, "needs-reason": 1, deviation: 2, info: 3 } as const;

/** What the rules say, the heaviest first; each leads to the field that it is about. */
export function PlacedRemarks({
  remarks,
  chapter,
  goalName = (id) => id,
}: {
  readonly remarks: readonly ShownRemark[];
  readonly chapter: string;
  /** A goal's wording by its id: people do not know the ids. */
  readonly goalName?: (id: string) => string;
}) {
  const remarkText = useRemarkText(chapter);
  const text = (remark: ShownRemark) => {
    const { goal } = remark.params;
    if (typeof goal !== "string") return remarkText(remark);
    return remarkText({ ...remark, params: { ...remark.params, goal: `”${goalName(goal)}”` } });
  };
  const ordered = [...remarks].sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  return (
    <ul className="placed">
      {ordered.map((remark) => (
        <li key={`${remark.code} ${remark.at ?? ""} ${JSON.stringify(remark.params)}`}>
          <Status value={remark.level} />
          <span>
            <Placed at={remark.at}>{text(remark)}</Placed> <Cite of={remark.cite} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Placed({ at, children }: { readonly at: string | undefined; readonly children: string }) {
  if (at === undefined || document.getElementById(fieldId(at)) === null) return children;
  return (
    <a
      className="ds-link"
      href={`#${fieldId(at)}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(fieldId(at));
        field?.scrollIntoView({ block: "center" });
        field?.focus();
      }}
    >
      {children}
    </a>
  );
}
