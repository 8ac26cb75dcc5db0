import { createHash } from "node:crypto";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/** Longest address in use is Monero's integrated form of 106 characters. */
const ADDRESS_CHARS_MAX = 120;

/** The form to compare, and whether its checksum holds; `valid` is null where the notation carries no checksum we check. */
export type CheckedAddress = { readonly value: string; readonly valid: boolean | null };

/**
 * Checks a digital-currency address by the notation it is written in: Base58Check (Bitcoin and its kin, Tron, XRP's own
 * alphabet), Bech32 and Bech32m (BIP 173, BIP 350), EIP-55 where an Ethereum address mixes upper and lower case.
 * Hexadecimal and Bech32 addresses come back in lower case; Base58 is case-sensitive and comes back as written.
 */
export function checkCryptoAddress(raw: string): CheckedAddress {
  const text = raw.replace(/[\s\u200b\ufeff]/gu, "");
  if (text.length === 0 || text.length > ADDRESS_CHARS_MAX) return { value: text, valid: false };
  if (/^0x[0-9a-f]{40}$/iu.test(text)) return { value: text.toLowerCase(), valid: checkEip55(text.slice(2)) };
  const bech32 = checkBech32(text);
  if (bech32 !== null) return { value: text.toLowerCase(), valid: bech32 };
  if (/^r[a-zA-Z0-9]{24,34}$/u.test(text) && isBase58(text, RIPPLE)) {
    return { value: text, valid: checksumHolds(decodeBase58(text, RIPPLE)) };
  }
  if (!isBase58(text, BASE58)) return { value: text, valid: null };
  const bytes = decodeBase58(text, BASE58);
  // 21 bytes of payload and 4 of checksum; Zcash's transparent addresses carry one more. Other lengths have another rule.
  if (bytes.length === 25 || bytes.length === 26) return { value: text, valid: checksumHolds(bytes) };
  return { value: text, valid: null };
}

function checkEip55(hex: string): boolean | null {
  const lower = hex.toLowerCase();
  if (hex === lower || hex === hex.toUpperCase()) return null;
  const hash = keccak256(new TextEncoder().encode(lower));
  for (let at = 0; at < 40; at++) {
    const nibble = ((hash[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
    const char = lower.charAt(at);
    if (hex.charAt(at) !== (nibble >= 8 ? char.toUpperCase() : char)) return false;
  }
  return true;
}

function isBase58(text: string, alphabet: string): boolean {
  for (const char of text) if (!alphabet.includes(char)) return false;
  return true;
}

function decodeBase58(text: string, alphabet: string): Uint8Array {
  let number = 0n;
  for (const char of text) number = number * 58n + BigInt(alphabet.indexOf(char));
  const tail: number[] = [];
  for (; number > 0n; number >>= 8n) tail.push(Number(number & 255n));
  const zero = alphabet.charAt(0);
  let zeros = 0;
  while (text.charAt(zeros) === zero) zeros++;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...tail.reverse()]);
}

function checksumHolds(bytes: Uint8Array): boolean {
  if (bytes.length < 5) return false;
  const once = createHash("sha256").update(bytes.subarray(0, -4)).digest();
  const twice = createHash("sha256").update(once).digest();
  return bytes.subarray(-4).every((byte, at) => byte === twice[at]);
}

/** Null where the text isn't in Bech32's notation at all. */
function checkBech32(text: string): boolean | null {
  const lower = text.toLowerCase();
  const shape = /^(bc|tb|ltc|tltc)1([a-z0-9]{6,90})$/u.exec(lower);
  if (shape === null) return null;
  if (text !== lower && text !== text.toUpperCase()) return false;
  const prefix = shape[1] ?? "";
  const values = Array.from(shape[2] ?? "", (char) => BECH32.indexOf(char));
  if (values.includes(-1)) return false;
  const expanded = [...Array.from(prefix, (char) => char.charCodeAt(0) >> 5), 0];
  for (const char of prefix) expanded.push(char.charCodeAt(0) & 31);
  const residue = bech32Residue([...expanded, ...values]);
  // Witness version 0 is Bech32 (residue 1); later versions are Bech32m.
  return residue === (values[0] === 0 ? 1 : 0x2bc830a3);
}

function bech32Residue(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let residue = 1;
  for (const value of values) {
    const top = residue >>> 25;
    residue = ((residue & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if ((top >>> bit) & 1) residue ^= generator;
    });
  }
  return residue >>> 0;
}

const MASK = (1n << 64n) - 1n;

/** Keccak-256 with the original padding (0x01), which Ethereum kept when FIPS 202 changed it. */
export function keccak256(message: Uint8Array): Uint8Array {
  const rate = 136;
  const padded = new Uint8Array((Math.floor(message.length / rate) + 1) * rate);
  padded.set(message);
  padded[message.length] = 1;
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80;
  const view = new DataView(padded.buffer);
  let state = new Array<bigint>(25).fill(0n);
  for (let block = 0; block < padded.length; block += rate) {
    state = permute(
      state.map((lane, at) => (at < 17 ? lane ^ view.getBigUint64(block + at * 8, true) : lane)),
    );
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let lane = 0; lane < 4; lane++) digest.setBigUint64(lane * 8, state[lane] ?? 0n, true);
  return new Uint8Array(digest.buffer);
}

function rotate(lane: bigint, by: number): bigint {
  const bits = BigInt(by);
  return by === 0 ? lane : ((lane << bits) | (lane >> (64n - bits))) & MASK;
}

function permute(input: readonly bigint[]): bigint[] {
  let lanes = [...input];
  const lane = (from: readonly bigint[], x: number, y: number): bigint => from[(x % 5) + 5 * (y % 5)] ?? 0n;
  let register = 1;
  for (let round = 0; round < 24; round++) {
    const columns = [0, 1, 2, 3, 4].map((x) =>
      [0, 1, 2, 3, 4].reduce((sum, y) => sum ^ lane(lanes, x, y), 0n),
    );
    const mixed = lanes.map(
      (value, at) => value ^ (columns[(at + 4) % 5] ?? 0n) ^ rotate(columns[((at % 5) + 1) % 5] ?? 0n, 1),
    );
    const moved = [...mixed];
    let [x, y] = [1, 0];
    for (let step = 0; step < 24; step++) {
      const [nextX, nextY] = [y, (2 * x + 3 * y) % 5];
      moved[nextX + 5 * nextY] = rotate(lane(mixed, x, y), (((step + 1) * (step + 2)) / 2) % 64);
      [x, y] = [nextX, nextY];
    }
    lanes = moved.map((value, at) => {
      const [column, row] = [at % 5, Math.floor(at / 5)];
      return value ^ (~lane(moved, column + 1, row) & MASK & lane(moved, column + 2, row));
    });
    for (let bit = 0; bit < 7; bit++) {
      if (register & 1) lanes[0] = (lanes[0] ?? 0n) ^ (1n << BigInt((1 << bit) - 1));
      register = ((register << 1) ^ ((register >> 7) * 0x171)) & 0xff;
    }
  }
  return lanes;
}
