import { MAX_TKR } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import {
  Adjustment,
  type AllocationInput,
  CapitalChange,
  type Service,
} from "../../base/rules/allocation-input.ts";
import { decimals, LIMITS, shown } from "../../base/rules/allocation-limits.ts";
import { NAME } from "../../base/rules/fields.ts";

/**
 * Checks an allocation's input, whatever it is, and names the place of every fault (at most 200). What comes back as
 * `input` can be computed without a further check.
 */
export function checkAllocationInput(
  given: unknown,
): { readonly input: AllocationInput } | { readonly faults: readonly Remark[] } {
  const check = new Checker();
  check.all(given);
  return check.faults.length > 0
    ? { faults: check.faults.slice(0, LIMITS.faults) }
    : { input: given as AllocationInput };
}

/** Far below 2^53, so that no sum of whole tkr on the way can lose a krona. */
const MAX_SUM_TKR = 1_000_000_000_000_000;

const ADJUSTMENT_FIELDS = Object.keys(Adjustment.shape);
const CAPITAL_FIELDS = Object.keys(CapitalChange.shape);

type Params = Record<string, string | number>;
type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class Checker {
  readonly faults: Remark[] = [];
  private years: number[] = [];
  private bodies = new Set<string>();

  private fault(at: string, code: string, params: Params = {}): void {
    if (this.faults.length <= LIMITS.faults) this.faults.push(remark("stops", code, "§2.2", params, at));
  }

  all(given: unknown): void {
    if (!this.record("", given)) return;
    this.known("", given, [
      "years",
      "bodies",
      "base",
      "oneOffs",
      "population",
      "services",
      "indexation",
      "adjustments",
    ]);
    this.checkYears(given.years);
    this.checkBodies(given.bodies);
    if (this.faults.length > 0) return; // without years and bodies every other place would be at fault too
    this.checkBase(given.base);
    this.checkPopulation(given.population);
    this.each("oneOffs", given.oneOffs, LIMITS.oneOffs, (at, item) => {
      this.known(at, item, ["id", "body", "amountTkr", "text", "source"]);
      this.body(at, item.body);
      this.amount(`${at}.amountTkr`, item.amountTkr);
      this.text(`${at}.text`, item.text);
      this.text(`${at}.source`, item.source, LIMITS.source);
      if (item.id !== undefined) this.id(`${at}.id`, item.id);
    });
    const ids = new Set<unknown>();
    this.each("services", given.services, LIMITS.services, (at, item) => {
      this.known(at, item, ["id", "name", "body", "ages", "measured", "coverage", "priceKr", "source"]);
      this.id(`${at}.id`, item.id);
      if (ids.has(item.id)) this.fault(`${at}.id`, "duplicate", { value: String(item.id) });
      ids.add(item.id);
      this.text(`${at}.name`, item.name, LIMITS.name);
      this.body(at, item.body);
      if (item.ages !== undefined || item.measured === undefined) this.ages(`${at}.ages`, item.ages);
      if (item.measured !== undefined) this.measured(`${at}.measured`, item.measured);
      this.text(`${at}.source`, item.source, LIMITS.source);
      if (item.coverage !== undefined) this.number(`${at}.coverage`, item.coverage, 0, 1, "coverage-range");
      this.byYear(`${at}.priceKr`, item.priceKr, (place, price) => {
        if (typeof price === "number" && price < 0) this.fault(place, "negative-price", { value: price });
        else this.number(place, price, 0, LIMITS.priceKr, "price-range");
      });
    });
    this.each("indexation", given.indexation, LIMITS.indexation, (at, item) => {
      this.known(at, item, ["id", "body", "kind", "name", "baseTkr", "rate", "share", "source"]);
      this.body(at, item.body);
      this.id(`${at}.kind`, item.kind);
      if (item.id !== undefined) this.id(`${at}.id`, item.id);
      this.text(`${at}.name`, item.name, LIMITS.name);
      this.text(`${at}.source`, item.source, LIMITS.source);
      this.amount(`${at}.baseTkr`, item.baseTkr);
      this.byYear(`${at}.rate`, item.rate, (place, rate) =>
        this.number(place, rate, -LIMITS.rate, LIMITS.rate, "rate-range"),
      );
      if (item.share !== undefined)
        this.byYear(
          `${at}.share`,
          item.share,
          (place, share) => this.number(place, share, 0, 1, "share-range"),
          false,
        );
    });
    this.each("adjustments", given.adjustments, LIMITS.adjustments, (at, item) => {
      this.known(at, item, ADJUSTMENT_FIELDS);
      this.body(at, item.body);
      if (!this.years.includes(item.year as number))
        this.fault(`${at}.year`, "unknown-year", { value: shown(item.year), years: this.years.join(", ") });
      this.amount(`${at}.amountTkr`, item.amountTkr);
      if (item.oneOff !== undefined && typeof item.oneOff !== "boolean")
        this.fault(`${at}.oneOff`, "not-yes-or-no", { value: shown(item.oneOff) });
      this.text(`${at}.text`, item.text);
      if (item.decision !== undefined)
        this.whole(`${at}.decision`, item.decision, 1, LIMITS.decision, "decision-range");
      if (item.trueUp !== undefined && item.trueUp !== true)
        this.fault(`${at}.trueUp`, "not-yes-or-no", { value: shown(item.trueUp) });
      if (item.id !== undefined) this.id(`${at}.id`, item.id);
      if (item.owner !== undefined) this.id(`${at}.owner`, item.owner);
      this.text(`${at}.source`, item.source, LIMITS.source);
      this.text(`${at}.by`, item.by, LIMITS.by);
      this.text(`${at}.effect`, item.effect, LIMITS.effect);
      if (item.capital !== undefined) this.capital(`${at}.capital`, item.capital);
    });
    if (this.faults.length === 0 && largestSumTkr(given as unknown as AllocationInput) > MAX_SUM_TKR)
      this.fault("", "sum-range", { max: MAX_SUM_TKR });
  }

  private checkYears(given: unknown): void {
    if (!Array.isArray(given) || given.length === 0) {
      this.fault("years", "no-years");
      return;
    }
    if (given.length > LIMITS.years) {
      this.fault("years", "too-many", { max: LIMITS.years });
      return;
    }
    for (const [i, year] of given.entries()) {
      if (!Number.isInteger(year) || year < 1900 || year > 2200)
        this.fault(`years.${i}`, "not-a-year", { value: shown(year) });
      else if (i > 0 && Number.isInteger(given[i - 1]) && year !== given[i - 1] + 1)
        this.fault(`years.${i}`, "years-not-consecutive", { value: year });
    }
    this.years = given;
  }

  private checkBodies(given: unknown): void {
    if (!Array.isArray(given) || given.length === 0) {
      this.fault("bodies", "no-bodies");
      return;
    }
    if (given.length > LIMITS.bodies) {
      this.fault("bodies", "too-many", { max: LIMITS.bodies });
      return;
    }
    for (const [i, body] of given.entries()) {
      this.id(`bodies.${i}`, body);
      if (this.bodies.has(body)) this.fault(`bodies.${i}`, "duplicate", { value: shown(body) });
      this.bodies.add(body);
    }
  }

  private checkBase(given: unknown): void {
    if (!this.record("base", given)) return;
    for (const body of this.bodies)
      if (Object.hasOwn(given, body)) this.amount(`base.${body}`, ownValue(given, body));
      else this.fault(`base.${body}`, "missing");
    for (const key of Object.keys(given))
      if (!this.bodies.has(key)) this.fault(`base.${key}`, "unknown-body", { value: key });
  }

  private checkPopulation(given: unknown): void {
    if (!this.record("population", given)) return;
    const first = this.years[0] as number;
    for (const year of [first - 1, ...this.years])
      if (!Object.hasOwn(given, String(year))) this.fault(`population.${year}`, "missing-year", { year });
    // Further years are no fault, since a forecast reaches further than a plan, but they must be right too
    for (const [year, ages] of Object.entries(given)) {
      const at = `population.${year}`;
      if (!/^(1[89]|2[01])\d\d$|^2200$/.test(year)) {
        this.fault(at, "not-a-year", { value: year });
        continue;
      }
      if (!this.record(at, ages)) continue;
      if (Object.keys(ages).length > LIMITS.ages) this.fault(at, "too-many", { max: LIMITS.ages });
      for (const [age, people] of Object.entries(ages)) {
        if (!/^(0|[1-9]\d{0,2})$/.test(age) || Number(age) >= LIMITS.ages)
          this.fault(`${at}.${age}`, "not-an-age", { value: age });
        this.whole(`${at}.${age}`, people, 0, LIMITS.people, "people-range");
      }
    }
  }

  private each(at: string, given: unknown, max: number, one: (at: string, item: Json) => void): void {
    if (given === undefined) {
      this.fault(at, "missing");
      return;
    }
    if (!Array.isArray(given)) {
      this.fault(at, "not-a-list");
      return;
    }
    if (given.length > max) {
      this.fault(at, "too-many", { max });
      return;
    }
    for (const [i, item] of given.entries()) if (this.record(`${at}.${i}`, item)) one(`${at}.${i}`, item);
  }

  private byYear(at: string, given: unknown, one: (at: string, value: unknown) => void, every = true): void {
    if (given === undefined) {
      this.fault(at, "missing");
      return;
    }
    if (!this.record(at, given)) return;
    for (const year of this.years)
      if (Object.hasOwn(given, String(year))) one(`${at}.${year}`, given[year]);
      else if (every) this.fault(`${at}.${year}`, "missing-year", { year });
    const known = this.years.map(String); // as text: "2027.0" is another key than "2027", and would not be read
    for (const key of Object.keys(given))
      if (!known.includes(key))
        this.fault(`${at}.${key}`, "unknown-year", { value: key, years: this.years.join(", ") });
  }

  /** Volumes have every year, and the one before the first: what changes is paid for. */
  private measured(at: string, given: unknown): void {
    if (!this.record(at, given)) return;
    const wanted = [(this.years[0] as number) - 1, ...this.years].map(String);
    for (const year of wanted)
      if (!Object.hasOwn(given, year)) this.fault(`${at}.${year}`, "missing-year", { year });
      else if (this.number(`${at}.${year}`, ownValue(given, year), 0, LIMITS.people, "volume-range"))
        this.fewDecimals(`${at}.${year}`, ownValue(given, year) as number, LIMITS.volumeDecimals);
    for (const key of Object.keys(given))
      if (!wanted.includes(key))
        this.fault(`${at}.${key}`, "unknown-year", { value: key, years: wanted.join(", ") });
  }

  private capital(at: string, given: unknown): void {
    if (!this.record(at, given)) return;
    this.known(at, given, CAPITAL_FIELDS);
    this.whole(`${at}.investment`, given.investment, 0, LIMITS.adjustments, "amount-range");
    this.amount(`${at}.depreciationTkr`, given.depreciationTkr);
    this.amount(`${at}.interestTkr`, given.interestTkr);
  }

  private ages(at: string, given: unknown): void {
    if (!Array.isArray(given) || given.length !== 2) {
      this.fault(at, "ages-two");
      return;
    }
    const [from, to] = given;
    for (const [i, age] of given.entries()) this.whole(`${at}.${i}`, age, 0, LIMITS.ages - 1, "age-range");
    if (typeof from === "number" && typeof to === "number" && from > to)
      this.fault(at, "ages-order", { from, to });
  }

  private body(at: string, given: unknown): void {
    if (typeof given !== "string" || !this.bodies.has(given))
      this.fault(`${at}.body`, "unknown-body", { value: shown(given) });
  }

  private id(at: string, given: unknown): void {
    if (typeof given !== "string" || !NAME.test(given)) this.fault(at, "not-an-id", { value: shown(given) });
  }

  private text(at: string, given: unknown, max: number = LIMITS.text): void {
    if (given === undefined) return;
    if (typeof given !== "string") this.fault(at, "not-a-text", { value: shown(given) });
    else if (given.length > max) this.fault(at, "too-long", { max });
  }

  private amount(at: string, given: unknown): void {
    this.whole(at, given, -MAX_TKR, MAX_TKR, "amount-range");
  }

  private whole(at: string, given: unknown, min: number, max: number, code: string): void {
    if (this.number(at, given, min, max, code) && !Number.isInteger(given))
      this.fault(at, "not-whole", { value: shown(given) });
  }

  private number(at: string, given: unknown, min: number, max: number, code: string): boolean {
    if (given === undefined) this.fault(at, "missing");
    else if (typeof given !== "number" || !Number.isFinite(given))
      this.fault(at, "not-a-number", { value: shown(given) });
    else if (given < min || given > max) this.fault(at, code, { value: given, min, max });
    else return this.fewDecimals(at, given, LIMITS.decimals);
    return false;
  }

  private fewDecimals(at: string, given: number, max: number): boolean {
    if (decimals(given) > max) this.fault(at, "too-many-decimals", { value: given, max });
    return decimals(given) <= max;
  }

  private record(at: string, given: unknown): given is Json {
    if (isRecord(given)) return true;
    this.fault(at, given === undefined ? "missing" : "not-an-object", { value: shown(given) });
    return false;
  }

  private known(at: string, given: Json, names: readonly string[]): void {
    for (const key of Object.keys(given))
      if (!names.includes(key))
        this.fault(at === "" ? key : `${at}.${key}`, "unknown-field", {
          value: key,
          known: names.join(", "),
        });
  }
}

/** What no sum of the allocation can exceed, plus or minus, in tkr: each part at its largest, over all years. */
function largestSumTkr(input: AllocationInput): number {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + Math.abs(amount), 0);
  const people = Math.max(...Object.values(input.population).map((ages) => sum(Object.values(ages))));
  const years = input.years.length;
  const price = ({ priceKr }: Service) => Math.max(...Object.values(priceKr)) / 1000;
  const demography = input.services.map(
    (service) => price(service) * (service.measured ? Math.max(...Object.values(service.measured)) : people),
  );
  return (
    sum(Object.values(input.base)) +
    sum(input.oneOffs.map((item) => item.amountTkr)) +
    2 * sum(input.adjustments.map((item) => item.amountTkr)) +
    years * sum(demography) +
    (1 + LIMITS.rate) ** years * sum(input.indexation.map((line) => line.baseTkr))
  );
}
