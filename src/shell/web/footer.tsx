import { MODEL_PATH } from "../../platform/ui/cite.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

export function Footer() {
  const t = useTexts("shell");
  return (
    <footer className="foot">
      <p>{t("page.foot.what")}</p>
      <nav aria-label={t("page.foot.label")}>
        <Link href={MODEL_PATH}>{t("page.foot.model")}</Link>
        <Link href="/oppna-data">{t("page.foot.api")}</Link>
      </nav>
    </footer>
  );
}
