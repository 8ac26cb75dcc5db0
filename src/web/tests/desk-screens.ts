import type { Page } from "playwright-core";
import type { Person } from "./person.ts";
import type { Screen } from "./screen-list.ts";

/** A file of customers as they come: a Korean header, a listed name, a wrong line. */
export const CUSTOMERS = `고객번호,성명,생년월일,국적,잔액
1,정성화,1970-02-05,KP,100
2,Amara Lindqvist-Okoye,1988-04-02,SE,250
3,Wise Honest,,,0
4,,1990-01-01,KR,12
5,Mateo Brandvold,1979-11-23,AR,77
`;

/** Brings the file, and has it screened where asked for; resolves to the batch's id. */
export async function bringBatch(person: Person, run: boolean): Promise<string> {
  const answer = await person.context.request.post("/api/v1/batches?name=customers.csv", {
    headers: { origin: person.url, "content-type": "text/csv" },
    data: Buffer.from(CUSTOMERS),
  });
  const { id } = (await answer.json()) as { id: string };
  if (!run) return id;
  await person.call("POST", `/api/v1/batches/${id}/start`);
  for (let tries = 0; tries < 240; tries += 1) {
    const batch = await person.call("GET", `/api/v1/batches/${id}`);
    if (batch.state === "done") return id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the batch was not screened");
}

/** Waits until a network is drawn. */
export const drawn = async (page: Page): Promise<void> => {
  await page.locator("canvas").first().waitFor();
};

/** The pages by which an organisation works its gate: start, settings, files, threshold, reports, ownership. */
export async function deskScreensOf(owner: Person): Promise<readonly Screen[]> {
  const batch = await bringBatch(owner, true);
  const draft = await bringBatch(owner, false);
  const { id: report } = await owner.call("POST", "/api/v1/reports", {
    kind: "rejected-transaction",
    eventOn: "2026-11-02",
  });
  return [
    { name: "start", path: "/start" },
    ...["own", "organization", "people", "keys", "webhooks", "policy", "sign-in", "retention"].map(
      (part) => ({
        name: `settings-${part}`,
        path: `/settings/${part}`,
      }),
    ),
    { name: "batches", path: "/batch" },
    { name: "batch-columns", path: `/batch/${draft}` },
    { name: "batch-done", path: `/batch/${batch}` },
    { name: "batch-errors", path: `/batch/${batch}?result=error` },
    { name: "batch-clear", path: `/batch/${batch}?result=no-hit` },
    { name: "tuning", path: "/tuning?threshold=0.85" },
    { name: "tuning-now", path: "/tuning" },
    { name: "reports", path: "/reports" },
    { name: "report", path: `/reports/${report}` },
    { name: "audit", path: "/audit" },
    { name: "networks", path: "/network" },
    // biome-ignore lint/suspicious/noThenProperty: what is done on the page before its picture is taken.
    { name: "network", path: "/network/C-1011?at=2018-09-13", then: drawn },
    { name: "network-blocked", path: "/network/C-1013?at=2018-09-13&view=path" },
    { name: "network-table", path: "/network/C-1014?at=2018-09-05&view=table&hide=" },
  ];
}
