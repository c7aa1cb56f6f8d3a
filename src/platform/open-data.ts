/** The licence that the municipality's open data come with: free to use, without conditions. */
export const DATA_LICENCE = {
  name: "CC0 1.0",
  url: "https://creativecommons.org/publicdomain/zero/1.0/",
} as const;
