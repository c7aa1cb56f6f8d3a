import { Button, Switch } from "@digdir/designsystemet-react";
import { AmountField } from "../../../../platform/ui/amount-field.tsx";
import { Icon } from "../../../../platform/ui/icon.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Money } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useTexts } from "../../../../platform/ui/texts.ts";
import type { Budget } from "../../../base/contract.ts";
import { OPENING_LINES, YEAR_LINES } from "../../../base/rules/result-lines.ts";
import type { Editing } from "./editing.ts";

type Position = NonNullable<Budget["position"]>;
const SIGNED = new Set<string>(["equity", "provisionsChange", "unrealised"]);
const zeros = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
const emptyYear = (year: number) => ({ year, ...zeros(YEAR_LINES) });
const EMPTY = (years: readonly number[]): Position => ({
  opening: zeros(OPENING_LINES),
  reserveTkr: 0,
  pensionsOutsideTkr: null,
  leastCashTkr: 0,
  loanRate: 0,
  internalRate: 0,
  years: years.map(emptyYear),
  earlierDeficits: [],
});

/** The opening balance, loans and reserve, and what happens beside the result each year (E-7). */
export function OpeningEditor({ budget, change, problem }: Editing) {
  const t = useTexts("budget");
  const { position } = budget;
  const years = budget.resultInput.map((line) => line.year);
  const write = (part: Partial<Position>) =>
    position && change({ position: { ...position, ...part } as Position });
  if (!position)
    return (
      <Section title={t("position.edit.opening")} lead={t("position.no-opening-detail")}>
        <Button variant="secondary" onClick={() => change({ position: EMPTY(years) })}>
          {t("position.edit.add-opening")}
        </Button>
      </Section>
    );
  const { opening, carriedFrom } = position;
  const assets = opening.fixedAssets + opening.financialAssets + opening.currentAssets + opening.cash;
  const rest =
    opening.equity + opening.provisions + opening.loans + opening.deferredGrants + opening.shortDebt;
  return (
    <>
      <Section
        title={t("position.edit.opening")}
        lead={t("position.edit.opening-lead", { year: (years[0] ?? 0) - 1 })}
        cite="LKBR 6 kap."
      >
        <div className="position-fields">
          {OPENING_LINES.map((line) => (
            <AmountField
              key={line}
              at={`position.opening.${line}`}
              label={t(`position.line.${line}`)}
              min={SIGNED.has(line) ? -1_000_000_000 : 0}
              value={opening[line]}
              problem={problem}
              onChange={(tkr) => write({ opening: { ...opening, [line]: tkr } })}
            />
          ))}
        </div>
        <p className="row" role="status">
          <Icon name={assets === rest ? "check" : "cross"} size={18} />
          {t("position.line.assets")}: <Money tkr={assets} /> · {t("position.line.equityAndLiabilities")}:{" "}
          <Money tkr={rest} /> · {t("position.edit.difference")}: <Money tkr={assets - rest} signed />
        </p>
        {carriedFrom ? (
          <p id="f-position-reserveTkr">
            {t("position.edit.reserveTkr")}: <Money tkr={position.reserveTkr} unit />.{" "}
            <Carried from={carriedFrom} />
          </p>
        ) : null}
        <div className="position-fields">
          {(carriedFrom ? (["leastCashTkr"] as const) : (["reserveTkr", "leastCashTkr"] as const)).map(
            (key) => (
              <AmountField
                key={key}
                at={`position.${key}`}
                label={t(`position.edit.${key}`)}
                min={0}
                value={position[key]}
                problem={problem}
                onChange={(tkr) => write({ [key]: tkr })}
              />
            ),
          )}
          <AmountField
            at="position.pensionsOutsideTkr"
            label={t("position.line.pensionsOutside")}
            min={0}
            empty
            value={position.pensionsOutsideTkr}
            problem={problem}
            onChange={(pensionsOutsideTkr) => write({ pensionsOutsideTkr })}
          />
          {(["loanRate", "internalRate"] as const).map((key) => (
            <AmountField
              key={key}
              at={`position.${key}`}
              label={t(`position.edit.${key}`)}
              min={0}
              max={20}
              decimals={2}
              value={position[key]}
              problem={problem}
              onChange={(rate) => write({ [key]: rate })}
            />
          ))}
        </div>
        <Switch
          id="f-position-capitalInFrames"
          label={t("position.edit.capitalInFrames")}
          description={t("position.edit.capitalInFrames-help")}
          checked={position.capitalInFrames ?? false}
          onChange={(event) => write({ capitalInFrames: event.target.checked })}
        />
      </Section>
      <Section title={t("position.edit.years")} lead={t("position.edit.years-lead")}>
        {years.map((year) => (
          <YearFields key={year} position={position} year={year} write={write} problem={problem} />
        ))}
      </Section>
      <Deficits position={position} write={write} problem={problem} first={years[0] ?? 0} />
    </>
  );
}

