import { useTexts } from "../../../platform/ui/texts.ts";

/** Who has something now, and whom it was decided with where that is another. */
export function OwnerName({
  of,
}: {
  readonly of: { readonly responsibleName: string; readonly decidedResponsibleName: string | null };
}) {
  const t = useTexts("decisions");
  return (
    <>
      {of.responsibleName}
      {of.decidedResponsibleName ? (
        <span className="quiet small"> {t("course.decided", { name: of.decidedResponsibleName })}</span>
      ) : null}
    </>
  );
}
