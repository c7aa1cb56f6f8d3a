import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryClientConfig,
} from "@tanstack/react-query";

/** Who the answers are for, where a query tells: what one person has read is not the next one's to see. */
interface TellsWho {
  /** The first part of the query's key: the route's name. */
  readonly query: string;
  /** Who has signed in, by what it answered; undefined when nobody has. */
  readonly who: (answer: unknown) => string | undefined;
}

/**
 * What pages have read. What is read anew is asked for anew, also where the first answer has not come yet: it was asked for in another
 * language, on another day or before something was stored, and the library would take it as the new one. When somebody else has signed in,
 * or the one who had has gone, nothing is left of what that one had read: on a shared computer it would be seen until the next answer.
 */
export class Answers extends QueryClient {
  constructor({ tellsWho, ...config }: QueryClientConfig & { readonly tellsWho?: TellsWho } = {}) {
    super(config);
    if (tellsWho) this.#watch(tellsWho);
  }

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

  #watch({ query: told, who }: TellsWho): void {
    const tells = ({ queryKey }: Query) => queryKey[0] === told;
    let before: string | undefined;
    this.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success" || !tells(event.query)) return;
      const now = who(event.action.data);
      const gone = before !== undefined && now !== before;
      before = now;
      if (gone) void this.#forget((query) => !tells(query));
    });
  }

  /** What no page shows is thrown away; what a page shows is empty until it has been asked for anew. */
  async #forget(predicate: (query: Query) => boolean): Promise<void> {
    this.removeQueries({ type: "inactive", predicate });
    await this.resetQueries({ predicate });
  }
}
