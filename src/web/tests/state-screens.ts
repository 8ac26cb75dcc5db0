import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Person } from "./person.ts";
import type { Screen } from "./screen-list.ts";

const examples = join(import.meta.dirname, "../../../examples");

type Act = (page: Page) => Promise<unknown>;

/** A page on which something is done before its picture, and taken back after it. */
const acted = (
  { name, path }: { readonly name: string; readonly path: string },
  { before, after }: { readonly before: Act; readonly after?: Act },
): Screen => ({
  name,
  path,
  // biome-ignore lint/suspicious/noThenProperty: what is done on the page before its picture is taken.
  then: before,
  ...(after === undefined ? {} : { after }),
});

const API = "**/api/v1/**";

/** Two transfers in one message: one to a listed party, one to nobody known. */
const MESSAGES = [
  ["PAY-1", "VOLASYS SILVER STAR"],
  ["PAY-2", "HARBOUR LIGHT BAKERY"],
].map(([reference, name]) =>
  [
    "{1:F01BANKUS33AXXX0000000000}{2:I103BANKCNBJXXXXN}{4:",
    `:20:${reference}`,
    ":32A:180914USD4800,00",
    ":50K:LAKESIDE COMMERCE INC.",
    ":59:/123",
    name,
    ":70:MILESTONE 3",
    "-}",
  ].join("\n"),
);

async function keep(person: Person, transaction: unknown, at?: string): Promise<string> {
  return (await person.call("POST", "/api/v1/check", { transaction, ...(at === undefined ? {} : { at }) }))
    .id;
}

const shipment: unknown = JSON.parse(
  readFileSync(join(examples, "2019-video-reunion/shipment.json"), "utf8"),
);

const party = (name: string) => ({
  kind: "party",
  reference: name,
  purpose: "",
  parties: [{ role: "other", schema: "LegalEntity", properties: { name: [name] } }],
  jurisdictions: ["us", "eu", "gb"],
});

const command: Act = async (page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Nils Bergstad");
};

const keysHelp: Act = async (page) => {
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
};

/** The frame and the first pages in the states that a person meets seldom: nothing there, nothing to be had, no network. */
export async function stateScreensOf(owner: Person): Promise<readonly Screen[]> {
  const [clear, shipped, named] = [
    await keep(owner, party("Nils Bergstad")),
    await keep(owner, shipment, "2019-04-22"),
    await keep(owner, party("Yanbian Silver Star")),
  ];
  const { receipt } = await owner.call("GET", `/api/v1/checks/${clear}`);
  const { url } = await owner.call("POST", "/api/v1/invitations", {
    email: `guest.${Date.now()}@bank.example`,
    role: "analyst",
  });
  return [
    { name: "ask-prohibited", path: "/?q=Jong+Song+Hwa&birth=1970-02-05&country=kp&kind=person" },
    { name: "ask-company", path: "/?q=Yanbian+Silver+Star" },
    { name: "ask-shipment", path: "/?q=24+monitors+8528.52+from+Seoul+to+Pyongyang&at=2019-03-10" },
    { name: "ask-day", path: "/?q=Jong+Song+Hwa&at=2018-09-12" },
    acted(
      { name: "ask-message", path: "/" },
      { before: (page) => page.locator("[data-main-box]").fill(MESSAGES[0] ?? "") },
    ),
    acted(
      { name: "ask-empty", path: "/" },
      { before: (page) => page.locator("[data-main-box]").press("Enter") },
    ),
    { name: "check-clear", path: `/checks/${clear}` },
    { name: "check-shipment", path: `/checks/${shipped}` },
    { name: "check-party", path: `/checks/${named}` },
    acted(
      { name: "check-unseen", path: `/checks/${named}` },
      { before: (page) => page.locator("details > summary").last().click() },
    ),
    { name: "receipts-verified", path: `/receipts?sequence=${receipt.sequence}&check=${clear}` },
    { name: "goods-words", path: "/goods?q=monitor" },
    { name: "not-found", path: "/nowhere-at-all" },
    { name: "check-none", path: "/checks/chk_00000000000000000000000000000000" },
    acted(
      { name: "error", path: "/lists" },
      {
        before: async (page) => {
          await page.route(API, (route) =>
            route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }),
          );
          await page.reload();
          await page.getByRole("alert").first().waitFor();
        },
        after: (page) => page.unroute(API),
      },
    ),
    acted(
      { name: "offline", path: "/lists" },
      {
        before: async (page) => {
          await page.context().setOffline(true);
          await page
            .getByText(/^(?:Offline|오프라인)/)
            .first()
            .waitFor();
        },
        after: (page) => page.context().setOffline(false),
      },
    ),
    acted(
      { name: "session-ended", path: "/" },
      {
        before: async (page) => {
          await page.route(API, (route) =>
            route.fulfill({ status: 401, contentType: "application/problem+json", body: "{}" }),
          );
          await page.locator("[data-main-box]").fill("Jong Song Hwa");
          await page.locator("[data-main-box]").press("Enter");
          await page.getByRole("dialog").waitFor();
        },
        after: (page) => page.unroute(API),
      },
    ),
    acted({ name: "commands", path: "/" }, { before: command }),
    acted({ name: "keys", path: "/alerts" }, { before: keysHelp }),
    { name: "sign-in-wanted", path: "/alerts", signedOut: true },
    { name: "ask-signed-out", path: "/", signedOut: true },
    { name: "join", path: new URL(url).pathname, signedOut: true },
    { name: "api-docs", path: "/docs/", signedOut: true, whole: false },
  ];
}
