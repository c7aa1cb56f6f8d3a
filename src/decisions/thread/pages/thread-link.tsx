import { Link } from "../../../platform/ui/link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { threadOf } from "../kind.ts";

/** From a thing's own page to its thread: up to the vision, and down to what hangs in it (V-9). `of`: what it is called, for who hears it. */
export function ThreadLink({
  thing,
  year,
  of,
}: {
  readonly thing: string;
  readonly year?: number | null;
  readonly of: string;
}) {
  const t = useTexts("decisions");
  return (
    <Link href={threadOf(thing, year)} aria-label={t("thread.link-of", { of })}>
      {t("thread.link")}
    </Link>
  );
}
