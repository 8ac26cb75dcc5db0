import type { ReactNode } from "react";
import { PROBLEMS, SIGN_IN_PROBLEMS } from "../../korean/problems.ts";
import { sayInKorean } from "../../korean/service-sentences.ts";
import type { Problem } from "../api/problem.ts";
import { useLanguage } from "../words/language.tsx";
import { saidIn } from "./said.tsx";

/** What is wrong and what to do about it; in Korean by the problem's code, with the sentence of the case where it is known. */
export default function ProblemWords({ problem }: { readonly problem: Problem }): ReactNode {
  const { language } = useLanguage();
  const { code, detail, todo } = problem;
  const known = language === "ko" ? (PROBLEMS[code] ?? SIGN_IN_PROBLEMS[code]) : undefined;
  if (known === undefined)
    return (
      <>
        <p>{saidIn(language, detail)}</p>
        {todo === null ? null : <p>{todo}</p>}
      </>
    );
  const said = sayInKorean(detail);
  return (
    <>
      <p>{said ?? known[0]}</p>
      {said === null ? (
        <p>
          <bdi lang="en">{detail}</bdi>
        </p>
      ) : null}
      <p>{known[1]}</p>
    </>
  );
}
