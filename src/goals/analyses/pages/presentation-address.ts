/** Where a year's external analysis is shown on a projector. */
export const presentationPage = ({ body, year }: { readonly body: string; readonly year: number }): string =>
  `/mal/analyser/omvarld/${body}/${year}/visa`;
