export const reportPath = (kind: string, body: string, year: number): string =>
  `/uppfoljning/${kind}/${body}/${year}`;

export const actionPlanPath = (body: string, year: number): string =>
  `/uppfoljning/atgardsplan/${body}/${year}`;
