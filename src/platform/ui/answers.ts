import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";

/**
 * What pages have read. What is read anew is asked for anew, also where the first answer has not come yet: it was asked for in another
 * language, on another day or before something was stored, and the library would take it as the new one.
 */
export class Answers extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options: InvalidateOptions = {},
  ): Promise<void> {
    if (filters.refetchType !== "none") {
      const { queryKey } = filters;
      await this.cancelQueries({
        ...(queryKey ? { queryKey } : {}),
        fetchStatus: "fetching",
        predicate: ({ state }) => state.data === undefined,
      });
    }
    return super.invalidateQueries(filters, options);
  }
}
