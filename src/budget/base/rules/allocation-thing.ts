/** What a body is allocated by the council's budget, as a thing: the krona that the red thread begins with (§2.1, V-9, E-8). */
export const allocationThing = (budget: string, body: string): string => `${budget}/allocation/${body}`;
