import type { Day } from "../../../kernel/day.ts";
import { monthOf } from "../../../kernel/day.ts";
import { monthText, numberText } from "../../../kernel/format.ts";
import { Icon } from "../../../platform/ui/icon.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { IndicatorView } from "../contract.ts";
import { finest } from "../rules/target-path.ts";

/** "På banan: 78,4 mot väntade 77 i augusti", with the rule that says so (V-7). */
export function OnTheWay({ indicator }: { readonly indicator: IndicatorView }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const way = indicator.onTheWay;
  if (!way) return null;
  const decimals = finest([way.value, way.expected, way.expectedTo ?? way.expected]);
  const figure = (value: number) => numberText(value, language, decimals);
  const expected =
    way.expectedTo === null
      ? figure(way.expected)
      : t("indicators.range", { from: figure(way.expected), to: figure(way.expectedTo) });
  const straight = indicator.path.length === 0 ? "straight" : "given";
  const walks = indicator.direction === "up" || indicator.direction === "down";
  return (
    <div className="on-the-way" data-on={way.onPath}>
      <p>
        <Icon name={way.onPath ? "check" : "late"} size={18} />{" "}
        <strong>
          {t(way.onPath ? "indicators.on-path" : "indicators.off-path", {
            value: figure(way.value),
            expected,
            month: monthText(monthOf(way.day as Day), language),
          })}
        </strong>
      </p>
      <p className="quiet small">
        {t(`indicators.rule.${indicator.direction}`)} {walks ? t(`indicators.path-${straight}`) : null}
      </p>
    </div>
  );
}
