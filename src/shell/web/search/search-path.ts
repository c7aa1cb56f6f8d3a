/** What a search on the page is: its words stand in the address, with the sort and the year that one keeps to. */
export const SEARCH_PAGE = "/sok";
export const WORDS_PARAM = "q";
export const SORT_PARAM = "slag";
export const OF_YEAR_PARAM = "om";

export const searchPath = ({ q, sort }: { readonly q: string; readonly sort?: string | undefined }): string =>
  `${SEARCH_PAGE}?${WORDS_PARAM}=${encodeURIComponent(q)}${sort && sort !== "page" ? `&${SORT_PARAM}=${sort}` : ""}`;
