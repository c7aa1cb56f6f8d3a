import { numberText } from "../../../kernel/format.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Money } from "../../../platform/ui/number.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { Explainable } from "./explain-drawer.tsx";
import { FigureLink } from "./figure-link.tsx";

/** The allocation, what is distributed of it, and what is left: always in view while one distributes (E-6). */
export function Difference({
  frameTkr,
  decision,
  preliminary = false,
  sumTkr,
  body,
  year,
}: {
  readonly frameTkr: number | undefined;
  readonly decision: number | undefined;
  /** The allocation is the planning conditions'; the council has not yet decided (§2.4). */
  readonly preliminary?: boolean;
  readonly sumTkr: number;
  readonly body: string;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  if (frameTkr === undefined)
    return (
      <p className="difference" data-color="brand1" role="status">
        <Icon name="late" /> {t("internal.no-allocation", { year })}
      </p>
    );
  const leftTkr = frameTkr - sumTkr;
  const said = numberText(Math.abs(leftTkr), language);
  return (
    <div className="difference" data-color={leftTkr === 0 ? "success" : "brand1"}>
      <dl>
        <div>
          <dt>{t(preliminary ? "internal.preliminary" : "internal.allocation")}</dt>
          <dd>
            {decision ? (
              <Explainable of={`decision:${decision}`}>
                <FigureLink
                  place={{ year, body }}
                  tkr={frameTkr}
                  what={t(preliminary ? "internal.preliminary" : "internal.allocation")}
                />
              </Explainable>
            ) : (
              <Money tkr={frameTkr} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t("internal.distributed")}</dt>
          <dd>
            <Money tkr={sumTkr} />
          </dd>
        </div>
        <div>
          <dt>{t("internal.difference")}</dt>
          <dd>
            <Money tkr={leftTkr} />
          </dd>
        </div>
      </dl>
      <p role="status">
        <Icon name={leftTkr === 0 ? "check" : "late"} />
        {leftTkr === 0
          ? t("internal.balanced")
          : t(leftTkr > 0 ? "internal.left" : "internal.over", { amount: said })}
      </p>
      {preliminary ? <p className="quiet small">{t("internal.preliminary-note", { year })}</p> : null}
    </div>
  );
}

/** The same on one line: what is to be distributed, and what is left of it. */
export function DifferenceLine({
  frameTkr,
  sumTkr,
}: {
  readonly frameTkr: number | undefined;
  readonly sumTkr: number;
}) {
  const t = useTexts("budget");
  if (frameTkr === undefined) return null;
  const leftTkr = frameTkr - sumTkr;
  return (
    <>
      <span>
        <span className="quiet">{t("internal.allocation")}</span> <Money tkr={frameTkr} />
      </span>
      <span data-color={leftTkr === 0 ? "success" : "brand1"}>
        <span className="quiet">{t("internal.difference")}</span>
        <strong>
          <Money tkr={leftTkr} />
        </strong>
        <Icon name={leftTkr === 0 ? "check" : "late"} size={16} />
      </span>
    </>
  );
}
