import fc from "fast-check";
import { expect, test } from "vitest";
import { addressGuard, isPublicAddress } from "./address-guard.ts";

test("addresses of this machine, its networks and the clouds' metadata are not public, however they are spelled", () => {
  for (const address of [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "not an address",
    "",
  ]) {
    expect(isPublicAddress(address), address).toBe(false);
  }
  for (const address of [
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450:4001::1",
  ]) {
    expect(isPublicAddress(address), address).toBe(true);
  }
});

test("no IPv4 address wrapped in IPv6 is let through", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom("::ffff:", "::", "64:ff9b::", "::ffff:0:"), (address, wrap) => {
      expect(isPublicAddress(`${wrap}${address}`)).toBe(false);
    }),
  );
});

test("an address that could never be told is refused when it is given", () => {
  const guard = addressGuard([]);
  for (const [url, reason] of [
    ["http://example.com/", /not https/],
    ["ftp://example.com/", /not an https address/],
    ["https://user:word@example.com/", /password/],
    ["https://localhost/", /this machine/],
    ["https://a.localhost./", /this machine/],
    ["https://metadata.google.internal/", /this machine or this network/],
    ["https://127.1/", /127\.0\.0\.1 is not a public/],
    ["https://0x7f000001/", /127\.0\.0\.1 is not a public/],
    ["https://2130706433/", /127\.0\.0\.1 is not a public/],
    ["https://[::ffff:169.254.169.254]/", /not a public/],
    ["nonsense", /not an https address/],
  ] as const) {
    expect(() => guard.checkUrl(url), url).toThrow(reason);
  }
  expect(guard.checkUrl("https://example.com/hook?x=1").hostname).toBe("example.com");
});

test("exceptions open what they name and nothing else", () => {
  const guard = addressGuard(["10.1.0.0/16", "hooks.intern", "::1"]);
  expect(guard.checkUrl("http://10.1.2.3/").hostname).toBe("10.1.2.3");
  expect(() => guard.checkUrl("http://10.2.0.1/")).toThrow();
  expect(guard.checkUrl("http://hooks.intern/").hostname).toBe("hooks.intern");
  expect(guard.refusal("::1")).toBeNull();
  expect(guard.refusal("127.0.0.1")).not.toBeNull();
  expect(() => addressGuard(["10.0.0.0/99"])).toThrow(/no address, network or name/);
});

test("a name is resolved for the connection itself, and one that leads inside has no address there", async () => {
  const look = (allowed: readonly string[]) =>
    new Promise<string>((resolve) => {
      addressGuard(allowed).lookup("localhost", { all: false }, (error, address) =>
        resolve(error === null ? String(address) : error.message),
      );
    });
  expect(await look([])).toMatch(/is not a public address/);
  expect(await look(["localhost"])).toMatch(/^127\.|^::1$/);
});
