import { Link } from "../../platform/ui/link.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

export function NotFoundPage() {
  const t = useTexts("shell");
  return (
    <Page title={t("page.not-found.title")} lead={t("page.not-found.lead")}>
      <p>
        <Link href="/">{t("page.not-found.back")}</Link>
      </p>
    </Page>
  );
}
