/** What the allocation is computed from (model §2.2, E-2, E-3). Years are texts in records, as in JSON. */
export interface AllocationInput {
  /** The budget year and its plan years, one after the other. */
  readonly years: readonly number[];
  readonly bodies: readonly string[];
  /** The allocation of the year before the first one, in tkr. */
  readonly base: Readonly<Record<string, number>>;
  /** What was given once in the year before the first one. */
  readonly oneOffs: readonly OneOff[];
  /** People by year and age; an age that a year does not list has 0 people. The year before the first one is needed too. */
  readonly population: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly services: readonly Service[];
  readonly indexation: readonly Indexation[];
  readonly adjustments: readonly Adjustment[];
}

export interface OneOff {
  readonly body: string;
  readonly amountTkr: number;
  readonly text?: string;
}

export interface Service {
  readonly id: string;
  readonly body: string;
  /** From and to, both counted. */
  readonly ages: readonly [number, number];
  /** Share of the people in these ages who use the service, 0–1; absent: all. */
  readonly coverage?: number;
  /** Kronor per user and year, by year. */
  readonly priceKr: Readonly<Record<string, number>>;
}

export interface Indexation {
  readonly body: string;
  /** What grows: "wages", "rents", … */
  readonly kind: string;
  readonly baseTkr: number;
  /** Growth by year: 0.034 is 3.4 per cent. */
  readonly rate: Readonly<Record<string, number>>;
  /** The part of the growth that is granted, 0–1, by year; absent: all. */
  readonly share?: Readonly<Record<string, number>>;
}

export interface Adjustment {
  readonly body: string;
  readonly year: number;
  readonly amountTkr: number;
  /** Taken out again the year after. */
  readonly oneOff?: boolean;
  readonly text?: string;
  /** The number of the decision that it comes from, such as a true-up of the demography (E-4). */
  readonly decision?: number;
}
