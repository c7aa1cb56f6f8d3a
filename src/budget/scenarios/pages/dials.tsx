import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ownValue } from "../../../kernel/own-value.ts";
import { dataText, type Text, useTexts } from "../../../platform/ui/texts.ts";
import { MAX_RESULT_TKR } from "../../base/contract.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import type { ResultLineName } from "../../base/rules/result.ts";
import type { Changes, ScenarioBase } from "../../live/rules/changes.ts";
import { serviceName } from "../../matter/pages/use-row-name.ts";
import { type BaseOf, countsOf, setFrom, shownIn, tidy, withEntry } from "./changes.ts";
import { ScenarioDial } from "./dial.tsx";
import { LineRates } from "./line-rates.tsx";
import { PointsDial } from "./points-dial.tsx";

interface DialsProps {
  readonly base: ScenarioBase;
  readonly changes: Changes;
  readonly year: number;
  readonly onward: boolean;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Changes>) => void;
}

const TAX_MAX = 50;
const CENTRAL: readonly ResultLineName[] = [
  "settlementTkr",
  "centralTkr",
  "depreciationTkr",
  "financialNetTkr",
];

/** All that a scenario may change of one year, in groups that are opened one by one (E-9). */
export function ScenarioDials(props: DialsProps) {
  const t = useTexts("budget");
  const counts = countsOf(props.changes);
  const line = (name: ResultLineName) => <LineDial key={name} name={name} t={t} {...props} />;
  return (
    <>
      <DialGroup id="tax" count={counts.tax} open>
        <TaxDials t={t} {...props} />
        {line("equalisationTkr")}
      </DialGroup>
      <DialGroup id="rate" count={counts.rate}>
        <RateDials t={t} {...props} />
      </DialGroup>
      <DialGroup id="price" count={counts.price}>
        <PriceDials t={t} {...props} />
      </DialGroup>
      <DialGroup id="coverage" count={counts.coverage}>
        <CoverageDials t={t} {...props} />
      </DialGroup>
      <DialGroup id="central" count={counts.central}>
        {CENTRAL.map(line)}
      </DialGroup>
    </>
  );
}

export function DialGroup({
  id,
  count,
  open = false,
  children,
}: {
  readonly id: keyof ReturnType<typeof countsOf> | "about";
  readonly count: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTexts("budget");
  const group = t(`scenario.group.${id}`);
  // What is closed is not drawn: hundreds of sliders that nobody sees would slow down the one that is moved
  const [shown, show] = useState(open);
  return (
    <details className="dial-group" open={shown} onToggle={(event) => show(event.currentTarget.open)}>
      <summary>{count > 0 ? t("scenario.group-count", { group, count }) : group}</summary>
      {shown ? <div className="dial-group-body">{children}</div> : null}
    </details>
  );
}

type Parts = DialsProps & { readonly t: Text<"budget"> };
const at = ({ base, year, onward }: DialsProps) => ({ year, years: base.input.years, onward });
/** A round step that a slider of this size is moved by. */
const stepOf = (size: number) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(size)))) - 2);

function TaxDials(props: Parts) {
  const { t, base, changes, year, readOnly, onChange } = props;
  const baseOf: BaseOf = (y) => base.resultInput.find((line) => line.year === y)?.taxRate;
  const own = baseOf(year) ?? 0;
  return (
    <>
      <ScenarioDial
        label={t("scenario.dial.taxRate", { year })}
        base={own}
        value={shownIn(changes.taxRate, baseOf, year)}
        min={0}
        max={TAX_MAX}
        reach={[tidy(own - 1), tidy(own + 1)]}
        step={0.01}
        decimals={2}
        readOnly={readOnly}
        onChange={(value) =>
          onChange({ taxRate: setFrom(changes.taxRate, baseOf, at(props), value, [0, TAX_MAX]) })
        }
      />
      <ScenarioDial
        label={t("scenario.dial.taxBasePercent", { year })}
        base={0}
        value={changes.taxBasePercent[year] ?? 0}
        min={-50}
        max={50}
        reach={[-5, 5]}
        step={0.1}
        decimals={1}
        readOnly={readOnly}
        onChange={(value) =>
          onChange({ taxBasePercent: withEntry(changes.taxBasePercent, String(year), value || undefined) })
        }
      />
    </>
  );
}

function LineDial({ name, ...props }: Parts & { readonly name: ResultLineName }) {
  const { t, base, changes, year, readOnly, onChange } = props;
  const baseOf: BaseOf = (y) => base.resultInput.find((line) => line.year === y)?.[name];
  const own = baseOf(year) ?? 0;
  const width = Math.max(5000, Math.round(Math.abs(own) / 2000) * 1000);
  return (
    <ScenarioDial
      label={t(`scenario.dial.${name}`, { year })}
      base={own}
      value={shownIn(changes.lines[name], baseOf, year)}
      min={-MAX_RESULT_TKR}
      max={MAX_RESULT_TKR}
      reach={[own - width, own + width]}
      step={100}
      readOnly={readOnly}
      onChange={(value) => {
        const limits = [-MAX_RESULT_TKR, MAX_RESULT_TKR] as const;
        const moved = setFrom(changes.lines[name], baseOf, at(props), value, limits);
        onChange({ lines: { ...changes.lines, [name]: moved } });
      }}
    />
  );
}

