import {
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { z } from "zod";
import type { Route } from "../http/contract.ts";
import { type Answered, type ApiProblem, type Ask, apiAnswer, newKey, passes } from "./api.ts";
import { ofAnotherDay } from "./reading-day.ts";

/** What was read, its version, and how the reading goes: for `<Loaded of={…}>`, or to be looked at directly. */
export type Read<T> = Pick<
  UseQueryResult<Answered<T>, ApiProblem>,
  "isPending" | "isFetching" | "error" | "refetch"
> & {
  readonly data: T | undefined;
  readonly etag: string | undefined;
  /** What was read, waited for where it is still on its way: for what is pressed before that. Undefined where it failed. */
  readonly arrived: () => Promise<T | undefined>;
};

const keyOf = (route: Route, ask: { params?: unknown; query?: unknown }) => [
  route.id,
  ask.params ?? null,
  ask.query ?? null,
];

/** Reads a route and keeps it fresh; the same question on two places of a page is asked once. */
export function useApi<R extends Route>(
  route: R,
  ask: Omit<Ask<R>, "signal" | "ifMatch" | "key">,
  { when = true }: { readonly when?: boolean } = {},
): Read<z.output<R["returns"]>> {
  const { data, error, isPending, isFetching, refetch } = useQuery<
    Answered<z.output<R["returns"]>>,
    ApiProblem
  >({
    queryKey: keyOf(route, ask as { params?: unknown; query?: unknown }),
    queryFn: ({ signal }) => apiAnswer(route, { ...(ask as Ask<R>), signal }),
    enabled: when,
  });
  const arrived = async () => (data ?? (await refetch({ cancelRefetch: false })).data)?.value;
  return { data: data?.value, etag: data?.etag, error, isPending, isFetching, refetch, arrived };
}

/** Reads a route with several questions at once: what each gave, in their order; undefined until it has come. */
export function useApis<R extends Route>(
  route: R,
  asks: readonly Omit<Ask<R>, "signal" | "ifMatch" | "key">[],
  { when = true }: { readonly when?: boolean } = {},
): readonly (z.output<R["returns"]> | undefined)[] {
  return useQueries({
    queries: asks.map((ask) => ({
      queryKey: keyOf(route, ask as { params?: unknown; query?: unknown }),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        apiAnswer(route, { ...(ask as Ask<R>), signal }),
      enabled: when,
    })),
  }).map(({ data }) => data?.value);
}

const MAX_TRIES = 2;

/**
 * Writes to a route. `save` gives what was stored, or undefined where it was refused: `problem` then says why. All that has
 * been read is read anew afterwards, since what one decides changes what others see.
 */
export function useSave<R extends Route>(route: R) {
  const client = useQueryClient();
  const { mutateAsync, isPending, error, reset, isSuccess } = useMutation<
    Answered<z.output<R["returns"]>>,
    ApiProblem,
    Ask<R>
  >({
    mutationFn: (ask) => apiAnswer(route, ask),
    retry: (tries, problem) => passes(problem) && tries < MAX_TRIES,
    onSuccess: () => client.invalidateQueries(),
    // The municipality's day may have been moved by somebody else: which it is must be read anew
    onError: (problem) => (ofAnotherDay(problem) ? client.invalidateQueries() : undefined),
  });
  return {
    save: async (ask: Ask<R>): Promise<Answered<z.output<R["returns"]>> | undefined> => {
      // A file is marked by its own content, a PUT by the version seen; only a POST could be done twice
      const marked = route.method === "POST" && !ask.file ? { ...ask, key: newKey() } : ask;
      return mutateAsync(marked).catch(() => undefined);
    },
    saving: isPending,
    saved: isSuccess,
    problem: error,
    reset,
  };
}
