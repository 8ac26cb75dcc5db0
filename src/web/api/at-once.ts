import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * The part of a mutation that shows what was asked before the service has answered, and what was there before where it
 * refuses. `change` makes of what is held under the key what it will be; undefined where nothing is held yet.
 */
export function atOnce<Held, Asked>(
  queries: QueryClient,
  key: QueryKey,
  change: (held: Held | undefined, asked: Asked) => Held | undefined,
) {
  return {
    onMutate: async (asked: Asked): Promise<{ readonly before: Held | undefined }> => {
      await queries.cancelQueries({ queryKey: key, exact: true });
      const before = queries.getQueryData<Held>(key);
      queries.setQueryData<Held>(key, change(before, asked));
      return { before };
    },
    onError: (
      _error: Error,
      _asked: Asked,
      held: { readonly before: Held | undefined } | undefined,
    ): void => {
      queries.setQueryData<Held>(key, held?.before);
    },
  };
}
