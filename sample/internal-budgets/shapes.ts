/** The years that the sample has internal budgets for; every pair of amounts is of these, in this order. */
export const BUDGET_YEARS = [2027, 2028] as const;
export type BudgetYear = (typeof BUDGET_YEARS)[number];
/** One value a year. */
export type ByYear<T> = readonly [of2027: T, of2028: T];

/** Jobs of one title in a unit: they share what its staff may cost by weight. */
export interface JobRecipe {
  readonly title: string;
  /** A month's wage in 2027, kronor; 2028 has it with the review of 2027. */
  readonly wageKr: number;
  readonly weight: number;
  /** The first month of the job in 2027, where the post was vacant before: "05". */
  readonly from2027?: string;
}

export interface LineRecipe {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** Thousandths of what the unit costs, or an amount a year. */
  readonly perMille?: number;
  readonly tkr?: ByYear<number>;
  readonly key?: string | ByYear<string | undefined>;
  /** Its months are its own: they bring the body's budget to date to what its reports were made with. */
  readonly evens?: true;
}

export interface IncomeRecipe {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** The body's income is shared by these. */
  readonly weight: number;
  readonly key?: string | ByYear<string | undefined>;
}

/** A unit's budget: its net cost is given; income comes on top of it, and staff gets what other lines leave. */
export interface UnitRecipe {
  /** Null: the committee itself. */
  readonly unit: string | null;
  /** Begins the ids of its lines. */
  readonly id: string;
  readonly netTkr: ByYear<number>;
  readonly income?: readonly IncomeRecipe[];
  readonly jobs?: readonly JobRecipe[];
  readonly lines: readonly LineRecipe[];
  /** The line that gets what is left when posts are in quarters. */
  readonly rest: Omit<LineRecipe, "perMille" | "tkr" | "evens">;
}

/** What the units of one service have together; "bjornekullaskolan" has been a line of its own since the first budget. */
export interface ServiceRecipe {
  readonly service: string;
  readonly units: readonly UnitRecipe[];
}

export interface BodyRecipe {
  readonly body: string;
  /** What the body gets in beside its allocation. */
  readonly incomeTkr: ByYear<number>;
  /**
   * The budget from January to the end of April and of August, which the year's reports are held against; 2028 before the
   * supplementary budget.
   */
  readonly toDateTkr: ByYear<readonly [april: number, august: number]>;
  readonly comment: ByYear<string>;
  readonly services: readonly ServiceRecipe[];
}

/** The jobs' terms, the same in both years. */
export const WAGE_TERMS = {
  chargePercent: 40.35,
  chargeAccount: "5610",
  reviewMonth: 4,
  reviewPercent: 3,
} as const;

/** The sample's own period keys, beside the built-in ones. */
export const PERIOD_KEYS = {
  sammantraden: { name: "Nämndens sammanträden", weights: [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 2] },
  lasar: { name: "Läsår: terminernas veckor", weights: [8, 8, 9, 9, 9, 4, 1, 6, 9, 9, 9, 6] },
  semestrar: { name: "Semestrar och helger", weights: [8, 8, 8, 8, 8, 10, 12, 10, 7, 7, 6, 8] },
  byggsasong: { name: "Byggsäsong", weights: [4, 5, 7, 9, 11, 11, 8, 9, 11, 10, 8, 7] },
  badsasong: { name: "Badsäsong", weights: [0, 0, 0, 2, 10, 26, 34, 22, 6, 0, 0, 0] },
} as const;
