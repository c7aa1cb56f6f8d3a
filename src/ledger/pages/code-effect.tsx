import { useState } from "react";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import type { CodeOwners } from "../../organisation/rules/ledger-codes.ts";
import { Num } from "../../platform/ui/number.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useSave } from "../../platform/ui/use-api.ts";
import { type CodeEffect, previewCode } from "../contract.ts";

const ORE_A_KR = 100;

/** What saying whose a code is comes to, asked for before it is done; `seen` is it for just what is written now. */
export function useCodeEffect(asked: Required<CodeOwners>) {
  const { save, saving, problem } = useSave(previewCode);
  const [shown, setShown] = useState<{ readonly of: string; readonly effect: CodeEffect }>();
  const key = JSON.stringify(asked);
  const look = async () => {
    const answer = await save({ body: { ...asked, periods: [...asked.periods] } });
    setShown(answer && { of: key, effect: answer.value });
  };
  return { look, looking: saving, problem, seen: shown?.of === key ? shown.effect : undefined };
}

/** From whom to whom the years' figures go, with rows and kronor; what is decided is left as it was. */
export function Effect({ effect: { years } }: { readonly effect: CodeEffect }) {
  const t = useTexts("ledger");
  const { nameOf } = useBodies();
  const called = (body: string | null) => (body === null ? t("page.codes.central") : nameOf(body));
  const rows = years.flatMap(({ year, moved }) => moved.map((one) => ({ year, ...one })));
  return (
    <div role="status" className="stack">
      {rows.length === 0 ? (
        <p>{t(years.length === 0 ? "page.codes.effect-no-rows" : "page.codes.effect-none")}</p>
      ) : (
        <PlainTable
          caption={t("page.codes.effect")}
          columns={[
            { id: "year", header: t("page.codes.effect-year") },
            { id: "from", header: t("page.codes.effect-from") },
            { id: "to", header: t("page.codes.effect-to") },
            { id: "rows", header: t("page.codes.rows"), numeric: true },
            { id: "net", header: t("page.codes.net"), numeric: true, stays: true },
          ]}
          rows={rows.map(({ year, from, to, rows, netCostOre }) => ({
            key: `${year} ${from} ${to}`,
            cells: [
              String(year),
              called(from),
              called(to),
              <Num key="rows" value={rows} />,
              <Num key="net" value={Math.round(netCostOre / ORE_A_KR)} />,
            ],
          }))}
        />
      )}
      <p className="quiet small">{t("page.codes.effect-decided")}</p>
    </div>
  );
}
