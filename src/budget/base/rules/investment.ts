/** A part of what is built that wears out by itself (component depreciation). */
export interface Component {
  readonly name: string;
  /** Per cent of the project; a project's components are together 100. */
  readonly share: number;
  /** Years in use; 0 is never written off (land). */
  readonly years: number;
}

export interface Investment {
  readonly body: string;
  readonly name: string;
  readonly amountsTkr: Readonly<Record<string, number>>;
  readonly components?: readonly Component[] | undefined;
  /** The month from which it is used and written off ("2028-08"); absent: not in use within the plan. */
  readonly inUseFrom?: string | null | undefined;
  /** Spent before the plan: stands in the opening balance, and is written off here from when it is used. */
  readonly spentBeforeTkr?: number | undefined;
  /** Decided to be carried over from the year before: spent in the first year, beside that year's own amount. */
  readonly carriedOverTkr?: number | undefined;
  /** The number of the decision by which it was carried over. */
  readonly carriedOverDecision?: number | null | undefined;
  /** Grants by year: a debt that is dissolved as fast as the investment is written off. */
  readonly grantsTkr?: Readonly<Record<string, number>> | undefined;
  /** What the whole is believed to cost when it is finished; absent: as planned. */
  readonly forecastTkr?: number | null | undefined;
}

export interface InvestmentYear {
  readonly year: number;
  readonly spentTkr: number;
  readonly grantTkr: number;
  readonly depreciationTkr: number;
  readonly dissolvedTkr: number;
  /** The municipality's own charge for the money that is tied, on the value at the beginning of the year. */
  readonly internalInterestTkr: number;
  /** What is left on the last day, with what is not in use yet. */
  readonly bookValueTkr: number;
}

export interface InvestmentCost {
  readonly body: string;
  readonly name: string;
  readonly carriedOverTkr: number;
  readonly carriedOverDecision?: number | null | undefined;
  /** What it cost in the year before the first one: where the changes of the plan begin. */
  readonly before: Pick<InvestmentYear, "depreciationTkr" | "internalInterestTkr">;
  /** All that has been and will be spent, as planned. */
  readonly plannedTkr: number;
  readonly forecastTkr: number;
  readonly years: readonly InvestmentYear[];
}

export interface CapitalCost {
  readonly body: string;
  readonly year: number;
  readonly allocationTkr: number;
  readonly depreciationTkr: number;
  readonly internalInterestTkr: number;
  /** What of it the allocation holds already. */
  readonly inAllocationTkr?: number | undefined;
  /** Allocation with capital cost. */
  readonly withCapitalTkr: number;
}
