import { WRITTEN } from "../../platform/ui/language.ts";
import { useLanguage } from "../../platform/ui/texts.ts";
import { useBodies } from "./use-session.ts";

/** A body's name as it stands, with what it means beside it for those who read English. */
export function BodyName({ id, name }: { readonly id: string; readonly name?: string }) {
  const language = useLanguage();
  const body = useBodies().find((one) => one.id === id);
  const own = name ?? body?.name ?? id;
  const gloss = language === "en" && body?.nameEn !== own ? body?.nameEn : undefined;
  return (
    <>
      <span lang={WRITTEN}>{own}</span>
      {gloss ? <span className="quiet small"> ({gloss})</span> : null}
    </>
  );
}