interface PartProps {
  readonly position: Position;
  readonly write: (part: Partial<Position>) => void;
  readonly problem: unknown;
}

function YearFields({ position, year, write, problem }: PartProps & { readonly year: number }) {
  const t = useTexts("budget");
  const found = position.years.findIndex((line) => line.year === year);
  const place = found === -1 ? position.years.length : found;
  const own = position.years[place] ?? emptyYear(year);
  return (
    <fieldset className="position-set">
      <legend>{year}</legend>
      <div className="position-fields">
        {YEAR_LINES.map((line) => (
          <AmountField
            key={line}
            at={`position.years.${place}.${line}`}
            label={t(`position.line.${line}`)}
            min={SIGNED.has(line) ? -1_000_000_000 : 0}
            value={own[line]}
            problem={problem}
            onChange={(tkr) => write({ years: position.years.toSpliced(place, 1, { ...own, [line]: tkr }) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Deficits from before the plan: how much is left, and when it must be restored (KL 11:12). */
function Deficits({ position, write, problem, first }: PartProps & { readonly first: number }) {
  const t = useTexts("budget");
  const { earlierDeficits, carriedFrom } = position;
  // What a decided report has left is not typed
  const own = carriedFrom ? [] : earlierDeficits;
  return (
    <Section title={t("position.edit.deficits")} cite="KL 11:12">
      {carriedFrom ? (
        <p>
          {earlierDeficits.length === 0 ? t("position.no-deficits") : null} <Carried from={carriedFrom} />
        </p>
      ) : null}
      {carriedFrom ? <CarriedDeficits deficits={earlierDeficits} /> : null}
      {own.map((deficit, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a deficit has no name but its place
        <div className="position-fields" key={i}>
          {(["year", "amountTkr", "restoreBy"] as const).map((key) => (
            <AmountField
              key={key}
              at={`position.earlierDeficits.${i}.${key}`}
              label={t(`position.edit.deficit-${key}`)}
              min={key === "amountTkr" ? 0 : 2000}
              max={key === "amountTkr" ? 1_000_000_000 : 2200}
              plain={key !== "amountTkr"}
              value={deficit[key]}
              problem={problem}
              onChange={(value) =>
                write({ earlierDeficits: earlierDeficits.with(i, { ...deficit, [key]: value }) })
              }
            />
          ))}
          <Button
            variant="tertiary"
            onClick={() => write({ earlierDeficits: earlierDeficits.toSpliced(i, 1) })}
          >
            {t("internal.remove", { name: `${t("position.deficit-year")} ${deficit.year}` })}
          </Button>
        </div>
      ))}
      {carriedFrom ? null : (
        <Button
          variant="secondary"
          disabled={earlierDeficits.length >= 20}
          onClick={() =>
            write({
              earlierDeficits: [...earlierDeficits, { year: first - 1, amountTkr: 0, restoreBy: first + 2 }],
            })
          }
        >
          {t("position.edit.add-deficit")}
        </Button>
      )}
    </Section>
  );
}

/** Which decided report a reserve and deficits come from. */
function Carried({
  from: { kind, year, decision },
}: {
  readonly from: NonNullable<Position["carriedFrom"]>;
}) {
  const t = useTexts("budget");
  return (
    <>
      {t(`position.edit.carried.${kind}`, { year })}{" "}
      <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
    </>
  );
}

function CarriedDeficits({ deficits }: { readonly deficits: Position["earlierDeficits"] }) {
  const t = useTexts("budget");
  if (deficits.length === 0) return null;
  return (
    <ul>
      {deficits.map(({ year, amountTkr, restoreBy }) => (
        <li key={year}>
          {t("position.deficit-year")} {year}: <Money tkr={amountTkr} unit />,{" "}
          {t("position.restore-by").toLocaleLowerCase()} {restoreBy}
        </li>
      ))}
    </ul>
  );
}
