/**
 * Where a rule comes from: a section of the model ("§2.1"), or a law ("KL 11:5", "LKBR 13 kap.").
 * Shown beside what the rule says, so that every "no" can be looked up.
 */
export type Citation =
  | `§${string}`
  | `KL ${string}`
  | `LKBR ${string}`
  | `OSL ${string}`
  | `${string} (${string})`;
