/** Where anybody notices a risk, and sees what became of it. */
export const NOTICES_PAGE = "/kontroll/riskomraden";
