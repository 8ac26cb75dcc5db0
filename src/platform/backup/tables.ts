import type pg from "pg";

/** A table as a backup takes it. */
export type TableShape = {
  /** `schema.table`, quoted where it must be. */
  readonly name: string;
  /** Its columns but those that the database computes, quoted. */
  readonly columns: readonly string[];
  /** By which its rows stand in the backup: the primary key, quoted. */
  readonly order: readonly string[];
  /** True where row-level security holds its owner too. */
  readonly forced: boolean;
};

/**
 * What is not carried from one server to another: events are numbered by the server's transactions, and jobs under way
 * belong to processes that are not there any more. Their readers begin anew.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "public.events",
  "public.event_horizons",
  "public.sluice_migrations",
]);

const SHAPES = `
  select
    n.nspname || '.' || c.relname as plain,
    format('%I.%I', n.nspname, c.relname) as name,
    c.relforcerowsecurity as forced,
    array(select quote_ident(a.attname) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum)::text[] as columns,
    array(select quote_ident(a.attname) from pg_index i
          cross join unnest(i.indkey) with ordinality as key (number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number
          where i.indrelid = c.oid and i.indisprimary order by key.place)::text[] as order,
    array(select distinct format('%I.%I', fn.nspname, f.relname) from pg_constraint k
          join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
          where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid)::text[] as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'auth')
  order by 1`;

type Found = TableShape & { readonly plain: string; readonly needs: readonly string[] };

/** The tables that a backup holds, each after those that its rows refer to. */
export async function readTables(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Found>(SHAPES);
  const left = rows.filter(({ plain }) => !LEFT_OUT.has(plain));
  const sorted: TableShape[] = [];
  const done = new Set<string>();
  while (left.length > 0) {
    const at = left.findIndex(({ needs }) =>
      needs.every((name) => done.has(name) || !left.some((o) => o.name === name)),
    );
    // Tables that refer to each other in a circle would have to be taken as they come; there are none.
    const [next] = left.splice(Math.max(0, at), 1);
    if (next === undefined) break;
    done.add(next.name);
    const { name, columns, order, forced } = next;
    sorted.push({ name, columns, order, forced });
  }
  return sorted;
}
