import type { ReactNode } from "react";
import { Said } from "./said.tsx";

/** A heading with a sentence to a line; nothing where there is none. */
export function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Said words={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
