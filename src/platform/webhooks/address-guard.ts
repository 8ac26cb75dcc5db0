import { lookup as lookupDns } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Fault } from "../../fault.ts";

/** Networks that no webhook reaches unless allowed (IANA's special-purpose registries, RFC 6890, and metadata services). */
const CLOSED_4: readonly (readonly [network: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // Azure's own services answer every virtual machine there, at a public address.
  ["168.63.129.16", 32],
];

/** Within 2000::/3, which alone is routed. */
const CLOSED_6: readonly (readonly [network: string, prefix: number])[] = [
  // Teredo, ORCHID, benchmarking and others of the IETF.
  ["2001::", 23],
  ["2001:db8::", 32],
  // 6to4 carries an IPv4 address of any kind.
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

function listOf(networks: readonly (readonly [string, number])[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}

const ROUTED_6 = listOf([["2000::", 3]], "ipv6");
const BLOCKED_4 = listOf(CLOSED_4, "ipv4");
const BLOCKED_6 = listOf(CLOSED_6, "ipv6");

/** True where the address is one of the public internet's, in any of its spellings. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !BLOCKED_4.check(address, "ipv4");
  // Mapped, translated, compatible and scoped forms all lie outside of 2000::/3.
  return family === 6 && ROUTED_6.check(address, "ipv6") && !BLOCKED_6.check(address, "ipv6");
}

/** Which addresses may be told besides the public ones. */
export type AddressGuard = {
  /** Null where the address may be connected to, else why not. */
  readonly refusal: (address: string) => string | null;
  /** Refuses an address that could never be told. Throws `input-invalid`. */
  readonly checkUrl: (url: string) => URL;
  /** Name resolution for the connection itself: what is checked is what is connected to, so no name can change between. */
  readonly lookup: LookupFunction;
};

const URL_CHARS_MAX = 2_000;

/**
 * A guard with these exceptions: addresses, networks (`10.1.0.0/16`) and names, whose addresses may then be any. Plain
 * HTTP goes only to exceptions. Throws `usage` for an exception that is none.
 */
export function addressGuard(allowed: readonly string[]): AddressGuard {
  const open = new BlockList();
  const names = new Set<string>();
  for (const text of allowed) {
    const [address = "", prefix] = text.split("/");
    const family = isIP(address);
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
    if (family === 0 && prefix === undefined && /^[a-z0-9.-]+$/i.test(address))
      names.add(address.toLowerCase());
    else if (family !== 0 && Number.isInteger(bits) && bits >= 0 && bits <= (family === 4 ? 32 : 128)) {
      open.addSubnet(address, bits, family === 4 ? "ipv4" : "ipv6");
    } else
      throw new Fault({
        code: "usage",
        reason: `${text.slice(0, 80)} is no address, network or name to allow`,
      });
  }
  const isOpen = (address: string): boolean => open.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  const refusal = (address: string): string | null =>
    isPublicAddress(address) || isOpen(address) ? null : `${address} is not a public address`;
  const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return {
    refusal,
    checkUrl: (text) => {
      const refuse = (reason: string): Fault =>
        new Fault({ code: "input-invalid", file: "request", where: "url", reason });
      const url = text.length > URL_CHARS_MAX ? null : URL.parse(text);
      if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
        throw refuse("is not an https address");
      const host = hostOf(url);
      if (url.username !== "" || url.password !== "") throw refuse("has a user or a password in it");
      if (isIP(host) !== 0) {
        const against = refusal(host);
        if (against !== null) throw refuse(against);
      } else if (
        /^(?:localhost|.*\.(?:localhost|local|internal))$/.test(host.replace(/\.$/, "")) &&
        !names.has(host)
      ) {
        throw refuse(`${host} is a name of this machine or this network`);
      }
      const excepted = names.has(host) || (isIP(host) !== 0 && isOpen(host));
      if (url.protocol === "http:" && !excepted)
        throw refuse("is not https: anyone on the way could read and change it");
      return url;
    },
    lookup: (hostname, options, callback) => {
      lookupDns(hostname, { ...options, all: true }, (error, addresses) => {
        if (error !== null) {
          callback(error, "", 4);
          return;
        }
        const fit = names.has(hostname.toLowerCase())
          ? addresses
          : addresses.filter(({ address }) => refusal(address) === null);
        const [first] = fit;
        if (first === undefined) {
          const told =
            addresses[0] === undefined ? "it has no address" : (refusal(addresses[0].address) ?? "");
          callback(new Error(told), "", 4);
          return;
        }
        if (options.all === true) callback(null, fit);
        else callback(null, first.address, first.family);
      });
    },
  };
}