function RateDials(props: Parts) {
  const { t, base, changes, year, readOnly, onChange } = props;
  const { indexation } = base.input;
  const kinds = useMemo(() => [...new Set(indexation.map((line) => line.kind))], [indexation]);
  return kinds.map((kind) => {
    const what = dataText(t, "indexation", kind, { defaultValue: kind });
    const shareOf: BaseOf = (y) => indexation.find((line) => line.kind === kind)?.share?.[y] ?? 1;
    return (
      <div key={kind} className="dial-pair">
        <PointsDial
          label={t("scenario.dial.ratePoints", { what, year })}
          points={ownValue(changes.ratePoints, kind)}
          at={at(props)}
          readOnly={readOnly}
          onChange={(points) => onChange({ ratePoints: withEntry(changes.ratePoints, kind, points) })}
        />
        <ScenarioDial
          label={t("scenario.dial.share", { what, year })}
          base={tidy((shareOf(year) ?? 1) * 100)}
          value={tidy(shownIn(ownValue(changes.share, kind), shareOf, year) * 100)}
          min={0}
          max={100}
          reach={[0, 100]}
          step={1}
          decimals={1}
          readOnly={readOnly}
          onChange={(value) => {
            const share = setFrom(
              ownValue(changes.share, kind),
              shareOf,
              at(props),
              tidy(value / 100),
              [0, 1],
            );
            onChange({ share: withEntry(changes.share, kind, share) });
          }}
        />
        <LineRates
          kind={kind}
          base={base}
          changes={changes}
          at={at(props)}
          readOnly={readOnly}
          onChange={onChange}
        />
      </div>
    );
  });
}

function PriceDials(props: Parts) {
  const { t, base, changes, year, readOnly } = props;
  const { services } = base.input;
  const labels = useMemo(
    () => services.map((service) => t("scenario.dial.priceKr", { what: serviceName(service, t), year })),
    [t, services, year],
  );
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const move = useCallback((id: string, baseOf: BaseOf, value: number) => {
    const { changes, onChange } = latest.current;
    const moved = setFrom(ownValue(changes.priceKr, id), baseOf, at(latest.current), value, [
      0,
      LIMITS.priceKr,
    ]);
    onChange({ priceKr: withEntry(changes.priceKr, id, moved) });
  }, []);
  return services.map(({ id, priceKr }, i) => (
    <PriceDial
      key={id}
      id={id}
      priceKr={priceKr}
      label={labels[i] as string}
      year={year}
      value={shownIn(ownValue(changes.priceKr, id), (y) => priceKr[y], year)}
      readOnly={readOnly}
      move={move}
    />
  ));
}

/** A large municipality has hundreds of prices: only the one that is moved is drawn anew. */
const PriceDial = memo(function PriceDial({
  id,
  priceKr,
  label,
  year,
  value,
  readOnly,
  move,
}: {
  readonly id: string;
  readonly priceKr: Readonly<Record<string, number>>;
  readonly label: string;
  readonly year: number;
  readonly value: number;
  readonly readOnly: boolean;
  readonly move: (id: string, baseOf: BaseOf, value: number) => void;
}) {
  const own = priceKr[year] ?? 0;
  const step = stepOf(own);
  return (
    <ScenarioDial
      label={label}
      base={own}
      value={value}
      min={0}
      max={LIMITS.priceKr}
      reach={[Math.max(0, own - 200 * step), own + 200 * step]}
      step={step}
      readOnly={readOnly}
      onChange={(to) => move(id, (y) => priceKr[y], to)}
    />
  );
});

function CoverageDials(props: Parts) {
  const { t, base, changes, readOnly, onChange } = props;
  const { services } = base.input;
  const labels = useMemo(
    () => services.map((service) => t("scenario.dial.coverage", { what: serviceName(service, t) })),
    [t, services],
  );
  return services.map(({ id, coverage = 1, measured }, i) =>
    measured ? (
      <VolumeDial key={id} {...props} service={id} measured={measured} />
    ) : (
      <ScenarioDial
        key={id}
        label={labels[i] as string}
        base={tidy(coverage * 100)}
        value={tidy((ownValue(changes.coverage, id) ?? coverage) * 100)}
        min={0}
        max={100}
        reach={[0, 100]}
        step={0.5}
        decimals={2}
        readOnly={readOnly}
        onChange={(value) => {
          const share = tidy(value / 100);
          onChange({ coverage: withEntry(changes.coverage, id, share === coverage ? undefined : share) });
        }}
      />
    ),
  );
}

/** A service that is counted by a measured volume has that to be moved, and no share of any ages. */
function VolumeDial({
  service,
  measured,
  ...props
}: Parts & { readonly service: string; readonly measured: Readonly<Record<string, number>> }) {
  const { t, base, changes, year, readOnly, onChange } = props;
  const name = base.input.services.find(({ id }) => id === service)?.name;
  const baseOf: BaseOf = (y) => measured[y];
  const own = baseOf(year) ?? 0;
  const volumes = changes.volumes ?? {};
  return (
    <ScenarioDial
      label={t("scenario.dial.volume", { what: serviceName({ id: service, name }, t), year })}
      base={own}
      value={shownIn(ownValue(volumes, service), baseOf, year)}
      min={0}
      max={LIMITS.people}
      reach={[Math.max(0, Math.floor(own * 0.8)), Math.max(10, Math.ceil(own * 1.2))]}
      step={1}
      decimals={2}
      readOnly={readOnly}
      onChange={(value) => {
        const moved = setFrom(ownValue(volumes, service), baseOf, at(props), value, [0, LIMITS.people]);
        onChange({ volumes: withEntry(volumes, service, moved) });
      }}
    />
  );
}
