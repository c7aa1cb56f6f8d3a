import { numberText } from "../../../../kernel/format.ts";
import { Num } from "../../../../platform/ui/number.tsx";
import { PlainTable } from "../../../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import type { Proposal } from "../contract.ts";

const kronor = (ore: number) => Math.round(ore / 100) + 0;

/** What a proposed value is the sum of, down to the accounts. */
export function ComputedAccounts({
  ledger: { accounts, otherOre, amountOre },
  number,
}: {
  readonly ledger: NonNullable<Proposal["ledger"]>;
  /** What it is divided by, where that is known. */
  readonly number: number | null;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  return (
    <details>
      <summary>{t("indicators.computed.how")}</summary>
      {number === null ? null : (
        <p className="quiet small">
          {t("indicators.computed.is", {
            amount: numberText(kronor(amountOre), language),
            number: numberText(number, language),
          })}
        </p>
      )}
      <PlainTable
        caption={t("indicators.computed.how")}
        fit
        columns={[
          { id: "account", stays: true, header: t("indicators.computed.account"), written: true },
          { id: "amount", stays: true, header: t("indicators.computed.amount"), numeric: true },
        ]}
        rows={[
          ...accounts.map(({ account, name, amountOre: ore }) => ({
            key: account,
            cells: [`${account} ${name}`, <Num key="amount" value={kronor(ore)} />],
          })),
          ...(otherOre === 0
            ? []
            : [
                {
                  key: "others",
                  cells: [t("indicators.computed.others"), <Num key="amount" value={kronor(otherOre)} />],
                },
              ]),
          {
            key: "sum",
            cells: [
              <strong key="sum">{t("indicators.computed.sum")}</strong>,
              <Num key="amount" value={kronor(amountOre)} />,
            ],
          },
        ]}
      />
    </details>
  );
}
