import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { deskScreensOf, drawn } from "./desk-screens.ts";
import type { Person } from "./person.ts";
import { stateScreensOf } from "./state-screens.ts";
import { waiverScreensOf } from "./waiver-screens.ts";

/** A page to look at, in a state: where it is, and what is done on it before the picture. */
export type Screen = {
  readonly name: string;
  readonly path: string;
  readonly then?: (page: Page) => Promise<unknown>;
  /** Takes back what was done: the pages after it are looked at by the same person. */
  readonly after?: (page: Page) => Promise<unknown>;
  readonly signedOut?: true;
  /** False for the first window alone, where the page is endless. */
  readonly whole?: false;
};

const examples = join(import.meta.dirname, "../../../examples");

/** A payment to the team of 2018, decided on the day after. */
async function makeCheck(person: Person): Promise<string> {
  const file = join(examples, "2018-silverstar/payout-to-team.json");
  const transaction: unknown = JSON.parse(readFileSync(file, "utf8"));
  return (await person.call("POST", "/api/v1/check", { transaction })).id;
}

/** Every page of the app in the states that a person meets. */
export async function screensOf(owner: Person): Promise<readonly Screen[]> {
  return [
    ...(await frontScreensOf(owner)),
    ...(await deskScreensOf(owner)),
    ...(await waiverScreensOf(owner)),
  ];
}

/** The pages by which a question is asked and a hit decided, in the demonstration's organisation. */
export async function frontScreensOf(owner: Person): Promise<readonly Screen[]> {
  const session = await owner.call("GET", "/api/v1/session");
  const demo = session.organizations.find((one: { demo: boolean }) => one.demo);
  if (demo !== undefined)
    await owner.call("PUT", "/api/v1/session/organization", { organizationId: demo.id });
  const check = await makeCheck(owner);
  const alerts = await waitFor(async () => {
    const { items } = await owner.call("GET", "/api/v1/alerts?limit=20");
    return items.length > 3 ? items : null;
  });
  const person = alerts.find((one: { subject: { schema: string } }) => one.subject.schema === "Person");
  const { items: cases } = await waitFor(async () => {
    const found = await owner.call("GET", "/api/v1/workers/cases");
    return found.items.length > 0 ? found : null;
  });
  const one = `/cases/${cases[0].id}`;
  // The first look at a list's editions reads them all: no picture shall be of waiting.
  for (const list of ["un-sc", "us-ofac-sdn"])
    await owner.call("GET", `/api/v1/lists/${list}/changes/entries?limit=1`);
  const [first] = alerts;
  const alert = person ?? first;
  return [
    { name: "ask", path: "/" },
    { name: "ask-hit", path: "/?q=Jong+Song+Hwa&birth=1970&country=kp" },
    { name: "ask-clear", path: "/?q=Nils+Bergstad" },
    { name: "queue", path: "/alerts" },

    { name: "alert", path: `/alerts/${alert.id}` },
    {
      name: "alert-asked",
      path: `/alerts/${alert.id}`,
      // biome-ignore lint/suspicious/noThenProperty: what is done on the page before its picture is taken.
      then: (page) =>
        page
          .getByRole("button", { name: /^(?:Ask for|정보 요청): / })
          .first()
          .click(),
    },
    { name: "check", path: `/checks/${check}` },
    { name: "subjects", path: "/subjects" },
    { name: "subject", path: `/subjects/${alert.subject.id}` },
    { name: "listed", path: `/listed/${alert.listed.id}` },
    { name: "lists", path: "/lists" },
    { name: "list", path: "/lists/un-sc", whole: false },
    { name: "goods", path: "/goods?q=8528.52&at=2019-04-22" },
    { name: "cases", path: "/cases" },
    { name: "case", path: one },
    { name: "case-timeline", path: `${one}?view=timeline&part=prompts` },
    { name: "case-hours", path: `${one}?view=hours&part=reply` },
    // biome-ignore lint/suspicious/noThenProperty: what is done on the page before its picture is taken.
    { name: "case-cluster", path: `${one}?view=cluster&part=payouts`, then: drawn },
    { name: "case-reports", path: `${one}?view=hours&part=reports` },
    { name: "receipts", path: "/receipts" },
    { name: "sign-in", path: "/sign-in", signedOut: true },
    ...(await stateScreensOf(owner)),
    { name: "start", path: "/start" },
    { name: "networks", path: "/network" },
    // biome-ignore lint/suspicious/noThenProperty: what is done on the page before its picture is taken.
    { name: "network", path: "/network/C-1011?at=2018-09-13", then: drawn },
    { name: "network-blocked", path: "/network/C-1013?at=2018-09-13&view=path" },
    { name: "network-table", path: "/network/C-1014?at=2018-09-05&view=table&hide=" },
  ];
}

async function waitFor<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the demonstration was not filled");
}
