/** The body whose budget is the municipality's. */
export const COUNCIL = "kommunfullmaktige";
