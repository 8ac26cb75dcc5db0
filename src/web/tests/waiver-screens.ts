import { REUNION_ANNEX, REUNION_FILE } from "../../service/waivers/fixtures/reunion-file.ts";
import type { Person } from "./person.ts";
import type { Screen } from "./screen-list.ts";

const DAY_MS = 86_400_000;

/** The day so many days from now, in UTC. */
export const dayAfter = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The day where the authorities of this file sit: New York and Washington are behind UTC. */
const officeDay = (): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York", dateStyle: "short" }).format(new Date());

/** The file of 2019 with days that have not passed. */
export const FILE = {
  ...REUNION_FILE,
  approvals: ["un-1718-exemption", "us-concurrence"],
  transfers: [{ ...REUNION_FILE.transfers[0], from: dayAfter(20), until: dayAfter(60) }],
  from: dayAfter(1),
  until: dayAfter(120),
} as const;

const NAMES = ["Korean National Red Cross", "Red Cross Society of the Democratic People's Republic of Korea"];
const ROUTE = FILE.transfers[0].route;

/** A proposal that approves every line as it was asked for. */
export function proposalOf(reference: string, change: Readonly<Record<string, unknown>> = {}) {
  const day = dayAfter(-1);
  return {
    reference,
    items: ["1", "2", "3", "4"].map((line) => ({ line, outcome: "approved" })),
    measures: ["un-2397-7-machinery"],
    approvedOn: officeDay(),
    from: officeDay(),
    until: FILE.until,
    parties: NAMES,
    route: ROUTE,
    shipmentsMax: 3,
    conditions: ["The equipment stays in the reunion centre and is used for video reunions alone."],
    reason: `Compared with the file of ${day}.`,
    ...change,
  };
}

/** What a whole course leaves: an application with one approval given and one that waits for its second person. */
export type MadeWaivers = { readonly application: string; readonly waiver: string; readonly letter: string };

/** Somebody who decides, in a browser of their own. */
export async function decider(owner: Person, name: string): Promise<Person> {
  const browser = owner.context.browser();
  if (browser === null) throw new Error("this person has no browser");
  return owner.invite(browser, { name, role: "second-reviewer" });
}

/** Begins and submits the application of 2019 with its annex. Gives its id. */
export async function applyFor(applicant: Person, title: string): Promise<string> {
  const { id } = await applicant.call("POST", "/api/v1/waiver-applications", { title, file: FILE });
  await applicant.context.request.post(`/api/v1/waiver-applications/${id}/lines?name=annex.csv`, {
    headers: { origin: applicant.url, "content-type": "text/csv" },
    data: REUNION_ANNEX,
  });
  await applicant.call("POST", `/api/v1/waiver-applications/${id}/submission`, { approvals: FILE.approvals });
  return id;
}

/** The course from the form to the letter, with something drawn and something reserved. */
export async function makeWaivers(applicant: Person, reviewer: Person, second: Person): Promise<MadeWaivers> {
  const application = await applyFor(applicant, "Video reunions of separated families");
  const at = (part: string): string => `/api/v1/waiver-applications/${application}/${part}`;
  const un = "un-1718-exemption";
  const act = (body: object) => reviewer.call("POST", at("office-acts"), { template: un, ...body });
  const members = ["Belgium", "Indonesia", "Peru"];
  await act({ kind: "circulated", members });
  await act({ kind: "asked", number: 1, by: "Belgium", question: "Who keeps the cameras between sessions?" });
  await applicant.call("POST", at("applicant-acts"), {
    kind: "answered",
    template: un,
    number: 1,
    answer: "The reunion centre, under the seal of both Red Cross societies.",
  });
  for (const member of members) await act({ kind: "consented", member });
  await reviewer.call("POST", at("proposals"), {
    template: un,
    proposal: proposalOf("1718-2026-video-reunion"),
  });
  const signed = await second.call("POST", at("countersignature"), {
    template: un,
    confirms: true,
    reason: "Compared with the file and its annex.",
  });
  const { waiver } = signed.courses.find((one: { template: string }) => one.template === un).decision;
  await reviewer.call("POST", at("proposals"), {
    template: "us-concurrence",
    proposal: proposalOf("us-2026-video-reunion", {
      items: [
        { line: "1", outcome: "approved", quantity: { amount: "12", scale: 0, unit: "piece" } },
        { line: "2", outcome: "approved" },
        { line: "3", outcome: "further-review", reason: "More time is needed to review the terminals." },
        { line: "4", outcome: "approved" },
      ],
    }),
  });
  const ask = (key: string, body: object) =>
    applicant.call(
      "POST",
      `/api/v1/waivers/${waiver}/ledger`,
      { route: ROUTE, parties: NAMES, ...body },
      {
        "idempotency-key": key,
      },
    );
  const pieces = (line: string, amount: string, unit = "piece") => ({
    line,
    quantity: { amount, scale: 0, unit },
  });
  await ask("screens-1", {
    kind: "draw",
    reference: "kit-1",
    lines: [pieces("1", "12"), pieces("4", "120", "metre")],
  });
  await ask("screens-2", {
    kind: "reserve",
    reference: "kit-2",
    lines: [pieces("1", "4"), pieces("2", "6")],
  });
  const { letter } = await applicant.call("GET", `/api/v1/waivers/${waiver}`);
  return { application, waiver, letter };
}

/** The pages of the waivers in the states that a person meets. */
export async function waiverScreensOf(owner: Person): Promise<readonly Screen[]> {
  const reviewer = await decider(owner, "Rhee Reviewer");
  const second = await decider(owner, "Cho Second");
  const { application, waiver, letter } = await makeWaivers(owner, reviewer, second);
  const { id: draft } = await owner.call("POST", "/api/v1/waiver-applications", {
    title: "Cameras for a second centre",
    file: { ...FILE, nature: "", recipients: [], transfers: [] },
  });
  await Promise.all([reviewer.close(), second.close()]);
  const ask: Screen["then"] = async (page) => {
    await page.getByRole("button", { name: /^(Fill in an example|예시 입력)$/ }).click();
    await page.locator("label", { hasText: /^(United States|미국)$/ }).click();
    await page.getByRole("button", { name: /^(Check|확인)$/ }).click();
    await page.getByRole("heading", { level: 2 }).nth(2).waitFor();
    await page.locator("section[data-answer]").first().waitFor();
  };
  return [
    { name: "waivers", path: "/waivers" },
    // biome-ignore lint/suspicious/noThenProperty: what is done on the page, in the words of `Screen`.
    { name: "waivers-ask", path: "/waivers/ask", then: ask },
    { name: "waiver", path: `/waivers/${waiver}` },
    { name: "waivers-tour", path: "/waivers/tour?step=1" },
    { name: "waivers-tour-course", path: "/waivers/tour?step=5" },
    { name: "apply", path: `/apply/${draft}` },
    { name: "apply-given", path: `/apply/${application}` },
    ...["who", "approvals", "goods", "parties", "way", "papers", "check"].map((step) => ({
      name: `apply-${step}`,
      path: `/apply/${draft}/${step}`,
    })),
    { name: "desk", path: "/desk" },
    ...["course", "file", "parties", "decide", "letter", "history"].map((part) => ({
      name: `desk-${part}`,
      path: `/desk/${application}?part=${part}&approval=${part === "course" || part === "letter" ? "un-1718-exemption" : "us-concurrence"}`,
    })),
    { name: "desk-preview", path: `/desk/${application}?part=letter&approval=us-concurrence` },
    { name: "verify", path: `/verify/${letter}`, signedOut: true },
  ];
}
