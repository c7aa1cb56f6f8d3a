import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { Explainable } from "../../base/pages/explain-drawer.tsx";
import { PopulationForecast } from "../contract.ts";
import { AgeTable, PopulationPicture } from "./picture.tsx";
import { Projected } from "./population-page.tsx";

/** A forecast to be read where it is decided on. */
export function PopulationView({
  content,
  body,
  year,
  version,
}: Partial<ContentProps> & Pick<ContentProps, "content">) {
  const forecast = PopulationForecast.parse(content);
  const read = <Forecast forecast={forecast} />;
  return version === undefined ? (
    read
  ) : (
    <Explainable of={`population-forecast:${body}:${year}@${version}`}>{read}</Explainable>
  );
}

function Forecast({ forecast }: { readonly forecast: PopulationForecast }) {
  const t = useTexts("budget");
  return (
    <div className="stack">
      <dl className="facts sheet">
        <dt>{t("population.source")}</dt>
        <dd>{forecast.source || "–"}</dd>
        <dt>{t("population.made-on")}</dt>
        <dd>
          <When at={forecast.madeOn} />
        </dd>
        <dt>{t("population.how-made")}</dt>
        <dd>{t(`population.method.${forecast.method}`)}</dd>
        <dt>{t("population.grounds")}</dt>
        <dd>{forecast.grounds || "–"}</dd>
      </dl>
      <PopulationPicture shown={forecast} />
      <details>
        <summary>{t("population.by-age")}</summary>
        <AgeTable shown={forecast} />
      </details>
      <Projected content={forecast} />
    </div>
  );
}
