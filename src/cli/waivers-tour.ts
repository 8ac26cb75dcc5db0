import type { components } from "../client/schema.ts";
import type { Context } from "./command.ts";
import { jsonLine } from "./documents.ts";
import { EXIT } from "./exit-code.ts";
import { paint, paragraph } from "./terminal.ts";
import { bodyOf, type Remote } from "./waivers-remote.ts";

type Step = components["schemas"]["WaiverTour"]["steps"][number];

/** What one step answered, and what of it is not as the story expects. */
type Told = { readonly answer: string; readonly summary: string; readonly wrong: readonly string[] };

async function ask({ client, url }: Remote, { ask: asked }: Step): Promise<Told> {
  if (asked.kind === "course") {
    const { template, at, events, phase, deadline } = asked;
    const body = { template, at, events: events as never };
    const course = await bodyOf(client.POST("/api/v1/waiver-courses", { body }), url);
    const stands = course.circulation?.deadline ?? null;
    return {
      answer: course.phase,
      summary: stands === null ? "" : `Silence is consent from ${stands} on.`,
      wrong: [
        ...(course.phase === phase ? [] : [`it stands at ${course.phase}, not at ${phase}`]),
        ...(deadline === null || deadline === stands ? [] : [`its deadline is ${stands}, not ${deadline}`]),
      ],
    };
  }
  const { transaction, waivers, at, answer, says, needs } = asked;
  const body = {
    transaction: transaction as never,
    at,
    usNgo: false,
    fundMoney: false,
    waivers: waivers as never,
  };
  const found = await bodyOf(client.POST("/api/v1/waiver-needs", { body }), url);
  const words = [found.verdict.summary, ...found.verdict.findings.map((one) => one.words)];
  const told = found.needs.map(({ template }) => template);
  return {
    answer: found.verdict.answer,
    summary: found.verdict.summary,
    wrong: [
      ...(found.verdict.answer === answer ? [] : [`it is ${found.verdict.answer}, not ${answer}`]),
      ...(words.some((one) => one.includes(says)) ? [] : [`nothing in it says “${says}”`]),
      ...needs.filter((need) => !told.includes(need)).map((need) => `it does not ask for ${need}`),
    ],
  };
}

/**
 * The video reunion of 2019 told to a service that already runs: each day is asked about as that day, nothing is kept there.
 * Resolves to 0 where every answer is the one that the story expects.
 */
export async function tellTour({ terminal }: Context, remote: Remote, json: boolean): Promise<number> {
  const tour = await bodyOf(remote.client.GET("/api/v1/waiver-tour"), remote.url);
  if (!json)
    await terminal.write(
      `${paint(terminal, "bold", tour.title.en)}\n${paragraph(terminal, { mark: "", text: tour.note })}\n`,
    );
  const done: object[] = [];
  let failed = 0;
  for (const step of tour.steps) {
    const told = await ask(remote, step);
    failed += told.wrong.length > 0 ? 1 : 0;
    done.push({ day: step.day, title: step.title.en, ...told });
    if (json) continue;
    const mark = `${told.wrong.length === 0 ? "ok" : "NO"}  ${step.day}  `;
    const text = `${step.title.en}: ${told.answer}. ${told.summary}`;
    await terminal.write(paragraph(terminal, { mark, text }));
    for (const words of told.wrong) await terminal.write(paragraph(terminal, { mark: "     ", text: words }));
  }
  if (json) await terminal.write(jsonLine({ title: tour.title.en, steps: done, failed }));
  return failed === 0 ? EXIT.clear : EXIT.bug;
}
