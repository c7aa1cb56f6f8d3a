import type { AdjustmentRow } from "./input-rows.ts";

/** What a body asks for in its situation analysis (§2.4, A-2), as it is brought to the planning conditions. */
export interface BodyNeed {
  readonly body: string;
  readonly id: string;
  readonly text: string;
  readonly amountTkr: number;
  readonly oneOff: boolean;
}

const MAX_ROW_ID = 70;

/** The row that a need is among the adjustments: the same each time, so that one sees what became of it. */
export const needRow = ({ body, id }: Pick<BodyNeed, "body" | "id">): string =>
  `behov-${body}-${id}`.slice(0, MAX_ROW_ID);

/** What became of a need among the adjustments: considered, taken in, rejected, or not brought in yet. */
export const needState = (
  need: Pick<BodyNeed, "body" | "id">,
  rows: readonly Pick<AdjustmentRow, "id" | "state">[],
): AdjustmentRow["state"] | null => rows.find(({ id }) => id === needRow(need))?.state ?? null;

/** A need as a proposal that is considered, with where it comes from; it changes nothing until somebody takes it in. */
export const proposalOfNeed = (need: BodyNeed, year: number, source: string): AdjustmentRow => ({
  id: needRow(need),
  state: "considered",
  body: need.body,
  text: need.text,
  amounts: { [year]: need.amountTkr },
  oneOff: need.oneOff,
  effect: "",
  owner: need.body,
  by: "",
  source,
  decision: null,
  fixed: false,
  trueUp: false,
});
