import { Button } from "@digdir/designsystemet-react";
import { dayText } from "../../kernel/format.ts";
import { Icon } from "./icon.tsx";
import type { KeptAt } from "./kept.ts";
import { useLanguage, useTexts } from "./texts.ts";

/** Text that was kept here and never stored: the person takes it up or throws it away; it is never sent by itself. */
export function KeptOffer({
  from,
  onTake,
  onThrow,
}: {
  readonly from: KeptAt;
  readonly onTake: () => void;
  readonly onThrow: () => void;
}) {
  const t = useTexts("platform");
  const language = useLanguage();
  return (
    <section className="kept-offer" aria-label={t("ui.kept.label")}>
      <p role="status">
        <Icon name="pen" size={18} />{" "}
        {t("ui.kept.found", { day: dayText(from.day, language), time: from.time })}
      </p>
      <div className="row">
        <Button data-size="sm" onClick={onTake}>
          {t("ui.kept.take")}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={onThrow}>
          {t("ui.kept.throw")}
        </Button>
      </div>
    </section>
  );
}
