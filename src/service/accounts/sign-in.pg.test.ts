import { createHmac } from "node:crypto";
import { getMigrations } from "better-auth/db/migration";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Company, startCompany } from "./fixtures/company-provider.ts";
import { SoftAuthenticator } from "./fixtures/soft-authenticator.ts";
import { PASSWORD, startTestService, type TestBrowser, type TestService } from "./fixtures/test-service.ts";

let service: TestService;
let owner: TestBrowser;
let company: Company;

beforeAll(async () => {
  company = await startCompany();
  service = await startTestService({
    identityProvider: () => ({
      discoveryUrl: `${company.issuer}/.well-known/openid-configuration`,
      clientId: "sluice",
      clientSecret: company.clientSecret,
      name: "Bank of Example",
    }),
  });
  owner = await service.firstOwner();
});
afterAll(async () => {
  await service.close();
  company.close();
});

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 6238, as an authenticator on a phone does it. */
function totp(uri: string, atMs: number): string {
  const letters = [...(new URL(uri).searchParams.get("secret") ?? "")];
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)));
  const digest = createHmac("sha1", bytes).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

test("the migrations hold every table and column that the library's own generator asks for", async () => {
  const { toBeAdded, toBeCreated } = await getMigrations(service.accounts.auth.options);
  expect([toBeAdded, toBeCreated]).toEqual([[], []]);
});

test("with an authenticator the password alone opens nothing, and a spare code opens once", async () => {
  const person = await service.member(owner, "analyst", "totp@bank.example");
  const enabled = await person.ask("POST", "/api/auth/two-factor/enable", { password: PASSWORD });
  expect(enabled.status).toBe(200);
  const { totpURI, backupCodes } = enabled.json;
  const verify = await person.ask("POST", "/api/auth/two-factor/verify-totp", {
    code: totp(totpURI, Date.now()),
  });
  expect(verify.status).toBe(200);
  const listed = (await owner.ask("GET", "/api/v1/people")).json.items as {
    email: string;
    secondFactor: boolean;
  }[];
  expect(listed.find(({ email }) => email === "totp@bank.example")?.secondFactor).toBe(true);

  const signIn = async (): Promise<TestBrowser> => {
    const browser = service.browser();
    const answer = await browser.ask("POST", "/api/auth/sign-in/email", {
      email: "totp@bank.example",
      password: PASSWORD,
    });
    expect(answer.json).toMatchObject({ twoFactorRedirect: true });
    expect((await browser.ask("GET", "/api/v1/session")).status).toBe(401);
    return browser;
  };
  const wrong = await signIn();
  expect((await wrong.ask("POST", "/api/auth/two-factor/verify-totp", { code: "000000" })).status).toBe(401);
  const right = await signIn();
  await right.ask("POST", "/api/auth/two-factor/verify-totp", { code: totp(totpURI, Date.now()) });
  expect((await right.ask("GET", "/api/v1/session")).json.email).toBe("totp@bank.example");
  const spare = await signIn();
  await spare.ask("POST", "/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] });
  expect((await spare.ask("GET", "/api/v1/session")).status).toBe(200);
  const twice = await signIn();
  expect(
    (await twice.ask("POST", "/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] })).status,
  ).toBe(401);
});

test("a passkey signs in by itself, and not with a signature of another key", async () => {
  const person = await service.member(owner, "auditor", "passkey@bank.example");
  const passkey = new SoftAuthenticator(service.url);
  const options = await person.ask("GET", "/api/auth/passkey/generate-register-options?name=Stick");
  expect(options.status).toBe(200);
  const response = passkey.register(options.json);
  const registered = await person.ask("POST", "/api/auth/passkey/verify-registration", {
    response,
    name: "Stick",
  });
  expect(registered.status, registered.text).toBe(200);

  const come = async (authenticator: SoftAuthenticator) => {
    const browser = service.browser();
    const asked = await browser.ask("GET", "/api/auth/passkey/generate-authenticate-options");
    const answer = await browser.ask("POST", "/api/auth/passkey/verify-authentication", {
      response: authenticator.authenticate(asked.json),
    });
    return { browser, answer };
  };
  const { browser } = await come(passkey);
  expect((await browser.ask("GET", "/api/v1/session")).json.email).toBe("passkey@bank.example");
  const { answer } = await come(new SoftAuthenticator(service.url));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect((await owner.ask("GET", "/api/v1/people")).text).toContain(
    '"email":"passkey@bank.example","role":"auditor","secondFactor":true',
  );
});

/** Goes through the company's own pages as the person of this login. */
async function signInByCompany(login: string): Promise<TestBrowser> {
  const here = service.browser();
  const there = new (here.constructor as typeof TestBrowser)(company.issuer);
  const begun = await here.ask("POST", "/api/auth/sign-in/social", { provider: "company", callbackURL: "/" });
  let url = String(begun.json.url);
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(service.url)) {
      await here.ask("GET", url, undefined);
      return here;
    }
    const page = await there.ask("GET", url);
    const location = page.headers.get("location");
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? "login";
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const form = new URLSearchParams({ prompt, login, password: "any" }).toString();
    const sent = await there.ask("POST", action, form, {
      "content-type": "application/x-www-form-urlencoded",
    });
    url = new URL(sent.headers.get("location") ?? "", action).href;
  }
  throw new Error("the company's pages led nowhere");
}

test("the company's identity provider brings in who was invited, in the role of the invitation", async () => {
  expect((await service.browser().ask("GET", "/api/v1/sign-in-ways")).json.identityProvider.name).toBe(
    "Bank of Example",
  );
  await owner.ask("POST", "/api/v1/invitations", { email: "invited@bank.example", role: "second-reviewer" });
  const person = await signInByCompany("invited");
  const session = await person.ask("GET", "/api/v1/session");
  expect(session.json).toMatchObject({
    email: "invited@bank.example",
    name: "Ina Invited",
    role: "second-reviewer",
  });
  const again = await signInByCompany("invited");
  expect((await again.ask("GET", "/api/v1/session")).status).toBe(200);
});

test("the provider brings in nobody uninvited, no address that it does not vouch for, and takes over no account", async () => {
  await owner.ask("POST", "/api/v1/invitations", { email: "unverified@bank.example", role: "analyst" });
  for (const login of ["stranger", "unverified", "owner"]) {
    const person = await signInByCompany(login);
    expect((await person.ask("GET", "/api/v1/session")).status, login).toBe(401);
  }
  const people = (await owner.ask("GET", "/api/v1/people")).text;
  expect(people).not.toContain("stranger@");
  expect(people).not.toContain("unverified@");
});

test("guessing at passwords is slowed for the address that guesses, whatever it says of itself", async () => {
  const strict = await startTestService({ limitsRate: true });
  try {
    const statuses: number[] = [];
    for (let tried = 0; tried < 15; tried += 1) {
      const guess = { email: "owner@bank.example", password: `guess number ${tried} of many` };
      const headers = { "x-forwarded-for": `10.0.0.${tried}`, "x-sluice-address": `10.0.0.${tried}` };
      statuses.push((await strict.browser().ask("POST", "/api/auth/sign-in/email", guess, headers)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual(Array(5).fill(429));
  } finally {
    await strict.close();
  }
});
