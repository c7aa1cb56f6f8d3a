import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { type Language, numberText } from "../../kernel/format.ts";
import { decimalsOf } from "../../kernel/scaled.ts";
import type { RemarkShape } from "../../platform/http/contract.ts";
import { Cite } from "../../platform/ui/cite.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";

export type ShownRemark = z.output<typeof RemarkShape>;

/** The text of a remark from the chapter whose rule made it, or from this one, whose rules are for every kind. */
export function useRemarkText(chapter: string): (remark: ShownRemark) => string {
  const { t } = useTranslation([chapter, "decisions", "platform"], { nsMode: "fallback" });
  const language = useLanguage();
  return ({ code, params }) =>
    t(`remark.${code}`, { ...withAmounts(params, language), defaultValue: code }) as string;
}

/** Amounts as they stand in tables: with a space between thousands, and values with the decimals that they have. */
const withAmounts = (params: ShownRemark["params"], language: Language): ShownRemark["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" && /(?:Tkr|Value)$/.test(name)
        ? numberText(value, language, decimalsOf(value))
        : value,
    ]),
  );

const WEIGHT = { stops: 0, "needs-reason": 1, deviation: 2, info: 3 } as const;

/** What the rules found, the heaviest first, each with its section. */
export function Remarks({
  remarks,
  chapter,
}: {
  readonly remarks: readonly ShownRemark[];
  readonly chapter: string;
}) {
  const t = useTexts("decisions");
  const text = useRemarkText(chapter);
  const ordered = [...remarks].sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level]);
  return (
    <ul className="remarks">
      {ordered.map((remark) => (
        <li key={`${remark.code} ${remark.at ?? ""} ${JSON.stringify(remark.params)}`}>
          <Status value={remark.level} word={t(`level.${remark.level}`)} />
          <span>
            {numberIn(remark.at) === undefined
              ? ""
              : `${t("matter.place", { number: numberIn(remark.at) })}: `}
            {text(remark)} <Cite of={remark.cite} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "goals.2.wording" is about the third: 3. */
function numberIn(at: string | undefined): number | undefined {
  const found = /\.(\d+)(?:\.|$)/.exec(at ?? "");
  return found ? Number(found[1]) + 1 : undefined;
}
