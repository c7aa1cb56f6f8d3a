import type { LineId } from "./result-lines.ts";

/** The lines that the municipality and its companies have together, in their order (KL 11:6). */
export const GROUP_LINE_IDS = [
  "result",
  "netInvestments",
  "depreciation",
  "newLoans",
  "amortisation",
  "cash",
  "assets",
  "equity",
  "loans",
] as const satisfies readonly LineId[];
export type GroupLine = (typeof GROUP_LINE_IDS)[number];

/** What the group's goals are held against too, and no company has. */
export const MUNICIPALITYS_OWN = ["taxAndGrants", "inhabitants"] as const satisfies readonly LineId[];

/** What the group's financial goals can be written with. */
export const GROUP_NAMES: readonly LineId[] = [...GROUP_LINE_IDS, ...MUNICIPALITYS_OWN];
export const isGroupName = (name: string): boolean => (GROUP_NAMES as readonly string[]).includes(name);
