import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import type { LiveStep } from "./step.ts";

const HUNDRED = 100;
/** Volumes have at most two decimals: whole hundredths, with no tail of binary arithmetic. */
const hundredths = (volume: number) => Math.round(volume * HUNDRED);
/** So many ages may change before the services' ages are summed anew rather than moved each by itself. */
const FEW = 16;

/** The people and measured volumes that the services follow, by year from the one before the first (E-3, E-4). */
export class LiveVolumes {
  /** By year and age. */
  readonly people: Float64Array;
  /** By year and service: the people in its ages, or the measured volume in hundredths. */
  private readonly volumes: Float64Array;
  private readonly services: AllocationInput["services"];
  private readonly first: number;
  private readonly years: number;
  /** The services of each age. */
  private readonly byAge: readonly (readonly number[])[];
  private moved = 0;

  constructor(input: AllocationInput) {
    const { years, services, population } = input;
    this.services = services;
    this.first = (years[0] as number) - 1;
    this.years = years.length + 1;
    this.people = new Float64Array(this.years * LIMITS.ages);
    this.volumes = new Float64Array(this.years * services.length);
    this.byAge = Array.from({ length: LIMITS.ages }, (_, age) =>
      services.flatMap(({ ages, measured }, i) =>
        ages && !measured && age >= ages[0] && age <= ages[1] ? [i] : [],
      ),
    );
    for (let y = 0; y < this.years; y++) {
      const year = this.first + y;
      for (const [age, count] of Object.entries(population[year] ?? {}))
        this.people[y * LIMITS.ages + Number(age)] = count;
      for (const [i, { measured }] of services.entries())
        this.volumes[y * services.length + i] = measured ? hundredths(measured[year] ?? 0) : this.sum(y, i);
    }
  }

  /** How much more the volume of a service is than the year before; `y` counts from the first year. */
  change(y: number, service: number): number {
    const at = (y + 1) * this.services.length + service;
    return (this.volumes[at] as number) - (this.volumes[at - this.services.length] as number);
  }

  setMeasured(step: LiveStep, service: number, year: number, volume: number): void {
    if (this.services[service]?.measured) this.bring(step, year - this.first, service, hundredths(volume));
  }

  measured(service: number, year: number): number {
    return (this.volumes[(year - this.first) * this.services.length + service] as number) / HUNDRED;
  }

  /** The people of a year by age. */
  agesOf(year: number): Record<string, number> {
    const from = (year - this.first) * LIMITS.ages;
    return Object.fromEntries(this.people.subarray(from, from + LIMITS.ages).entries());
  }

  setPeople(step: LiveStep, year: number, age: number, count: number): void {
    const y = year - this.first;
    if (y < 0 || y >= this.years) return;
    const at = y * LIMITS.ages + age;
    const more = count - (this.people[at] as number);
    if (more === 0) return;
    this.people[at] = count;
    this.moved += 1;
    if (this.moved > FEW) return;
    for (const service of this.byAge[age] as readonly number[])
      this.bring(step, y, service, (this.volumes[y * this.services.length + service] as number) + more);
  }

  /** What is left when too many ages have moved: every service's ages are summed anew. */
  settle(step: LiveStep): void {
    if (this.moved > FEW)
      for (let y = 0; y < this.years; y++)
        for (const [service, { measured }] of this.services.entries())
          if (!measured) this.bring(step, y, service, this.sum(y, service));
    this.moved = 0;
  }

  private sum(y: number, service: number): number {
    const { ages } = this.services[service] as AllocationInput["services"][number];
    let people = 0;
    if (ages)
      for (let age = ages[0]; age <= ages[1]; age++) people += this.people[y * LIMITS.ages + age] as number;
    return people;
  }

  /** A year's volume is part of two changes: its own, and the next year's. */
  private bring(step: LiveStep, y: number, service: number, volume: number): void {
    const at = y * this.services.length + service;
    const more = volume - (this.volumes[at] as number);
    if (more === 0) return;
    this.volumes[at] = volume;
    if (y > 0) step.addTimes(y - 1, service, more);
    if (y < this.years - 1) step.addTimes(y, service, -more);
  }
}
