import { afterAll, beforeAll, expect, test } from "vitest";
import { issueFirstOwnerLink } from "../../platform/auth/links.ts";
import { PASSWORD, startTestService, type TestBrowser, type TestService } from "./fixtures/test-service.ts";

let service: TestService;
let owner: TestBrowser;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

test("the link in the terminal opens a page that makes the first owner, once", async () => {
  const old = await issueFirstOwnerLink(service.accounts.database, new Date());
  const link = await issueFirstOwnerLink(service.accounts.database, new Date());
  const stranger = service.browser();
  expect((await stranger.ask("GET", `/join/${old?.token}`)).status).toBe(410);
  expect((await stranger.ask("GET", "/join/sll_wrong")).status).toBe(410);
  const korean = { "accept-language": "ko-KR,ko;q=0.9,en;q=0.8" };
  const closed = await stranger.ask("GET", "/join/sll_wrong", undefined, korean);
  expect(closed.text).toContain('<html lang="ko">');
  expect(closed.text).toContain("새 링크를 요청하십시오.");
  const person = service.browser();
  const page = await person.ask("GET", `/join/${link?.token}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("You are its first owner");
  expect(page.headers.get("content-security-policy")).toContain("style-src 'sha256-");
  expect((await person.ask("GET", `/join/${link?.token}`, undefined, korean)).text).toContain("조직 이름");
  // A machine without Korean letters reads the page too: its face is served beside it, and nothing else of that folder.
  const [, face = ""] = /url\(([^)]+)\)/.exec(page.text) ?? [];
  expect((await stranger.ask("GET", face)).status).toBe(200);
  expect((await stranger.ask("GET", face.replace("Regular", "Thin"))).status).toBe(404);
  const form = (fields: Record<string, string>) =>
    person.ask("POST", `/join/${link?.token}`, new URLSearchParams(fields).toString(), {
      "content-type": "application/x-www-form-urlencoded",
    });
  const fields = { name: 'Olga "<b>Owner', email: "Owner@Bank.example", organizationName: "Bank of Example" };
  const weak = await form({ ...fields, password: "password1234" });
  expect(weak.status).toBe(400);
  expect(weak.text).toContain("among those that are tried first");
  expect(weak.text).toContain("Olga &#34;&#60;b&#62;Owner");
  const made = await form({ ...fields, name: "Olga Owner", password: PASSWORD });
  expect([made.status, made.headers.get("location")]).toEqual([303, "/start"]);
  expect((await form({ ...fields, password: PASSWORD })).status).toBe(410);
  expect(await issueFirstOwnerLink(service.accounts.database, new Date())).toBe(null);
  const session = await person.ask("GET", "/api/v1/session");
  expect(session.json).toMatchObject({
    email: "owner@bank.example",
    role: "owner",
    organization: { name: "Bank of Example", demo: false },
  });
  owner = person;
});

test("the session's cookie is out of scripts' reach and of other sites' pages", async () => {
  const person = service.browser();
  const answer = await person.ask("POST", "/api/auth/sign-in/email", {
    email: "owner@bank.example",
    password: PASSWORD,
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token")) ?? "";
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const rename = { name: "Bank of Example" };
  const foreign = await person.ask("PATCH", "/api/v1/organization", rename, {
    origin: "https://evil.example",
  });
  expect([foreign.status, foreign.json.code]).toEqual([403, "origin-refused"]);
  const bare = await fetch(`${service.url}/api/v1/organization`, {
    method: "PATCH",
    headers: { cookie: person.cookie, "content-type": "application/json" },
    body: JSON.stringify(rename),
  });
  expect(bare.status).toBe(403);
  expect((await person.ask("PATCH", "/api/v1/organization", rename)).status).toBe(200);
  expect((await person.ask("POST", "/api/auth/sign-out", {})).status).toBe(200);
  expect((await person.ask("GET", "/api/v1/session")).status).toBe(401);
});

test("a wrong password and an unknown address get one and the same answer", async () => {
  const tries = ["owner@bank.example", "nobody@bank.example"].map((email) =>
    service.browser().ask("POST", "/api/auth/sign-in/email", { email, password: "wrong wrong wrong" }),
  );
  const [known, unknown] = await Promise.all(tries);
  expect(known?.status).toBe(401);
  expect(known?.json).toEqual(unknown?.json);
});

test("nobody signs up by themselves, and the library's own administration has no door", async () => {
  const body = { email: "new@bank.example", password: PASSWORD, name: "New" };
  for (const path of [
    "sign-up/email",
    "organization/create",
    "admin/list-users",
    "delete-user",
    "../auth/sign-up/email",
  ]) {
    expect((await service.browser().ask("POST", `/api/auth/${path}`, body)).status, path).toBe(404);
  }
});

test("an invitation makes one account with its role, and ends when it is withdrawn or replaced", async () => {
  const analyst = await service.member(owner, "analyst", "ana@bank.example");
  expect((await analyst.ask("GET", "/api/v1/session")).json.role).toBe("analyst");
  expect(
    (await analyst.ask("POST", "/api/v1/invitations", { email: "x@bank.example", role: "analyst" })).status,
  ).toBe(403);
  const first = await owner.ask("POST", "/api/v1/invitations", { email: "bo@bank.example", role: "auditor" });
  const second = await owner.ask("POST", "/api/v1/invitations", {
    email: "BO@bank.example",
    role: "analyst",
  });
  const read = (url: string) =>
    service.browser().ask("POST", "/api/v1/links/read", { token: url.split("/").at(-1) });
  expect((await read(first.json.url)).status).toBe(410);
  expect((await read(second.json.url)).json).toMatchObject({ email: "bo@bank.example", role: "analyst" });
  const open = await owner.ask("GET", "/api/v1/invitations");
  expect(open.json.items.map(({ email }: { email: string }) => email)).toEqual(["bo@bank.example"]);
  expect(open.text).not.toContain("sll_");
  expect((await owner.ask("DELETE", `/api/v1/invitations/${second.json.id}`)).status).toBe(204);
  expect((await read(second.json.url)).status).toBe(410);
  expect((await owner.ask("DELETE", `/api/v1/invitations/${second.json.id}`)).status).toBe(404);
  const again = await owner.ask("POST", "/api/v1/invitations", {
    email: "ana@bank.example",
    role: "auditor",
  });
  expect(again.status).toBe(409);
});

test("a link that is used ten times at once opens once", async () => {
  const invitation = await owner.ask("POST", "/api/v1/invitations", {
    email: "cy@bank.example",
    role: "auditor",
  });
  const use = { token: invitation.json.url.split("/").at(-1), name: "Cy", password: PASSWORD };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => service.browser().ask("POST", "/api/v1/links/use", use)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(410)]);
});

test("an admin neither makes nor touches an owner, and the last owner stays", async () => {
  const admin = await service.member(owner, "admin", "adm@bank.example");
  const people = (await owner.ask("GET", "/api/v1/people")).json.items as { id: string; role: string }[];
  const idOf = (role: string): string => people.find((person) => person.role === role)?.id ?? "";
  const refused = async (browser: TestBrowser, method: string, path: string, body?: unknown) => {
    const { status, json } = await browser.ask(method, path, body);
    return [status, json?.code];
  };
  const rule = [409, "rule-broken"];
  const own = `/api/v1/people/${idOf("owner")}`;
  expect(
    await refused(admin, "POST", "/api/v1/invitations", { email: "o@bank.example", role: "owner" }),
  ).toEqual(rule);
  expect(await refused(admin, "PATCH", own, { role: "auditor" })).toEqual(rule);
  expect(await refused(admin, "DELETE", own)).toEqual(rule);
  expect(await refused(admin, "POST", `${own}/password-link`)).toEqual(rule);
  expect(await refused(admin, "PATCH", `/api/v1/people/${idOf("analyst")}`, { role: "owner" })).toEqual(rule);
  expect(await refused(admin, "PATCH", `/api/v1/people/${idOf("admin")}`, { role: "analyst" })).toEqual(rule);
  expect(await refused(owner, "PATCH", own, { role: "auditor" })).toEqual(rule);
  expect(await refused(owner, "DELETE", own)).toEqual(rule);
  expect((await admin.ask("PATCH", `/api/v1/people/${idOf("analyst")}`, { role: "auditor" })).status).toBe(
    204,
  );
  expect((await owner.ask("DELETE", `/api/v1/people/${idOf("admin")}`)).status).toBe(204);
  expect((await admin.ask("GET", "/api/v1/people")).status).not.toBe(200);
});

test("a new password by link ends every session of the person, and no manager gets into another organisation", async () => {
  const dee = await service.member(owner, "auditor", "dee@bank.example");
  const people = (await owner.ask("GET", "/api/v1/people")).json.items as { id: string; email: string }[];
  const id = people.find(({ email }) => email === "dee@bank.example")?.id;
  const link = await owner.ask("POST", `/api/v1/people/${id}/password-link`);
  const token = link.json.url.split("/").at(-1);
  const password = "marble kettle drizzle ninth";
  expect((await service.browser().ask("POST", "/api/v1/links/use", { token, password })).status).toBe(201);
  expect((await dee.ask("GET", "/api/v1/session")).status).toBe(401);
  expect(
    (await dee.ask("POST", "/api/auth/sign-in/email", { email: "dee@bank.example", password: PASSWORD }))
      .status,
  ).toBe(401);
  expect(
    (await dee.ask("POST", "/api/auth/sign-in/email", { email: "dee@bank.example", password })).status,
  ).toBe(200);

  const other = await owner.ask("POST", "/api/v1/organizations", { name: "Second Bank" });
  expect(other.status).toBe(201);
  await owner.ask("PUT", "/api/v1/session/organization", { organizationId: other.json.id });
  expect((await owner.ask("GET", "/api/v1/people")).json.items).toHaveLength(1);
  const invitation = await owner.ask("POST", "/api/v1/invitations", {
    email: "dee@bank.example",
    role: "admin",
  });
  const accept = { token: invitation.json.url.split("/").at(-1) };
  const asNew = { ...accept, name: "Not Dee", password: "crimson bottle quartz eleven" };
  expect((await service.browser().ask("POST", "/api/v1/links/use", asNew)).json.code).toBe("conflict");
  expect((await dee.ask("POST", "/api/v1/links/use", accept)).status).toBe(201);
  const blocked = await owner.ask("POST", `/api/v1/people/${id}/password-link`);
  expect([blocked.status, blocked.json.code]).toEqual([409, "rule-broken"]);
  const mine = (await owner.ask("GET", "/api/v1/session")).json.organizations;
  const home = mine.find(({ name }: { name: string }) => name === "Bank of Example");
  await owner.ask("PUT", "/api/v1/session/organization", { organizationId: home.id });
  const strange = await dee.ask("PUT", "/api/v1/session/organization", { organizationId: "org_unknown" });
  expect(strange.status).toBe(404);
});

test("a key opens what it was given, shows its last use, and ends when it is withdrawn", async () => {
  const asked = { name: "Payments", permissions: ["match.use", "organization.read"], days: 30 };
  const made = await owner.ask("POST", "/api/v1/keys", asked);
  expect(made.status).toBe(201);
  const { key, id } = made.json;
  const stored = await service.its.asOwner<Record<string, unknown>>("select * from auth.api_key");
  expect(JSON.stringify(stored)).not.toContain(key);
  const withKey = (headers: Record<string, string>, path = "/api/v1/organization") =>
    fetch(`${service.url}${path}`, { headers });
  for (const headers of [
    { authorization: `ApiKey ${key}` },
    { authorization: `Bearer ${key}` },
    { "x-api-key": key },
  ]) {
    expect((await withKey(headers)).status).toBe(200);
  }
  expect((await withKey({ "x-api-key": key }, "/api/v1/people")).status).toBe(403);
  expect((await withKey({ "x-api-key": `${key.slice(0, -1)}!` })).status).toBe(401);
  expect((await withKey({ authorization: "Basic eDp5" })).status).toBe(401);
  await service.accounts.principals.close();
  const [listed] = (await owner.ask("GET", "/api/v1/keys")).json.items;
  expect(listed).toMatchObject({ id, name: "Payments", start: key.slice(0, 10), revokedAt: null });
  expect(Date.now() - Date.parse(listed.lastUsedAt)).toBeLessThan(60_000);
  expect(listed.lastUsedFrom).toMatch(/127\.0\.0\.1|::1/);
  expect((await owner.ask("DELETE", `/api/v1/keys/${id}`)).status).toBe(200);
  expect((await withKey({ "x-api-key": key })).status).toBe(401);
});

test("a key has no more than its maker, nothing that is for people, and ends on its day", async () => {
  const dev = await service.member(owner, "developer", "dev@bank.example");
  const ask = (browser: TestBrowser, permissions: string[]) =>
    browser.ask("POST", "/api/v1/keys", { name: "k", permissions, days: 1 });
  expect((await ask(dev, ["subjects.write"])).status).toBe(409);
  expect((await ask(dev, ["match.use"])).status).toBe(201);
  expect((await ask(owner, ["alerts.decide"])).status).toBe(400);
  expect((await ask(owner, ["keys.manage"])).status).toBe(400);
  const made = await ask(owner, ["organization.read"]);
  await service.its.asOwner(
    "update auth.api_key set expires_at = now() - interval '1 second' where id = $1",
    [made.json.id],
  );
  const late = await fetch(`${service.url}/api/v1/organization`, { headers: { "x-api-key": made.json.key } });
  expect([late.status, await late.json()]).toMatchObject([401, { detail: "this API key has expired" }]);
});

test("a new password that leaked is refused, and sign-in's log holds no secret", async () => {
  const change = { currentPassword: PASSWORD, newPassword: "password123456", revokeOtherSessions: true };
  const answer = await owner.ask("POST", "/api/auth/change-password", change);
  expect([answer.status, answer.json.code]).toEqual([400, "PASSWORD_REFUSED"]);
  const log = service.log.join("");
  for (const secret of [PASSWORD, "sll_", "slk_", "session_token", "owner@bank.example"]) {
    expect(log.includes(secret), secret).toBe(false);
  }
});
