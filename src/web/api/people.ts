import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { answerOf, api } from "./client.ts";
import { useSession } from "./session.ts";

/** A session holds the names of so many colleagues; beyond them ids are looked up one page at a time by the desks. */
const PEOPLE_MAX = 200;

/** The name of a person by id: empty while it is on its way, the id itself where nobody has it any more. */
export function useNameOf(): (id: string) => string {
  const session = useSession();
  const may = session?.permissions.includes("people.read") === true;
  const people = useQuery({
    queryKey: ["people", "names"],
    queryFn: () => answerOf(api.GET("/api/v1/people", { params: { query: { limit: PEOPLE_MAX } } })),
    enabled: may,
    staleTime: 5 * 60_000,
  });
  const { data, isPending } = people;
  const names = useMemo(() => new Map(data?.items.map(({ id, name }) => [id, name])), [data]);
  const isComing = isPending && may;
  // The same as long as the names are: tables draw no row anew for it.
  return useCallback(
    (id) => names.get(id) ?? (id === session?.id ? session.name : isComing ? "" : id),
    [names, session, isComing],
  );
}
