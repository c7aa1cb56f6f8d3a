import { useDeferredValue } from "react";
import { Remarks } from "../../decisions/pages/remarks.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { wordingRemarks } from "../rules/wording.ts";

/** Reads the wording as it is written, by the same rule as the server; it advises and never stops anybody (V-5). */
export function WordingCheck({
  wording,
  term,
}: {
  readonly wording: string;
  readonly term: "short" | "long";
}) {
  const t = useTexts("goals");
  const settled = useDeferredValue(wording);
  const remarks = wordingRemarks(settled, { term });
  return (
    <div className="wording-check" role="status">
      {settled.trim() === "" ? null : remarks.length === 0 ? (
        <p className="quiet">
          <Icon name="check" size={18} /> {t("page.edit.no-remarks")}
        </p>
      ) : (
        <Remarks remarks={[...remarks]} chapter="goals" />
      )}
    </div>
  );
}
