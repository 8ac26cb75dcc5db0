import type { ReactNode } from "react";

/** The first lines of a list; the rest is folded under how many there are. */
export function FirstFew<T>({
  items,
  shown,
  line,
  className,
}: {
  readonly items: readonly T[];
  readonly shown: number;
  /** One item, with a key of its own. */
  readonly line: (item: T) => ReactNode;
  /** Of what is folded. */
  readonly className?: string | undefined;
}): ReactNode {
  const rest = items.slice(shown);
  return (
    <>
      {items.slice(0, shown).map(line)}
      {rest.length === 0 ? null : (
        <details className={className}>
          <summary>+{rest.length}</summary>
          {rest.map(line)}
        </details>
      )}
    </>
  );
}
