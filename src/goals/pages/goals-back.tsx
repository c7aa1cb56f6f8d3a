import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

/** The way from one goal to all of a year. */
export function GoalsBack({ year }: { readonly year: number }) {
  const t = useTexts("goals");
  return <Link href="/mal">← {t("page.goal.back", { year })}</Link>;
}
